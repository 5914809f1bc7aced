import { progressOperationSchema, type ProgressEvent, type ProgressVerb } from '#protocol/education/schema.ts';
import { fail, ok } from '#protocol/result.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { PackTables } from '../../packs/tables.ts';
import type { ApplyOperation } from '../../sync/push-dependencies.ts';
import type { CourseBook } from './course-book.ts';
import { recordEvents, type ProgressParts } from './record-events.ts';
import { takeEssays } from './work/take-essays.ts';

/** Answers so far may be this long (protocol/education/schema.ts). */
const MAX_DATA = 64 * 1024;

/** Verbs that end an activity: for written work these are the tutor's words, and no tablet may say them. */
const TUTORS_WORDS: ReadonlySet<ProgressVerb> = new Set(['answered', 'completed', 'passed', 'failed']);

/**
 * Takes progress from a tablet: appends the events, puts them back on the person's stream and counts them. Refuses
 * `tutor-decides` where a tablet says that written work is done. Not in the audit: it would tell who was awake when.
 */
export function createTakeProgress(parts: ProgressParts): ApplyOperation {
  return async (tx, operation, context) => {
    const parsed = progressOperationSchema.safeParse(operation.payload);
    if (!parsed.success) return fail({ code: 'payload-invalid' });
    const { events } = parsed.data;
    if (events.some((event) => JSON.stringify(event.data).length > MAX_DATA)) return fail({ code: 'payload-invalid' });
    for (const event of events)
      if (TUTORS_WORDS.has(event.verb) && (await isWrittenWork(tx, parts.courses, event))) return fail({ code: 'tutor-decides' });
    const fresh = await recordEvents(tx, parts, context.personId, events, context.now);
    for (const event of fresh) await takeEssays(tx, event, context);
    return ok(undefined);
  };
}

async function isWrittenWork(tx: GatewayTransaction, courses: CourseBook, event: ProgressEvent): Promise<boolean> {
  const manifest = await courses.find(tx.tables<PackTables>(), event.packId, event.packVersion);
  return manifest?.items.some(({ activityId, kind }) => kind === 'assignment' && activityId === event.activityId) === true;
}
