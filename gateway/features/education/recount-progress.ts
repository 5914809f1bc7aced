import { PROGRESS_RULES } from '#protocol/education/progress-tally.ts';
import type { PersonId } from '#protocol/ids.ts';
import { bytesToId } from '../../db/id-bytes.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { CourseBook } from './course-book.ts';
import { countWholeCourse, loadCounts } from './count-events.ts';
import type { EducationTables } from './tables.ts';
import type { TutorTables } from './tutor-tables.ts';

/**
 * Counts the events of courses that have events and no counts: those from before this gateway kept counts, and all of
 * them after the rules changed. One person's course a job, so that a start with years of events does not hold up a push.
 * Run at each start; usually it finds none. A gateway that takes over from another may count and be told at once:
 * whichever counts a course first counts it whole. `rules` is the number of the rules that count now.
 */
export async function recountProgress(database: GatewayDatabase, courses: CourseBook, rules = PROGRESS_RULES): Promise<void> {
  await database.committer.submit((tx) => forgetOldCounts(tx, rules));
  const uncounted = await database
    .reads<EducationTables & TutorTables>()
    .selectFrom('education_events')
    .select(['person', 'pack_id'])
    .distinct()
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('education_summaries')
            .select('education_summaries.person')
            .whereRef('education_summaries.person', '=', 'education_events.person')
            .whereRef('education_summaries.pack_id', '=', 'education_events.pack_id'),
        ),
      ),
    )
    .execute();
  for (const { person, pack_id: packId } of uncounted) {
    await database.committer.submit(async (tx) => {
      const personId = bytesToId<PersonId>(person);
      // A push may have counted this course since: then all of it would be counted twice.
      if ((await loadCounts(tx.tables(), personId, packId)).tallies.size > 0) return;
      // When the gateway last heard of this course, which is not when it heard of another.
      const { heardAt } = await tx
        .tables<EducationTables>()
        .selectFrom('education_events')
        .select((eb) => eb.fn.max('received_at').as('heardAt'))
        .where('person', '=', person)
        .where('pack_id', '=', packId)
        .executeTakeFirstOrThrow();
      await countWholeCourse(tx, courses, { personId, packId, heardAt });
    });
  }
}

/** Counts made by other rules say something else than the tablet does: they go, all at once, and are made anew. */
async function forgetOldCounts(tx: GatewayTransaction, rules: number): Promise<void> {
  const tables = tx.tables<TutorTables>();
  const counted = await tables.selectFrom('education_counted').select('rules').executeTakeFirst();
  if (counted?.rules === rules) return;
  // No row: made by the first rules, before their number was written down.
  if (counted !== undefined || rules !== 1) {
    await tables.deleteFrom('education_summaries').execute();
    await tables.deleteFrom('education_courses').execute();
  }
  await tables
    .insertInto('education_counted')
    .values({ id: 1, rules })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ rules }))
    .execute();
}
