import type { PersonId } from '#protocol/ids.ts';
import type { ProgressEvent } from '#protocol/education/schema.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import { issueIfEarned, type NumberCertificate } from './certificates/issue.ts';
import { countEvents } from './count-events.ts';
import type { CourseBook } from './course-book.ts';
import { appendEvent } from './event-rows.ts';

/** What keeping progress needs beside the database. */
export type ProgressParts = { readonly courses: CourseBook; readonly numberCertificate: NumberCertificate };

/**
 * Keeps events of one person, from a tablet or from a tutor's mark: appended, counted, and a certificate issued where
 * they complete one. All in the caller's transaction, so that none of the three is ever without the others. Answers
 * the events that were new.
 */
export async function recordEvents(
  tx: GatewayTransaction,
  parts: ProgressParts,
  personId: PersonId,
  events: readonly ProgressEvent[],
  now: number,
): Promise<readonly ProgressEvent[]> {
  const fresh: ProgressEvent[] = [];
  for (const event of events) if (await appendEvent(tx, event, personId, now)) fresh.push(event);
  if (fresh.length === 0) return fresh;
  for (const packId of await countEvents(tx, parts.courses, personId, fresh, now))
    await issueIfEarned(tx, parts, personId, packId);
  return fresh;
}
