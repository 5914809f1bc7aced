import type { Kysely, Selectable } from 'kysely';
import type { PersonId, PrisonerNumber, TabletId } from '#protocol/ids.ts';
import { bytesToId, idToBytes } from '../db/id-bytes.ts';
import type { PeopleTables } from './tables.ts';

/** A prisoner as the gateway knows them. */
export type PersonRecord = {
  readonly personId: PersonId;
  readonly prisonerNumber: PrisonerNumber;
  readonly firstName: string;
  readonly lastName: string;
  readonly wing: string;
  readonly cell: string;
  readonly status: 'here' | 'left';
};

/** Names as staff and the person themselves see them. */
export function displayName(person: Pick<PersonRecord, 'firstName' | 'lastName'>): string {
  return `${person.firstName} ${person.lastName}`;
}

/** One person, or undefined. Takes `database.reads()` or, inside a job, `tx.tables()`. */
export async function loadPerson(tables: Kysely<PeopleTables>, personId: PersonId): Promise<PersonRecord | undefined> {
  const row = await tables.selectFrom('people').selectAll().where('id', '=', idToBytes(personId)).executeTakeFirst();
  return row === undefined ? undefined : personOf(row);
}

/** One person by the number on their card, or undefined. */
export async function loadPersonByNumber(
  tables: Kysely<PeopleTables>,
  prisonerNumber: string,
): Promise<PersonRecord | undefined> {
  const row = await tables
    .selectFrom('people')
    .selectAll()
    .where('prisoner_number', '=', prisonerNumber)
    .executeTakeFirst();
  return row === undefined ? undefined : personOf(row);
}

/** The people a tablet is for, by name. */
export async function loadPeopleOfTablet(
  tables: Kysely<PeopleTables>,
  tabletId: TabletId,
): Promise<readonly PersonRecord[]> {
  const rows = await tables
    .selectFrom('assignments')
    .innerJoin('people', 'people.id', 'assignments.person')
    .selectAll('people')
    .where('assignments.tablet', '=', idToBytes(tabletId))
    .orderBy('people.last_name')
    .execute();
  return rows.map(personOf);
}

/** The tablets a person is assigned to. */
export async function loadTabletsOfPerson(
  tables: Kysely<PeopleTables>,
  personId: PersonId,
): Promise<readonly TabletId[]> {
  const rows = await tables
    .selectFrom('assignments')
    .select('tablet')
    .where('person', '=', idToBytes(personId))
    .execute();
  return rows.map((row) => bytesToId<TabletId>(row.tablet));
}

/** Every tablet that has people. */
export async function loadAssignedTablets(tables: Kysely<PeopleTables>): Promise<readonly TabletId[]> {
  const rows = await tables.selectFrom('assignments').select('tablet').distinct().execute();
  return rows.map((row) => bytesToId<TabletId>(row.tablet));
}

/** The record a row holds. */
export function personOf(row: Selectable<PeopleTables['people']>): PersonRecord {
  return {
    personId: bytesToId<PersonId>(row.id),
    prisonerNumber: row.prisoner_number as PrisonerNumber,
    firstName: row.first_name,
    lastName: row.last_name,
    wing: row.wing,
    cell: row.cell,
    status: row.status === 'here' ? 'here' : 'left',
  };
}
