import { FEEDBACK, type Feedback, feedbackSchema } from '#protocol/education/feedback.ts';
import { PRIVATE_RECORD } from '#protocol/education/note.ts';
import { saveRecordSchema } from '#protocol/private-records/schema.ts';
import { fail, ok } from '#protocol/result.ts';
import { idToBytes } from '../../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import { keepPrivateRecord } from '../../../private-records/keep-private-record.ts';
import { appendChange, personAudience } from '../../../sync/change-log.ts';
import type { ApplyOperation, OperationContext } from '../../../sync/push-dependencies.ts';
import type { StudyTables } from './tables.ts';

/** Keeps a note, a goal or the list of chosen courses as it came: sealed. No route gives it to staff, and no audit says who wrote when (ADR 0008). */
export const takePrivate: ApplyOperation = async (tx, operation, context) => {
  const parsed = saveRecordSchema.safeParse(operation.payload);
  if (!parsed.success) return fail({ code: 'payload-invalid' });
  await keepPrivateRecord(tx, { table: 'education_private', record: PRIVATE_RECORD }, parsed.data, context);
  return ok(undefined);
};

/** Keeps what somebody thinks of an item in the place of what they thought before, and tells their other tablets. */
export const takeFeedback: ApplyOperation = async (tx, operation, context) => {
  const parsed = feedbackSchema.safeParse(operation.payload);
  if (!parsed.success || !parsed.data.activityId.startsWith(`${parsed.data.packId}.`)) return fail({ code: 'payload-invalid' });
  await keepFeedback(tx, parsed.data, context);
  return ok(undefined);
};

async function keepFeedback(tx: GatewayTransaction, feedback: Feedback, context: OperationContext): Promise<void> {
  const said = { pack_id: feedback.packId, liked: feedback.liked ? 1 : 0, reason: feedback.reason, received_at: context.now };
  await tx
    .tables<StudyTables>()
    .insertInto('education_feedback')
    .values({ person: idToBytes(context.personId), activity_id: feedback.activityId, ...said })
    .onConflict((conflict) => conflict.columns(['person', 'activity_id']).doUpdateSet(said))
    .execute();
  await appendChange(tx, {
    audience: personAudience(context.personId),
    record: FEEDBACK,
    id: feedback.activityId,
    put: feedback,
  });
}
