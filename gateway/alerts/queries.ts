import type { Kysely, Selectable } from 'kysely';
import type { PersonId, RecordId, TabletId } from '#protocol/ids.ts';
import { bytesToId, idToBytes } from '../db/id-bytes.ts';
import { displayName, loadPeopleOfTablet, loadPerson } from '../people/person-queries.ts';
import type { PeopleTables } from '../people/tables.ts';
import type { AlertOutcome, DeskAlert } from './staff-api.ts';
import type { AlertTables } from './tables.ts';

type Reads = Kysely<AlertTables & PeopleTables>;
type AlertRow = Selectable<AlertTables['alerts']>;

/** Calls closed within this many milliseconds are still on the desk. */
const CLOSED_FOR = 24 * 60 * 60_000;
/** A desk with more than these is an emergency of another kind; the oldest open ones stand first. */
const MOST = 200;

/** Open calls, the oldest first, then what was closed in the last day. */
export async function selectDeskAlerts(tables: Reads, now: number): Promise<readonly AlertRow[]> {
  const open = await tables.selectFrom('alerts').selectAll().where('closed_at', 'is', null).orderBy('received_at').limit(MOST).execute();
  const closed = await tables
    .selectFrom('alerts')
    .selectAll()
    .where('closed_at', '>', now - CLOSED_FOR)
    .orderBy('closed_at', 'desc')
    .limit(MOST)
    .execute();
  return [...open, ...closed];
}

/** Calls that nobody had seen in time and that are still open. */
export async function selectOverdueAlerts(tables: Reads): Promise<readonly AlertRow[]> {
  return tables
    .selectFrom('alerts')
    .selectAll()
    .where('closed_at', 'is', null)
    .where('escalated_at', 'is not', null)
    .orderBy('received_at')
    .limit(MOST)
    .execute();
}

/** A call as the desk shows it. `nameOf` gives the names of staff by id. */
export async function describeAlert(tables: Reads, row: AlertRow, nameOf: (id: string) => string | null): Promise<DeskAlert> {
  const person = row.person === null ? undefined : await loadPerson(tables, bytesToId<PersonId>(row.person));
  const tabletId = bytesToId<TabletId>(row.tablet);
  const cellmates = row.person === null ? await loadPeopleOfTablet(tables, tabletId) : [];
  return {
    alertId: bytesToId<RecordId>(row.id),
    kind: row.kind as DeskAlert['kind'],
    person: person === undefined ? null : { personId: person.personId, name: displayName(person), prisonerNumber: person.prisonerNumber },
    peopleOfCell: cellmates.map((each) => `${displayName(each)} (${each.prisonerNumber})`),
    tabletId,
    tabletName: row.tablet_name,
    wing: row.wing,
    cell: row.cell,
    raisedAt: row.raised_at,
    receivedAt: row.received_at,
    repeats: row.repeats,
    lastAt: row.last_at,
    dueAt: row.due_at,
    escalatedAt: row.escalated_at,
    acknowledged: row.acknowledged_at === null ? null : { at: row.acknowledged_at, by: nameOf(row.acknowledged_by ?? '') },
    closed: row.closed_at === null ? null : { at: row.closed_at, by: nameOf(row.closed_by ?? ''), outcome: row.outcome as AlertOutcome | null },
  };
}

/** How many calls of one tablet are open: it is not taken away unasked meanwhile (SPEC ALERT-6). */
export async function countOpenAlerts(tables: Kysely<AlertTables>, tabletId: TabletId): Promise<number> {
  const { open } = await tables
    .selectFrom('alerts')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('tablet', '=', idToBytes(tabletId))
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(open);
}

/** Figures for the home page. */
export async function countAlerts(tables: Kysely<AlertTables>): Promise<{ readonly open: number; readonly overdue: number }> {
  const rows = await tables.selectFrom('alerts').select(['escalated_at', 'acknowledged_at']).where('closed_at', 'is', null).execute();
  return { open: rows.length, overdue: rows.filter((row) => row.escalated_at !== null && row.acknowledged_at === null).length };
}
