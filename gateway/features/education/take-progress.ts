import { progressOperationSchema, type ProgressEvent, type ProgressVerb } from '#protocol/education/schema.ts';
import type { ItemKind } from '#protocol/packs/manifest.ts';
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
    for (const event of fresh) if (await isHandIn(tx, parts.courses, event)) await takeEssays(tx, event, context);
    return ok(undefined);
  };
}

async function isWrittenWork(tx: GatewayTransaction, courses: CourseBook, event: ProgressEvent): Promise<boolean> {
  return (await kindOf(tx, courses, event)) === 'assignment';
}

/** A quiz that was handed in: `answered` with its score, or `completed` where every question is for the tutor. */
async function isHandIn(tx: GatewayTransaction, courses: CourseBook, event: ProgressEvent): Promise<boolean> {
  return event.verb === 'answered' || (event.verb === 'completed' && (await kindOf(tx, courses, event)) === 'quiz');
}

async function kindOf(tx: GatewayTransaction, courses: CourseBook, event: ProgressEvent): Promise<ItemKind | undefined> {
  const manifest = await courses.find(tx.tables<PackTables>(), event.packId, event.packVersion);
  return manifest?.items.find(({ activityId }) => activityId === event.activityId)?.kind;
}
