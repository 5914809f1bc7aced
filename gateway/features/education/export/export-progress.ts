import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { PersonId } from '#protocol/ids.ts';
import { bytesToId, idToBytes } from '../../../db/id-bytes.ts';
import { writeCsv } from '../../../http/write-csv.ts';
import type { PackTables } from '../../../packs/tables.ts';
import { displayName, personOf, type PersonRecord } from '../../../people/person-queries.ts';
import type { PeopleTables } from '../../../people/tables.ts';
import type { CourseBook } from '../course-book.ts';
import { eventOf } from '../event-rows.ts';
import { loadLearners } from '../learners/learner-queries.ts';
import type { EducationTables } from '../tables.ts';
import type { TutorTables } from '../tutor-tables.ts';
import { buildStatement, type Statement } from './xapi-statement.ts';

type Tables = Kysely<EducationTables & PackTables & TutorTables & PeopleTables>;

/** Statements of one page: about half a megabyte. */
export const STATEMENTS_PAGE = 1000;

const COLUMNS = ['number', 'name', 'wing', 'course', 'item', 'kind', 'status', 'best', 'last', 'tries', 'minutes', 'last worked'];

/** A row for every item of every course that somebody who is here has opened. */
export async function exportCsv(tables: Tables, courses: CourseBook, groupId: string | undefined, now: number): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const learner of await loadLearners(tables, courses, await peopleHere(tables, groupId), now)) {
    for (const pack of learner.packs)
      for (const item of pack.items)
        rows.push([
          learner.prisonerNumber,
          learner.name,
          learner.wing,
          firstOf(pack.title),
          firstOf(item.title),
          item.kind,
          item.status,
          item.bestScore === null ? '' : Math.round(item.bestScore * 100),
          item.lastScore === null ? '' : Math.round(item.lastScore * 100),
          item.attempts,
          Math.round(item.seconds / 60),
          item.lastAt === null ? '' : new Date(item.lastAt).toISOString(),
        ]);
  }
  return writeCsv(COLUMNS, rows);
}

/** A page of statements of people who are here, and where the next begins. `secret` makes the pseudonyms. */
export async function exportStatements(
  tables: Tables,
  courses: CourseBook,
  wanted: { readonly actor: 'pseudonym' | 'name'; readonly group?: string | undefined; readonly after?: string | undefined },
  secret: Uint8Array,
): Promise<{ readonly statements: readonly Statement[]; readonly more: string | null }> {
  const people = new Map((await peopleHere(tables, wanted.group)).map((person) => [person.personId, person]));
  if (people.size === 0) return { statements: [], more: null };
  const [afterTime, afterId] = wanted.after?.split('.') ?? [];
  let query = tables
    .selectFrom('education_events')
    .selectAll()
    .where('person', 'in', [...people.keys()].map(idToBytes))
    .orderBy('received_at')
    .orderBy('id')
    .limit(STATEMENTS_PAGE);
  if (afterTime !== undefined && afterId !== undefined)
    query = query.where((eb) =>
      eb.or([
        eb('received_at', '>', Number(afterTime)),
        eb.and([eb('received_at', '=', Number(afterTime)), eb('id', '>', idToBytes(afterId))]),
      ]),
    );
  const rows = await query.execute();
  const statements: Statement[] = [];
  for (const row of rows) {
    const person = people.get(bytesToId<PersonId>(row.person));
    const event = eventOf(row);
    const manifest = await courses.find(tables, event.packId, event.packVersion);
    const item = manifest?.items.find(({ activityId }) => activityId === event.activityId);
    if (person !== undefined) statements.push(buildStatement(event, actorOf(person, wanted.actor, secret), { title: manifest?.title, item }));
  }
  const last = rows.at(-1);
  const more = last === undefined || rows.length < STATEMENTS_PAGE ? null : `${String(last.received_at)}.${bytesToId<string>(last.id)}`;
  return { statements, more };
}

async function peopleHere(tables: Tables, groupId: string | undefined): Promise<readonly PersonRecord[]> {
  let rows = tables.selectFrom('people').selectAll('people').where('status', '=', 'here').orderBy('last_name').orderBy('first_name');
  if (groupId !== undefined)
    rows = rows.where('people.id', 'in', (eb) => eb.selectFrom('education_group_people').select('person').where('group_id', '=', idToBytes(groupId)));
  return (await rows.execute()).map(personOf);
}

function actorOf(person: PersonRecord, kind: 'pseudonym' | 'name', secret: Uint8Array) {
  if (kind === 'name') return { account: person.prisonerNumber, name: displayName(person) };
  const account = createHmac('sha256', secret).update(`throughline/xapi/1|${person.personId}`).digest('hex').slice(0, 32);
  return { account, name: undefined };
}

function firstOf(words: Readonly<Record<string, string>>): string {
  return words['en'] ?? Object.values(words)[0] ?? '';
}
