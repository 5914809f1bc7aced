import { askAppealSchema } from '#protocol/messaging/appeal.ts';
import { nextMessageState } from '#protocol/messaging/rules.ts';
import {
  messagingOperations,
  messagingRecords,
  readMessageSchema,
  sendMessageSchema,
  type ReadMessage,
  type SendMessage,
} from '#protocol/messaging/schema.ts';
import type { PersonId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { bytesToId, idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import { loadPerson } from '../../people/person-queries.ts';
import type { PeopleTables } from '../../people/tables.ts';
import { appendChange, personAudience } from '../../sync/change-log.ts';
import type { ApplyOperation, OperationContext } from '../../sync/push-dependencies.ts';
import { applyAppeal } from './appeals/appeal-actions.ts';
import { contactOfRow } from './message-rows.ts';
import { effectsOf, isVisibleInside } from './moderation/effects.ts';
import { loadContactRow, loadMessage, policyInForce } from './queries.ts';
import { putOnTablet, saveMove, updateMessage } from './save-move.ts';
import { policyForPerson, takeIn } from './take-in.ts';
import type { ContactRow, MessagingTables } from './tables.ts';

type Applied = Promise<Result<void, { readonly code: string }>>;

/** What intake needs from outside: `chance` gives a random number from 0 to below 1 for the policy's sample. */
export type MessagingOperationsDependencies = { readonly chance: () => number };

/**
 * Builds the mirror of the tablet's `actions.ts`: `messaging.send`, `messaging.read`, `messaging.appeal`. Refusals by rule that the
 * writer should see in the thread are stored as `refused` messages and answered ok (SYNC: a refusal that leaves a
 * record); those that must leave nothing are failures: `contact-unknown`, `contact-privileged`, `message-exists`.
 */
export function createMessagingOperations(dependencies: MessagingOperationsDependencies): ApplyOperation {
  return async (tx, operation, context) => {
    switch (operation.kind) {
      case messagingOperations.send: {
        const payload = sendMessageSchema.safeParse(operation.payload);
        if (!payload.success) return fail({ code: 'payload-invalid' });
        return applySend(tx, payload.data, { ...context, writtenAt: operation.composedAt }, dependencies);
      }
      case messagingOperations.read: {
        const payload = readMessageSchema.safeParse(operation.payload);
        if (!payload.success) return fail({ code: 'payload-invalid' });
        return applyRead(tx, payload.data, context);
      }
      case messagingOperations.appeal: {
        const payload = askAppealSchema.safeParse(operation.payload);
        if (!payload.success) return fail({ code: 'payload-invalid' });
        return applyAppeal(tx, payload.data, context);
      }
      default:
        return fail({ code: 'kind-unknown' });
    }
  };
}

/** Puts a contact into its prisoner's stream. */
export async function putContact(tx: GatewayTransaction, row: ContactRow): Promise<void> {
  const contact = contactOfRow(row);
  const audience = personAudience(bytesToId<PersonId>(row.person));
  await appendChange(tx, { audience, record: messagingRecords.contact, id: contact.contactId, put: contact });
}

/** Tells a person's tablets the policy in force, once for each version of it. */
export async function putPolicy(tx: GatewayTransaction, personId: PersonId): Promise<void> {
  const tables = tx.tables<MessagingTables>();
  const policy = await policyInForce(tables, tx.now);
  const person = idToBytes(personId);
  const told = await tables
    .selectFrom('messaging_policy_told')
    .select('version')
    .where('person', '=', person)
    .executeTakeFirst();
  if (told?.version === policy.version) return;
  await appendChange(tx, {
    audience: personAudience(personId),
    record: messagingRecords.policy,
    id: 'policy',
    put: policyForPerson(policy),
  });
  await tables
    .insertInto('messaging_policy_told')
    .values({ person, version: policy.version })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ version: policy.version }))
    .execute();
}

async function applySend(
  tx: GatewayTransaction,
  payload: SendMessage,
  context: OperationContext & { readonly writtenAt: number },
  dependencies: MessagingOperationsDependencies,
): Applied {
  const tables = tx.tables<MessagingTables>();
  const contact = await loadContactRow(tables, payload.contactId);
  // Another prisoner's contact is as unknown as one that never was.
  if (contact === undefined || bytesToId(contact.person) !== context.personId) return fail({ code: 'contact-unknown' });
  if ((await loadMessage(tables, payload.messageId)) !== undefined) return fail({ code: 'message-exists' });
  const person = await loadPerson(tx.tables<PeopleTables>(), context.personId);
  const taken = await takeIn(tx, {
    messageId: payload.messageId,
    personId: context.personId,
    contact,
    direction: 'out',
    body: payload.body,
    writtenAt: context.writtenAt,
    receipt: context.receipt,
    ownNumber: person?.prisonerNumber ?? null,
    chance: dependencies.chance(),
  });
  return taken.ok ? ok(undefined) : fail(taken.error);
}

/** The person opened a received message: that is its receipt, and the family is told it arrived. */
async function applyRead(tx: GatewayTransaction, payload: ReadMessage, context: OperationContext): Applied {
  const message = await loadMessage(tx.tables<MessagingTables>(), payload.messageId);
  if (message === undefined || message.personId !== context.personId || message.direction !== 'in') {
    return fail({ code: 'message-unknown' });
  }
  if (message.readAt !== null) return ok(undefined);
  const read = { ...message, readAt: tx.now };
  const next = nextMessageState(message.state, 'receipt');
  if (next.ok) {
    const after = { ...read, state: next.value, history: [...message.history, { state: next.value, at: tx.now }] };
    const actor = { kind: 'tablet', id: context.tabletId } as const;
    await saveMove(tx, { before: message, after, action: 'receipt', actor, effects: effectsOf(message, after) });
    return ok(undefined);
  }
  // Read on a tablet that had not yet heard of the recall: it is noted, and stays taken back.
  await updateMessage(tx, read);
  if (isVisibleInside(read)) await putOnTablet(tx, read);
  return ok(undefined);
}
