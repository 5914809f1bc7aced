import type { MessageId } from '#protocol/ids.ts';
import { ok, type Result } from '#protocol/result.ts';
import { sendReplyReplySchema, type SendReply, type Thread } from '../family-api.ts';
import { callFamily, type CallFailure } from './call-family.ts';
import type { Draft } from './drafts.ts';
import { rememberSent } from './own-words.ts';
import { sealReply } from './seal-reply.ts';

/**
 * Seals a message and hands it in. The sealed form is kept with the draft before it is tried, and the same text is
 * tried again with the same sealed bytes: a lost answer can never send a letter twice. Succeeds only on the service's
 * own word that it has the message.
 */
export async function handIn(
  thread: Thread,
  body: string,
  draft: Draft,
  keep: (draft: Draft) => void,
): Promise<Result<void, CallFailure>> {
  const { contactId } = thread.person;
  const sealed = draft.attempt?.body === body ? draft.attempt.sealed : await seal(thread, body);
  keep({ text: draft.text, attempt: { body, sealed } });
  const answer = await callFamily({
    method: 'POST',
    path: `/people/${contactId}/messages`,
    reply: sendReplyReplySchema,
    body: sealed,
  });
  if (!answer.ok) return answer;
  rememberSent({ contactId, messageId: sealed.messageId, at: answer.value.message.at }, body);
  return ok(undefined);
}

async function seal(thread: Thread, body: string): Promise<SendReply> {
  const messageId = crypto.randomUUID() as MessageId;
  const { enc, box } = await sealReply({
    contactId: thread.person.contactId,
    messageId,
    gatewayKey: thread.gatewayKey,
    body,
  });
  return { messageId, enc, box };
}
