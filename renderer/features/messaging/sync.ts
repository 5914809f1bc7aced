import { contactSchema, messagePolicySchema, messageRecordSchema, messagingOperations, messagingRecords } from '#protocol/messaging/schema.ts';
import type { Change } from '#protocol/sync/change.ts';
import type { Answer } from '#protocol/sync/operation.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import type { StoreWrite } from '../../db/stores.ts';
import { applyAppealAnswer, applyAppealChange } from './sync-appeals.ts';
import { messagingTables, POLICY_ID } from './tables.ts';

/**
 * A change of the person stream as writes. Applying it twice has the effect of once (SPEC PULL-3). A record this
 * edition does not know is left out: a newer gateway may say more than we understand.
 */
export async function applyMessagingChange(change: Change, database: PersonDatabase): Promise<readonly StoreWrite[]> {
  const { contacts, messages, policy } = messagingTables(database);
  switch (change.record) {
    case messagingRecords.contact:
      if ('removed' in change) return [contacts.prepareDelete(change.id)];
      return [await contacts.preparePut(contactSchema.parse(change.put))];
    case messagingRecords.message: {
      if ('removed' in change) return [messages.prepareDelete(change.id)];
      const incoming = messageRecordSchema.parse(change.put);
      const known = await messages.get(incoming.messageId);
      // That the person opened it may still be on its way to the gateway; a re-sent record must not make it new again.
      const isSame = known?.state === incoming.state;
      return [await messages.preparePut({ ...incoming, readAt: incoming.readAt ?? (isSame ? (known.readAt ?? null) : null) })];
    }
    case messagingRecords.policy:
      if ('removed' in change) return [policy.prepareDelete(POLICY_ID)];
      return [await policy.preparePut({ ...messagePolicySchema.parse(change.put), id: POLICY_ID })];
    case messagingRecords.appeal:
      return 'removed' in change ? [messagingTables(database).appeals.prepareDelete(change.id)] : applyAppealChange(change.put, database);
    default:
      return [];
  }
}

/**
 * The gateway's answer to what was handed over: of a message its receipt, or why it was refused. The record the gateway
 * sends later replaces this.
 */
export async function applyMessagingAnswer(
  answered: { readonly id: string; readonly kind: string; readonly answer: Answer },
  database: PersonDatabase,
): Promise<readonly StoreWrite[]> {
  if (answered.kind === messagingOperations.appeal) return applyAppealAnswer(answered, database);
  if (answered.kind !== messagingOperations.send) return [];
  const { messages } = messagingTables(database);
  const message = await messages.get(answered.id);
  if (message?.state !== 'waiting') return [];
  const { answer } = answered;
  if (answer.answer === 'accepted') return [await messages.preparePut({ ...message, receipt: answer.receipt })];
  if (answer.answer === 'retry') return [];
  const refused = { state: 'refused', at: answer.at } as const;
  return [
    await messages.preparePut({
      ...message,
      state: 'refused',
      history: [...message.history, refused],
      refusal: answer.detail ?? answer.code,
    }),
  ];
}
