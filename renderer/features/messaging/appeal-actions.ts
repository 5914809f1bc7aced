import { operationIdSchema, type MessageId } from '#protocol/ids.ts';
import { askAppealSchema, checkAppeal, nextAppealState, type AppealFault, type AskAppeal } from '#protocol/messaging/appeal.ts';
import { messagingOperations } from '#protocol/messaging/schema.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { MessagingParts } from './actions.ts';
import { loadAppeal, loadMessage } from './queries.ts';
import { messagingTables, type StoredAppeal } from './tables.ts';

/** Why an appeal was not stored. `not-plain`: signs that are never sent, or too many of them. */
export type AskFault = AppealFault | { readonly code: 'not-plain' | 'storage-full' | 'signed-out' };

/**
 * Asks for another look at a stopped message: the appeal as it waits here and the operation in one transaction (SPEC
 * OUT-1). `words` may be empty. Takes the tablet's clock for what it offers; the gateway's decides.
 */
export async function askForAnotherLook(the: MessagingParts, messageId: MessageId, words: string): Promise<Result<void, AskFault>> {
  const [message, appeal] = await Promise.all([loadMessage(the.database, messageId), loadAppeal(the.database, messageId)]);
  if (message === undefined || appeal === undefined) return fail({ code: 'appeal-not-stopped' });
  const checked = checkAppeal({ message, appeal, now: the.now, lateBy: 0 });
  if (!checked.ok) return checked;
  const tidy = words.replace(/\r\n?/g, '\n').trim();
  const payload = askAppealSchema.safeParse({ messageId, words: tidy === '' ? null : tidy });
  if (!payload.success) return fail({ code: 'not-plain' });
  const next = nextAppealState(appeal.state, 'write');
  if (!next.ok) return fail({ code: 'appeal-made' });
  const operationId = operationIdSchema.parse(the.outbox.newId());
  const stored = await the.outbox.recordIntention({
    writes: [await messagingTables(the.database).appeals.preparePut({ ...appeal, draft: undefined, state: next.value, words: payload.data.words, operationId })],
    operations: [{ id: operationId, kind: messagingOperations.appeal, payload: payload.data satisfies AskAppeal }],
  });
  return stored.ok ? ok(undefined) : stored;
}

/** Keeps what somebody began to say before they ask; stays on this tablet. Does nothing once it was asked. */
export async function keepAppealDraft(the: MessagingParts, messageId: MessageId, draft: string): Promise<Result<null, { readonly code: 'storage-full' | 'signed-out' }>> {
  return change(the, messageId, (appeal) => (appeal.state === 'open' ? { ...appeal, draft } : undefined));
}

/** Remembers that the answer was looked at: the reminder on the home screen ends. */
export async function markAnswerSeen(the: MessagingParts, messageId: MessageId): Promise<void> {
  await change(the, messageId, (appeal) => (appeal.seenAt === undefined ? { ...appeal, seenAt: the.now } : undefined));
}

async function change(the: MessagingParts, messageId: MessageId, apply: (appeal: StoredAppeal) => StoredAppeal | undefined): Promise<Result<null, { readonly code: 'storage-full' | 'signed-out' }>> {
  const appeal = await loadAppeal(the.database, messageId);
  const changed = appeal && apply(appeal);
  if (changed === undefined) return ok(null);
  const stored = await the.outbox.recordIntention({ writes: [await messagingTables(the.database).appeals.preparePut(changed)], operations: [] });
  return stored.ok ? ok(null) : stored;
}
