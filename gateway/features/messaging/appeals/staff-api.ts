import { z } from 'zod/mini';
import { sha256Schema, timeSchema } from '#protocol/ids.ts';
import { appealAnswerCodes, appealRecordSchema } from '#protocol/messaging/appeal.ts';
import { stopReasonCodes } from '#protocol/messaging/reasons.ts';
import { messageViewSchema, queueItemSchema, remarkText } from '../staff-api.ts';

/**
 * One row of the appeals: who and by when, but not the words. `late`: it was due before now. `mine`: they had a part in
 * the stop and may not answer.
 */
export const appealItemSchema = z.extend(queueItemSchema, {
  reason: z.nullable(z.enum(stopReasonCodes)),
  askedAt: timeSchema,
  answerBy: timeSchema,
  late: z.boolean(),
  mine: z.boolean(),
});
export type AppealItem = z.infer<typeof appealItemSchema>;

/** GET /messages/appeals : those that wait for an answer, the first due first, at most 200. */
export const appealsSchema = z.object({ items: z.array(appealItemSchema) });
export type Appeals = z.infer<typeof appealsSchema>;

/** GET /messages/:messageId/appeal : the message with its words and what the writer said; audited. */
export const appealViewSchema = z.object({ message: messageViewSchema, appeal: appealRecordSchema, mine: z.boolean() });
export type AppealView = z.infer<typeof appealViewSchema>;

/** POST /messages/:messageId/appeal. `remark` is read by the writer; `note` only by colleagues. */
export const answerRequestSchema = z.strictObject({
  bodySha256: sha256Schema,
  answer: z.enum(appealAnswerCodes),
  remark: z.nullable(remarkText),
  note: z.nullable(remarkText),
});
export type AnswerRequestBody = z.infer<typeof answerRequestSchema>;

/** What came of it. */
export const answerReplySchema = z.object({ action: z.enum(['uphold', 'overturn']) });
export type AnswerReply = z.infer<typeof answerReplySchema>;
