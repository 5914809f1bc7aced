import { randomBytes } from 'node:crypto';
import { handInSchema, type HandIn } from '#protocol/education/assignment.ts';
import { progressEventSchema } from '#protocol/education/schema.ts';
import { makeUuidV7 } from '#protocol/ids.ts';
import { fail, ok } from '#protocol/result.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import type { PackTables } from '../../../packs/tables.ts';
import type { ApplyOperation } from '../../../sync/push-dependencies.ts';
import type { CourseBook } from '../course-book.ts';
import { recordEvents, type ProgressParts } from '../record-events.ts';
import { insertWork } from './work-rows.ts';

/**
 * Takes a piece of written work. Its id is the operation's, so that the receipt the person sees is the work's. It counts
 * as begun, and no more, until a tutor says that it passed. Refuses `not-written-work` for an activity that is none.
 */
export function createTakeWork(parts: ProgressParts): ApplyOperation {
  return async (tx, operation, context) => {
    const parsed = handInSchema.safeParse(operation.payload);
    if (!parsed.success || (parsed.data.workId as string) !== operation.id) return fail({ code: 'payload-invalid' });
    const work = parsed.data;
    if (!(await isWrittenWork(tx, parts.courses, work))) return fail({ code: 'not-written-work' });
    const { personId, receipt, now } = context;
    const isNew = await insertWork(tx, { ...work, kind: 'assignment', state: 'handed-over', receipt, receivedAt: now, mark: null, refusal: null }, context);
    // The same id from somebody else: nothing of theirs is shown or changed.
    if (!isNew) return fail({ code: 'work-known' });
    await recordEvents(tx, parts, personId, [begunEvent(work, now)], now);
    return ok(undefined);
  };
}

/** A gateway that no longer has the edition (after a restore) takes the work: a person's hour is worth more than a check. */
async function isWrittenWork(tx: GatewayTransaction, courses: CourseBook, work: HandIn): Promise<boolean> {
  const manifest = await courses.find(tx.tables<PackTables>(), work.packId, work.packVersion);
  if (manifest === undefined) return true;
  return manifest.items.some(({ activityId, kind }) => kind === 'assignment' && activityId === work.activityId);
}

function begunEvent(work: HandIn, now: number) {
  return progressEventSchema.parse({
    eventId: makeUuidV7(now, randomBytes(10)),
    packId: work.packId,
    packVersion: work.packVersion,
    activityId: work.activityId,
    verb: 'progressed',
    at: work.writtenAt,
    data: {},
  });
}
