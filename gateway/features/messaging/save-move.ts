import type { AppealAnswer } from '#protocol/messaging/appeal.ts';
import { type EscalationDesk, type StopReason } from '#protocol/messaging/reasons.ts';
import { messagingRecords } from '#protocol/messaging/schema.ts';
import { neverReached } from '#protocol/result.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import { appendChange, personAudience } from '../../sync/change-log.ts';
import { alertOf, recordOfMessage, rowOfMessage } from './message-rows.ts';
import type { MessageEffect } from './moderation/effects.ts';
import type { ModeratedMessage } from './moderation/moderated-message.ts';
import type { DecisionEntry } from './staff-api.ts';
import type { MessagingTables } from './tables.ts';

/** Who moved a message: a named member of staff, or a named version of the policy, or the delivery itself. */
export type StepActor = { readonly kind: DecisionEntry['actor']['kind']; readonly id: string };

/** One move of one message, with all that must be stored about it. `before` is undefined for a new message. */
export type Move = {
  readonly before: ModeratedMessage | undefined;
  readonly after: ModeratedMessage;
  readonly action: DecisionEntry['action'];
  readonly actor: StepActor;
  readonly effects: readonly MessageEffect[];
  readonly reason?: StopReason | undefined;
  readonly desk?: EscalationDesk | undefined;
  readonly note?: string | null | undefined;
  /** The coded answer to an appeal. */
  readonly answer?: AppealAnswer | undefined;
};

/** The topic announced when the delivery outbox or the family's news has grown. */
export const FAMILY_NEWS = 'messaging:family-news';

/**
 * Stores a move: the message, its step, the audit entry, and what follows from it. One job, so that no message is ever
 * in a state that nobody is answerable for (ARCHITECTURE.md convention 7).
 */
export async function saveMove(tx: GatewayTransaction, move: Move): Promise<void> {
  await (move.before === undefined ? insertMessage(tx, move.after) : updateMessage(tx, move.after));
  await appendStep(tx, move);
  await appendAudit(tx, {
    at: tx.now,
    actor: auditActor(move.actor),
    action: `messages.${move.action}`,
    subject: move.after.messageId,
    detail: {
      state: move.after.state,
      direction: move.after.direction,
      bodySha256: move.after.bodySha256,
      ...(move.reason === undefined ? {} : { reason: move.reason }),
      ...(move.desk === undefined ? {} : { desk: move.desk }),
      ...(move.answer === undefined ? {} : { answer: move.answer }),
      ...(move.after.refusal === null ? {} : { refusal: move.after.refusal }),
      ...(move.actor.kind === 'policy' ? { policy: move.actor.id } : {}),
    },
  });
  for (const effect of move.effects) await carryOutEffect(tx, move.after, effect);
}

/** Stores a message that changed without moving: a claim, a read time. */
export async function updateMessage(tx: GatewayTransaction, message: ModeratedMessage): Promise<void> {
  const { id, ...fields } = rowOfMessage(message);
  await tx.tables<MessagingTables>().updateTable('messaging_messages').set(fields).where('id', '=', id).execute();
}

/** Puts the message as it is now into its prisoner's stream. */
export async function putOnTablet(tx: GatewayTransaction, message: ModeratedMessage): Promise<void> {
  const place = { audience: personAudience(message.personId), record: messagingRecords.message, id: message.messageId };
  await appendChange(tx, { ...place, put: recordOfMessage(message) });
}

async function insertMessage(tx: GatewayTransaction, message: ModeratedMessage): Promise<void> {
  const row = { ...rowOfMessage(message), alert_open: alertOf(message) };
  await tx.tables<MessagingTables>().insertInto('messaging_messages').values(row).execute();
}

async function appendStep(tx: GatewayTransaction, move: Move): Promise<void> {
  const tables = tx.tables<MessagingTables>();
  const message = idToBytes(move.after.messageId);
  const last = await tables
    .selectFrom('messaging_steps')
    .select(({ fn }) => fn.max<number | null>('step').as('step'))
    .where('message', '=', message)
    .executeTakeFirstOrThrow();
  await tables
    .insertInto('messaging_steps')
    .values({
      message,
      step: (last.step ?? 0) + 1,
      action: move.action,
      at: tx.now,
      actor_kind: move.actor.kind,
      actor_id: move.actor.id,
      reason: move.reason ?? null,
      desk: move.desk ?? null,
      note: move.note ?? null,
    })
    .execute();
}

async function carryOutEffect(tx: GatewayTransaction, message: ModeratedMessage, effect: MessageEffect): Promise<void> {
  const id = idToBytes(message.messageId);
  switch (effect) {
    case 'put-on-tablet':
      return putOnTablet(tx, message);
    case 'remove-from-tablet':
      return appendChange(tx, {
        audience: personAudience(message.personId),
        record: messagingRecords.message,
        id: message.messageId,
        removed: true,
      });
    case 'deliver':
      await tx
        .tables<MessagingTables>()
        .insertInto('messaging_deliveries')
        .values({
          message: id,
          contact: idToBytes(message.contactId),
          released_at: tx.now,
          attempts: 0,
          next_attempt_at: tx.now,
        })
        .execute();
      return tx.announce(FAMILY_NEWS);
    case 'cancel-delivery':
      await tx.tables<MessagingTables>().deleteFrom('messaging_deliveries').where('message', '=', id).execute();
      return;
    case 'tell-family':
      return tellFamily(tx, { message: id, state: message.state, reason: message.reason, at: tx.now });
    default:
      neverReached(effect);
  }
}

/** Notes the newest state of a message from outside for its writer; only the newest is ever told. */
export async function tellFamily(
  tx: GatewayTransaction,
  news: { readonly message: Uint8Array; readonly state: string; readonly reason: string | null; readonly at: number },
): Promise<void> {
  await tx
    .tables<MessagingTables>()
    .insertInto('messaging_statuses')
    .values({ ...news, revision: 1, pushed: 0 })
    .onConflict((conflict) =>
      conflict.column('message').doUpdateSet((eb) => ({
        state: news.state,
        reason: news.reason,
        at: news.at,
        revision: eb('messaging_statuses.revision', '+', 1),
      })),
    )
    .execute();
  tx.announce(FAMILY_NEWS);
}

function auditActor(actor: StepActor): {
  readonly kind: 'staff' | 'gateway' | 'family' | 'tablet';
  readonly id: string;
} {
  switch (actor.kind) {
    case 'staff':
      return { kind: 'staff', id: actor.id };
    case 'policy':
      return { kind: 'gateway', id: `messages-policy-${actor.id}` };
    case 'family-service':
      return { kind: 'family', id: actor.id };
    case 'tablet':
      return { kind: 'tablet', id: actor.id };
    default:
      return neverReached(actor.kind);
  }
}
