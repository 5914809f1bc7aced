import type { Kysely } from 'kysely';
import type { PersonId } from '#protocol/ids.ts';
import { addToTally, EMPTY_TALLY, type ProgressTally } from '#protocol/education/progress-tally.ts';
import { figuresOfTally, isDone } from '#protocol/education/rules.ts';
import type { ProgressEvent } from '#protocol/education/schema.ts';
import { findStuck } from '#protocol/education/stuck-rules.ts';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { PackTables } from '../../packs/tables.ts';
import type { CourseBook } from './course-book.ts';
import { parseTally } from './tally-row.ts';
import type { TutorTables } from './tutor-tables.ts';

/** A person's counts in one course: by activity, and the edition last worked in. */
export type CourseCounts = { readonly version: number; readonly tallies: ReadonlyMap<string, ProgressTally> };

/**
 * Counts events that were just stored, in their own transaction, so that the desk never adds up and never differs from
 * the events (contract test: equal to the fold). Takes events of one person that were not counted before, and when the
 * gateway heard of them; answers the packs they are of.
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
    const before = await loadCounts(tx.tables<TutorTables>(), personId, packId);
    const own = events.filter((event) => event.packId === packId);
    const after = own.reduce(
      (tallies, event) => tallies.set(event.activityId, addToTally(tallies.get(event.activityId) ?? EMPTY_TALLY, event)),
      new Map<string, ProgressTally>(before.tallies),
    );
    const version = Math.max(before.version, ...own.map((event) => event.packVersion));
    for (const activityId of new Set(own.map((event) => event.activityId as string)))
      await saveTally(tx, personId, packId, activityId, version, after.get(activityId) ?? EMPTY_TALLY);
    const manifest = await courses.find(tx.tables<PackTables>(), packId, version);
    if (manifest !== undefined) await saveCourse(tx, personId, manifest, { version, tallies: after }, heardAt);
  }
  return packIds;
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
  const activities = manifest.items.map(({ activityId, minutes, completion }) => ({
    activityId,
    minutes,
    figures: figuresOfTally(tallies.get(activityId) ?? EMPTY_TALLY, completion),
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
