import type { Kysely } from 'kysely';
import { workOf } from './work-rows.ts';
import type { RecordId, TabletId } from '#protocol/ids.ts';
import { bytesToId, idToBytes } from '../../../db/id-bytes.ts';
import type { PackTables } from '../../../packs/tables.ts';
import { displayName, personOf } from '../../../people/person-queries.ts';
import type { PeopleTables } from '../../../people/tables.ts';
import type { CourseBook } from '../course-book.ts';
import type { TutorTables } from '../tutor-tables.ts';
import type { WorkHead } from './staff-api.ts';
import type { WorkRow } from './work-rows.ts';

type Tables = Kysely<TutorTables & PeopleTables & PackTables>;

/** What the lists need beside the database. */
export type WorkListParts = {
  readonly courses: CourseBook;
  readonly tabletNames: (ids: readonly TabletId[]) => Promise<ReadonlyMap<TabletId, string>>;
};

/** Which pieces of work; at most this many in one list. */
export type WorkFilter = { readonly state: 'waiting' | 'marked' | 'all'; readonly person?: string | undefined; readonly receipt?: string | undefined };
const MAX_LISTED = 500;

/** One piece of work of somebody who is here; undefined otherwise: who moved away is another prison's learner. */
export async function findWorkHere(tables: Kysely<TutorTables & PeopleTables>, workId: RecordId): Promise<WorkRow | undefined> {
  return tables
    .selectFrom('education_work')
    .innerJoin('people', 'people.id', 'education_work.person')
    .selectAll('education_work')
    .where('education_work.id', '=', idToBytes(workId))
    .where('people.status', '=', 'here')
    .executeTakeFirst();
}

/** Heads of the work of people who are here: what waits longest first, what is marked newest first. */
export async function listWork(tables: Tables, parts: WorkListParts, filter: WorkFilter): Promise<readonly WorkHead[]> {
  let rows = tables
    .selectFrom('education_work')
    .innerJoin('people', 'people.id', 'education_work.person')
    .selectAll('education_work')
    .select(['people.prisoner_number', 'people.first_name', 'people.last_name', 'people.wing'])
    .where('people.status', '=', 'here')
    .limit(MAX_LISTED);
  if (filter.state === 'waiting') rows = rows.where('education_work.state', '!=', 'marked');
  if (filter.state === 'marked') rows = rows.where('education_work.state', '=', 'marked');
  if (filter.person !== undefined) rows = rows.where('education_work.person', '=', idToBytes(filter.person));
  if (filter.receipt !== undefined) rows = rows.where('education_work.receipt', '=', filter.receipt.trim().toUpperCase());
  const found = await rows.orderBy('education_work.received_at', filter.state === 'waiting' ? 'asc' : 'desc').execute();
  const names = await parts.tabletNames([...new Set(found.map((row) => bytesToId<TabletId>(row.tablet)))]);
  const earlier = await countEarlier(tables, found);
  return Promise.all(
    found.map(async (row) => ({
      ...headOf(row, await parts.courses.find(tables, row.pack_id, row.pack_version)),
      prisonerNumber: personOf({ ...row, id: row.person, status: 'here', cell: '', created_at: 0 }).prisonerNumber,
      personId: bytesToId<WorkHead['personId']>(row.person),
      name: displayName({ firstName: row.first_name, lastName: row.last_name }),
      wing: row.wing,
      tablet: names.get(bytesToId<TabletId>(row.tablet)) ?? '',
      earlier: earlier(row),
    })),
  );
}

/** Pieces of work of people who are here that wait for a tutor. */
export async function countWaiting(tables: Kysely<TutorTables & PeopleTables>): Promise<number> {
  const { waiting } = await tables
    .selectFrom('education_work')
    .innerJoin('people', 'people.id', 'education_work.person')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('people.status', '=', 'here')
    .where('education_work.state', '!=', 'marked')
    .executeTakeFirstOrThrow();
  return Number(waiting);
}

/** What somebody handed in for the same task before this piece, oldest first. */
export async function loadEarlier(tables: Kysely<TutorTables>, row: WorkRow): Promise<readonly WorkRow[]> {
  return tables
    .selectFrom('education_work')
    .selectAll()
    .where('person', '=', row.person)
    .where('activity_id', '=', row.activity_id)
    .where('received_at', '<', row.received_at)
    .orderBy('received_at')
    .execute();
}

type Counted = Pick<WorkRow, 'person' | 'activity_id' | 'received_at'>;

async function countEarlier(tables: Kysely<TutorTables>, rows: readonly Counted[]): Promise<(row: Counted) => number> {
  const people = [...new Map(rows.map((row) => [bytesToId<string>(row.person), row.person])).values()];
  const all = people.length === 0 ? [] : await tables.selectFrom('education_work').select(['person', 'activity_id', 'received_at']).where('person', 'in', people).execute();
  const keyOf = (row: Counted) => `${bytesToId<string>(row.person)} ${row.activity_id}`;
  const times = new Map<string, number[]>();
  for (const row of all) times.set(keyOf(row), [...(times.get(keyOf(row)) ?? []), row.received_at]);
  return (row) => (times.get(keyOf(row)) ?? []).filter((at) => at < row.received_at).length;
}

function headOf(row: WorkRow, manifest: Awaited<ReturnType<CourseBook['find']>>) {
  const work = workOf(row);
  const item = manifest?.items.find(({ activityId }) => activityId === row.activity_id);
  return {
    workId: work.workId,
    kind: work.kind,
    packId: row.pack_id,
    // A course this gateway no longer has is told by its id rather than not at all.
    courseTitle: manifest?.title ?? { en: row.pack_id },
    title: item?.title ?? { en: row.activity_id },
    state: work.state as WorkHead['state'],
    receipt: row.receipt,
    writtenAt: row.written_at,
    receivedAt: row.received_at,
    outcome: work.mark?.outcome ?? null,
  };
}
