import { operationIdSchema, type MessageId } from '#protocol/ids.ts';
import { askAppealSchema, checkAppeal, nextAppealState, type AppealFault, type AskAppeal } from '#protocol/messaging/appeal.ts';
import { messagingOperations } from '#protocol/messaging/schema.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { MessagingParts } from './actions.ts';
import { loadAppeal, loadMessage } from './queries.ts';
import { messagingTables } from './tables.ts';

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
    writes: [await messagingTables(the.database).appeals.preparePut({ ...appeal, state: next.value, words: payload.data.words, operationId })],
    operations: [{ id: operationId, kind: messagingOperations.appeal, payload: payload.data satisfies AskAppeal }],
  });
  return stored.ok ? ok(undefined) : stored;
}
