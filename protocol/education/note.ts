import { z } from 'zod/mini';
import { packIdSchema, timeSchema } from '../ids.ts';
import { activityIdSchema } from '../packs/inline-text.ts';

/** Operation: a `SaveRecord` (protocol/private-records); person stream: a `StoredRecord`. Notes, goals and chosen courses are in it, sealed. */
export const PRIVATE_OPERATION = 'education.save-private';
export const PRIVATE_RECORD = 'education.private';

/** Longest document, in UTF-16 units: about eight pages, and sealed it fits one operation. */
export const MAX_DOCUMENT = 20_000;

/** Something a person wrote, readable by them alone: a free document, or notes beside one lesson. */
export const noteSchema = z.strictObject({
  kind: z.literal('note'),
  title: z.string().check(z.maxLength(200)),
  body: z.string().check(z.maxLength(MAX_DOCUMENT)),
  /** The lesson beside which it was written; absent on a free document. */
  beside: z.optional(z.strictObject({ packId: packIdSchema, activityId: activityIdSchema })),
  changedAt: timeSchema,
  /** Put aside by the person; it can be brought back. */
  deletedAt: z.optional(timeSchema),
});
export type Note = z.infer<typeof noteSchema>;
