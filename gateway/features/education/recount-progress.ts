import type { PersonId } from '#protocol/ids.ts';
import { bytesToId } from '../../db/id-bytes.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { CourseBook } from './course-book.ts';
import { countEvents } from './count-events.ts';
import { eventOf } from './event-rows.ts';
import type { EducationTables } from './tables.ts';
import type { TutorTables } from './tutor-tables.ts';

/**
 * Counts the events of people who have events and no counts: those from before this gateway kept counts. One person a
 * job, so that a start with years of events does not hold up a push. Run at each start; usually it finds nobody.
 */
export async function recountProgress(database: GatewayDatabase, courses: CourseBook): Promise<void> {
  const uncounted = await database
    .reads<EducationTables & TutorTables>()
    .selectFrom('education_events')
    .select('person')
    .distinct()
    .where('person', 'not in', (eb) => eb.selectFrom('education_summaries').select('person'))
    .execute();
  for (const { person } of uncounted) {
    await database.committer.submit(async (tx) => {
      // A push may have counted this person since: then all of theirs would be counted twice.
      const counted = await tx.tables<TutorTables>().selectFrom('education_summaries').select('person').where('person', '=', person).limit(1).executeTakeFirst();
      if (counted !== undefined) return;
      const rows = await tx.tables<EducationTables>().selectFrom('education_events').selectAll().where('person', '=', person).execute();
      const heardAt = Math.max(...rows.map((row) => row.received_at));
      await countEvents(tx, courses, bytesToId<PersonId>(person), rows.map(eventOf), heardAt);
    });
  }
}
