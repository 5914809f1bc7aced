import type { MessageId } from '#protocol/ids.ts';
import { checkAppeal, nextAppealState, type AppealFault, type AppealRecord, type AskAppeal } from '#protocol/messaging/appeal.ts';
import { messagingRecords } from '#protocol/messaging/schema.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../../../audit/append-audit.ts';
import { idToBytes } from '../../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import { appendChange, personAudience } from '../../../sync/change-log.ts';
import type { OperationContext } from '../../../sync/push-dependencies.ts';
import type { ModerationActor } from '../moderation/decide.ts';
import type { ModeratedMessage } from '../moderation/moderated-message.ts';
import { loadMessage } from '../queries.ts';
import { saveMove } from '../save-move.ts';
import type { MessagingTables } from '../tables.ts';
import { answerAppeal, type AnswerFault, type Answered, type AnswerRequest } from './answer-appeal.ts';
import { answerBy, appealClockAt, LATE_BY, openUntil } from './appeal-clock.ts';
import { loadAppeal, loadStoppers } from './appeal-queries.ts';

type Missing = { readonly code: 'not-found' };

/**
 * Opens the appeal of a message that was just stopped, and tells its writer by when they may ask; anew where a stop
 * before this one was overturned, which the audit and the message's steps remember. One from outside has none here.
 */
export async function openAppeal(tx: GatewayTransaction, message: ModeratedMessage): Promise<void> {
  const tables = tx.tables<MessagingTables>();
  if (message.direction !== 'out') return;
  const before = await loadAppeal(tables, message.messageId);
  if (before !== undefined && !nextAppealState(before.state, 'reopen').ok) return;
  const until = openUntil(tx.now, await appealClockAt(tables, tx.now));
  const unasked = { words: null, asked_at: null, answer_by: null, answered_at: null, answered_by: null, answer: null, remark: null };
  const row = { message: idToBytes(message.messageId), state: 'open', open_until: until, ...unasked };
  if (before !== undefined) await tables.deleteFrom('messaging_appeals').where('message', '=', row.message).execute();
  await tables.insertInto('messaging_appeals').values(row).execute();
  await putAppeal(tx, message);
}

/** True for somebody who had a part in a stop of this message that a colleague has overturned: it is not theirs to undo. */
export async function isOverruled(tx: GatewayTransaction, messageId: MessageId, actor: ModerationActor): Promise<boolean> {
  const tables = tx.tables<MessagingTables>();
  if ((await loadAppeal(tables, messageId))?.state !== 'overturned') return false;
  return (await loadStoppers(tables, messageId)).includes(actor.staffId);
}

/**
 * Operation `messaging.appeal`. Refuses `message-unknown` (also another prisoner's), and what `checkAppeal` refuses; an
 * operation that comes again is answered by the push itself (PUSH-3).
 */
export async function applyAppeal(
  tx: GatewayTransaction,
  { messageId, words }: AskAppeal,
  context: OperationContext,
): Promise<Result<void, AppealFault | { readonly code: 'message-unknown' }>> {
  const tables = tx.tables<MessagingTables>();
  const message = await loadMessage(tables, messageId);
  const appeal = await loadAppeal(tables, messageId);
  if (message?.personId !== context.personId) return fail({ code: 'message-unknown' });
  if (appeal === undefined) return fail({ code: 'appeal-not-stopped' });
  const checked = checkAppeal({ message, appeal, now: tx.now, lateBy: LATE_BY });
  if (!checked.ok) return checked;
  const due = answerBy(tx.now, await appealClockAt(tables, tx.now));
  await tables
    .updateTable('messaging_appeals')
    .set({ state: 'asked', words, asked_at: tx.now, answer_by: due })
    .where('message', '=', idToBytes(messageId))
    .execute();
  await saveMove(tx, { before: message, after: message, action: 'appeal', actor: { kind: 'tablet', id: context.tabletId }, effects: [] });
  await putAppeal(tx, message);
  return ok(undefined);
}

/** Answers an appeal: `answerAppeal` judges, and both records are stored with audit and effects in one job. */
export async function answerForStaff(
  tx: GatewayTransaction,
  messageId: MessageId,
  request: AnswerRequest & { readonly note: string | null },
  actor: ModerationActor,
): Promise<Result<Answered, AnswerFault | Missing>> {
  const tables = tx.tables<MessagingTables>();
  const message = await loadMessage(tables, messageId);
  const appeal = await loadAppeal(tables, messageId);
  if (message === undefined || appeal === undefined) return fail({ code: 'not-found' });
  const stoppers = await loadStoppers(tables, messageId);
  const answered = answerAppeal({ appeal, message, stoppers }, request, actor, tx.now);
  if (!answered.ok) return answered;
  await storeAnswer(tx, answered.value.appeal, actor);
  await saveMove(tx, {
    before: message,
    after: answered.value.message,
    action: answered.value.action,
    actor: { kind: 'staff', id: actor.staffId },
    effects: answered.value.effects,
    reason: answered.value.message.reason ?? undefined,
    answer: request.answer,
    note: request.note,
  });
  await putAppeal(tx, message);
  return answered;
}

/** Notes that a member of staff opened an appeal with the words of its message. */
export async function noteAppealView(tx: GatewayTransaction, messageId: MessageId, actor: ModerationActor): Promise<void> {
  const by = { kind: 'staff', id: actor.staffId } as const;
  await appendAudit(tx, { at: tx.now, actor: by, action: 'messages.view', subject: messageId, detail: { appeal: true } });
}

async function storeAnswer(tx: GatewayTransaction, appeal: AppealRecord, actor: ModerationActor): Promise<void> {
  const { state, answeredAt, answer, remark } = appeal;
  await tx
    .tables<MessagingTables>()
    .updateTable('messaging_appeals')
    .set({ state, answered_at: answeredAt, answered_by: idToBytes(actor.staffId), answer, remark })
    .where('message', '=', idToBytes(appeal.messageId))
    .execute();
}

/** Puts the appeal as it is now into its writer's stream. */
async function putAppeal(tx: GatewayTransaction, { personId, messageId }: ModeratedMessage): Promise<void> {
  const put = await loadAppeal(tx.tables<MessagingTables>(), messageId);
  await appendChange(tx, { audience: personAudience(personId), record: messagingRecords.appeal, id: messageId, put });
}
