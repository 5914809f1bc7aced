import { contactIdSchema, messageIdSchema, operationIdSchema, type MessageId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { checkDraft, type DraftFault } from '#protocol/messaging/rules.ts';
import {
  bodySchema,
  messagingOperations,
  type Contact,
  type MessageRecord,
  type ReadMessage,
  type SendMessage,
} from '#protocol/messaging/schema.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import type { Outbox } from '../../sync/outbox.ts';
import { loadAllMessages, loadPolicy } from './queries.ts';
import { countSentThisWeek } from './rules.ts';
import { messagingTables } from './tables.ts';

/** What the actions stand on: the person's database and outbox, and the time (milliseconds, the device's clock). */
export type MessagingParts = { readonly database: PersonDatabase; readonly outbox: Outbox; readonly now: number };

/** Why a message was not stored. `not-plain`: signs that are never sent; `storage-full`: no room, nothing changed. */
export type SendFault = DraftFault | { readonly code: 'not-plain' | 'storage-full' | 'signed-out' };

/**
 * Stores a message and hands it to the outbox: record, operation and the end of the draft in one transaction, so that
 * no power cut leaves one without the other (SPEC OUT-1). The operation has the message's own id.
 */
export async function sendMessage(the: MessagingParts, contact: Contact, draft: string): Promise<Result<{ readonly messageId: MessageId }, SendFault>> {
  const { database, outbox, now } = the;
  const [policy, all] = await Promise.all([loadPolicy(database), loadAllMessages(database)]);
  const checked = checkDraft(draft, { contact, policy, sentThisWeek: countSentThisWeek(all, now), now });
  if (!checked.ok) return checked;
  const body = bodySchema.safeParse(checked.value);
  if (!body.success) return fail({ code: 'not-plain' });
  const messageId = messageIdSchema.parse(outbox.newId());
  const { contactId } = contact;
  const { messages, drafts } = messagingTables(database);
  const payload: SendMessage = { messageId, contactId, body: body.data };
  const stored = await outbox.recordIntention({
    writes: [await messages.preparePut(newMessage(payload, now)), drafts.prepareDelete(contactId)],
    operations: [{ id: operationIdSchema.parse(messageId), kind: messagingOperations.send, payload }],
  });
  return stored.ok ? ok({ messageId }) : stored;
}

function newMessage({ messageId, contactId, body }: SendMessage, now: number): MessageRecord {
  return {
    messageId,
    contactId,
    direction: 'out',
    body,
    writtenAt: now,
    state: 'waiting',
    history: [{ state: 'waiting', at: now }],
    receipt: null,
    reason: null,
    refusal: null,
    remark: null,
    readAt: null,
  };
}

/** Takes a message back before it was handed over (SPEC OUT-5). Its text is gone from the tablet when this resolves. */
export async function withdrawMessage(the: MessagingParts, messageId: MessageId): Promise<Result<void, { readonly code: 'already-sent' | 'unknown-operation' | 'storage-full' | 'signed-out' }>> {
  const { messages } = messagingTables(the.database);
  return the.outbox.withdraw(operationIdSchema.parse(messageId), [messages.prepareDelete(messageId)]);
}

/**
 * Remembers that the person has opened messages. For received ones the gateway is told; for one's own that were
 * stopped it is only to end the reminder.
 */
export async function markRead(the: MessagingParts, opened: readonly MessageRecord[]): Promise<void> {
  const unread = opened.filter((message) => message.readAt === null);
  if (unread.length === 0) return;
  const { messages } = messagingTables(the.database);
  await the.outbox.recordIntention({
    writes: await Promise.all(unread.map((message) => messages.preparePut({ ...message, readAt: the.now }))),
    operations: unread
      .filter((message) => message.direction === 'in')
      .map(({ messageId }) => ({ kind: messagingOperations.read, payload: { messageId } satisfies ReadMessage })),
  });
}

/** Keeps what is being written, encrypted, as often as it pauses; an empty draft is none. Stays on this tablet. */
export async function saveDraft(the: MessagingParts, contactId: string, body: string): Promise<Result<null, { readonly code: 'storage-full' | 'signed-out' }>> {
  const { drafts } = messagingTables(the.database);
  const id = contactIdSchema.parse(contactId);
  const write = body.trim() === '' ? drafts.prepareDelete(id) : await drafts.preparePut({ contactId: id, body, savedAt: the.now });
  const saved = await the.outbox.recordIntention({ writes: [write], operations: [] });
  return saved.ok ? ok(null) : saved;
}
