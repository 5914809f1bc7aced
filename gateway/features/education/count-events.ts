import type { Kysely } from 'kysely';
import type { PersonId } from '#protocol/ids.ts';
import { addToTally, EMPTY_TALLY, type ProgressTally } from '#protocol/education/progress-tally.ts';
import { figuresOfTally, isDone } from '#protocol/education/rules.ts';
import type { ProgressEvent } from '#protocol/education/schema.ts';
import { findStuck } from '#protocol/education/stuck-rules.ts';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { bytesToId, idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { PackTables } from '../../packs/tables.ts';
import type { CourseBook } from './course-book.ts';
import { eventOf } from './event-rows.ts';
import type { EducationTables } from './tables.ts';
import { parseTally } from './tally-row.ts';
import type { TutorTables } from './tutor-tables.ts';

/** A person's counts in one course: by activity, and the edition last worked in. */
export type CourseCounts = { readonly version: number; readonly tallies: ReadonlyMap<string, ProgressTally> };

/**
 * Counts events that were just stored, in their own transaction, so that the desk never adds up and never differs from
 * the events (contract test: equal to the fold). Takes events of one person that were not counted before, and when the
 * gateway heard of them; answers the packs they are of. A course without counts is counted from all that is stored of
 * it: its counts may be gone because the rules changed, and whoever adds to nothing would lose what was before.
 */
export async function countEvents(
  tx: GatewayTransaction,
  courses: CourseBook,
  personId: PersonId,
  events: readonly ProgressEvent[],
  heardAt: number,
): Promise<readonly string[]> {
  const packIds = [...new Set(events.map((event) => event.packId as string))];
  for (const packId of packIds) {
    const course = { personId, packId, heardAt };
    const before = await loadCounts(tx.tables<TutorTables>(), personId, packId);
    if (before.tallies.size === 0) await countWholeCourse(tx, courses, course);
    else await addToCounts(tx, courses, course, before, events.filter((event) => event.packId === packId));
  }
  return packIds;
}

/** One person's course, and when the gateway last heard of it. */
export type HeardCourse = { readonly personId: PersonId; readonly packId: string; readonly heardAt: number };

/** Counts a course that has no counts, from all that is stored of it. */
export async function countWholeCourse(tx: GatewayTransaction, courses: CourseBook, course: HeardCourse): Promise<void> {
  await addToCounts(tx, courses, course, { version: 0, tallies: new Map() }, await loadEvents(tx, course));
}

async function addToCounts(
  tx: GatewayTransaction,
  courses: CourseBook,
  { personId, packId, heardAt }: HeardCourse,
  before: CourseCounts,
  events: readonly ProgressEvent[],
): Promise<void> {
  const after = events.reduce(
    (tallies, event) => tallies.set(event.activityId, addToTally(tallies.get(event.activityId) ?? EMPTY_TALLY, event)),
    new Map<string, ProgressTally>(before.tallies),
  );
  const version = Math.max(before.version, ...events.map((event) => event.packVersion));
  for (const activityId of new Set(events.map((event) => event.activityId as string)))
    await saveTally(tx, personId, packId, activityId, version, after.get(activityId) ?? EMPTY_TALLY);
  const manifest = await courses.find(tx.tables<PackTables>(), packId, version);
  if (manifest !== undefined) await saveCourse(tx, personId, manifest, { version, tallies: after }, heardAt);
}

async function loadEvents(tx: GatewayTransaction, { personId, packId }: HeardCourse): Promise<readonly ProgressEvent[]> {
  const rows = await tx
    .tables<EducationTables>()
    .selectFrom('education_events')
    .selectAll()
    .where('person', '=', idToBytes(personId))
    .where('pack_id', '=', packId)
    .execute();
  return rows.map(eventOf);
}

/** What was counted of one course so far; version 0 and nothing before it was begun. */
export async function loadCounts(tables: Kysely<TutorTables>, personId: PersonId, packId: string): Promise<CourseCounts> {
  const rows = await tables
    .selectFrom('education_summaries')
    .select(['activity_id', 'version', 'tally'])
    .where('person', '=', idToBytes(personId))
    .where('pack_id', '=', packId)
    .execute();
  return {
    version: Math.max(0, ...rows.map((row) => row.version)),
    tallies: new Map(rows.map((row) => [row.activity_id, parseTally(row.tally)])),
  };
}

/** What was counted of these people, by activity, of each person and pack: one question for all of them. */
export async function loadTalliesOf(
  tables: Kysely<TutorTables>,
  personIds: readonly PersonId[],
): Promise<(personId: PersonId, packId: string) => ReadonlyMap<string, ProgressTally>> {
  const counted = new Map<string, Map<string, ProgressTally>>();
  const rows =
    personIds.length === 0
      ? []
      : await tables
          .selectFrom('education_summaries')
          .select(['person', 'pack_id', 'activity_id', 'tally'])
          .where('person', 'in', personIds.map(idToBytes))
          .execute();
  for (const row of rows) {
    const key = `${bytesToId<PersonId>(row.person)} ${row.pack_id}`;
    counted.set(key, (counted.get(key) ?? new Map<string, ProgressTally>()).set(row.activity_id, parseTally(row.tally)));
  }
  return (personId, packId) => counted.get(`${personId} ${packId}`) ?? new Map<string, ProgressTally>();
}

async function saveTally(
  tx: GatewayTransaction,
  personId: PersonId,
  packId: string,
  activityId: string,
  version: number,
  tally: ProgressTally,
): Promise<void> {
  const set = { version, tally: JSON.stringify(tally) };
  await tx
    .tables<TutorTables>()
    .insertInto('education_summaries')
    .values({ person: idToBytes(personId), pack_id: packId, activity_id: activityId, ...set })
    .onConflict((conflict) => conflict.columns(['person', 'pack_id', 'activity_id']).doUpdateSet(set))
    .execute();
}

async function saveCourse(
  tx: GatewayTransaction,
  personId: PersonId,
  manifest: Manifest,
  { version, tallies }: CourseCounts,
  heardAt: number,
): Promise<void> {
  const activities = manifest.items.map((item) => ({
    activityId: item.activityId,
    minutes: item.minutes,
    figures: figuresOfTally(tallies.get(item.activityId) ?? EMPTY_TALLY, item),
  }));
  const all = [...tallies.values()];
  const set = {
    version,
    done: activities.filter(({ figures }) => isDone(figures)).length,
    of: activities.length,
    seconds: Math.round(all.reduce((sum, tally) => sum + tally.workedMs, 0) / 1000),
    signs: JSON.stringify(findStuck(activities, heardAt, heardAt)),
    last_at: Math.max(0, ...all.map((tally) => tally.lastAt ?? 0)),
    heard_at: heardAt,
  };
  await tx
    .tables<TutorTables>()
    .insertInto('education_courses')
    .values({ person: idToBytes(personId), pack_id: manifest.packId, ...set })
    .onConflict((conflict) => conflict.columns(['person', 'pack_id']).doUpdateSet(set))
    .execute();
}
