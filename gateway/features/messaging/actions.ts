import type { MessageId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import { isOverruled, openAppeal } from './appeals/appeal-actions.ts';
import { claimMessage, releaseClaim, type ClaimFault } from './moderation/claim.ts';
import {
  decide,
  type Decided,
  type Decision,
  type DecisionFault,
  type DecisionRequest,
  type ModerationActor,
} from './moderation/decide.ts';
import type { ModeratedMessage } from './moderation/moderated-message.ts';
import { findNextFree, type QueueFilter } from './moderation/queue.ts';
import { loadMessage } from './queries.ts';
import { saveMove, updateMessage } from './save-move.ts';
import type { MessagingTables } from './tables.ts';

/** What somebody whose stop was overturned may not decide about the message: its writer was told that a colleague does. */
const UNDOES_AN_APPEAL: readonly Decision['kind'][] = ['recall', 'stop', 'return'];

type Missing = { readonly code: 'not-found' };

/** Claims one held message for this member of staff, who will be shown its words: that is audited with it. */
export async function claimForStaff(
  tx: GatewayTransaction,
  messageId: MessageId,
  actor: ModerationActor,
): Promise<Result<ModeratedMessage, ClaimFault | Missing>> {
  const message = await loadMessage(tx.tables<MessagingTables>(), messageId);
  if (message === undefined) return fail({ code: 'not-found' });
  const claimed = claimMessage(message, actor, tx.now);
  if (!claimed.ok) return claimed;
  await updateMessage(tx, claimed.value);
  await audit(tx, actor, 'messages.claim', messageId);
  return claimed;
}

/** Claims the oldest message this member of staff may decide; undefined when there is none. */
export async function claimNextForStaff(
  tx: GatewayTransaction,
  actor: ModerationActor,
  filter: QueueFilter,
): Promise<ModeratedMessage | undefined> {
  const free = await findNextFree(tx.tables<MessagingTables>(), actor, filter, tx.now);
  if (free === undefined) return undefined;
  const claimed = await claimForStaff(tx, free.messageId, actor);
  return claimed.ok ? claimed.value : undefined;
}

/** Gives a claim back before its lease ends. */
export async function unclaimForStaff(
  tx: GatewayTransaction,
  messageId: MessageId,
  actor: ModerationActor,
): Promise<Result<void, Missing>> {
  const message = await loadMessage(tx.tables<MessagingTables>(), messageId);
  if (message === undefined) return fail({ code: 'not-found' });
  const freed = releaseClaim(message, actor);
  if (freed !== message) {
    await updateMessage(tx, freed);
    await audit(tx, actor, 'messages.unclaim', messageId);
  }
  return ok(undefined);
}

/** Carries out a decision: `decide` judges, and the move is stored with its audit and its effects in one job. */
export async function decideForStaff(
  tx: GatewayTransaction,
  messageId: MessageId,
  request: DecisionRequest & { readonly note: string | null },
  actor: ModerationActor,
): Promise<Result<Decided, DecisionFault | Missing>> {
  const message = await loadMessage(tx.tables<MessagingTables>(), messageId);
  if (message === undefined) return fail({ code: 'not-found' });
  const { decision } = request;
  if (UNDOES_AN_APPEAL.includes(decision.kind) && (await isOverruled(tx, messageId, actor))) return fail({ code: 'own-stop' });
  const decided = decide(message, request, actor, tx.now);
  if (!decided.ok) return decided;
  await saveMove(tx, {
    before: message,
    after: decided.value.message,
    action: decided.value.action,
    actor: { kind: 'staff', id: actor.staffId },
    effects: decided.value.effects,
    reason: 'reason' in decision ? decision.reason : undefined,
    desk: 'desk' in decision ? decision.desk : undefined,
    note: request.note,
  });
  // In the same job: nobody is told of a stop without being told by when they may ask for another look.
  if (decided.value.action === 'stop') await openAppeal(tx, decided.value.message);
  return decided;
}

/** Notes that a member of staff opened a message: who reads whose mail is as answerable as who decides. */
export async function noteView(tx: GatewayTransaction, messageId: MessageId, actor: ModerationActor): Promise<void> {
  await audit(tx, actor, 'messages.view', messageId);
}

/** Safer custody has seen a message with words of self-harm. */
export async function closeAlert(
  tx: GatewayTransaction,
  messageId: MessageId,
  actor: ModerationActor,
): Promise<Result<void, Missing>> {
  const closed = await tx
    .tables<MessagingTables>()
    .updateTable('messaging_messages')
    .set({ alert_open: 0 })
    .where('id', '=', idToBytes(messageId))
    .where('alert_open', '=', 1)
    .executeTakeFirst();
  if (closed.numUpdatedRows === 0n) return fail({ code: 'not-found' });
  await audit(tx, actor, 'messages.alert-seen', messageId);
  return ok(undefined);
}

function audit(tx: GatewayTransaction, actor: ModerationActor, action: string, messageId: MessageId): Promise<void> {
  return appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'staff', id: actor.staffId },
    action,
    subject: messageId,
    detail: {},
  });
}
