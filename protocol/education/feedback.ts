import { z } from 'zod/mini';
import { packIdSchema, timeSchema } from '../ids.ts';
import { activityIdSchema } from '../packs/inline-text.ts';

/** Why somebody liked a lesson, and why not: fixed choices, no words of their own (capability L9). */
export const LIKE_REASONS = ['enjoyed', 'useful', 'interesting', 'easy-to-understand'] as const;
export const DISLIKE_REASONS = ['not-enjoyed', 'not-relevant', 'not-interesting', 'hard-to-understand'] as const;

/** Operation `education.feedback` and, on the person's stream, the record of that name: what they think of one item now. */
export const feedbackSchema = z.discriminatedUnion('liked', [
  z.strictObject({ ...about(), liked: z.literal(true), reason: z.nullable(z.enum(LIKE_REASONS)) }),
  z.strictObject({ ...about(), liked: z.literal(false), reason: z.nullable(z.enum(DISLIKE_REASONS)) }),
]);
export type Feedback = z.infer<typeof feedbackSchema>;

/** The kind of the operation, and of the record on the person's stream. Id: activityId. */
export const FEEDBACK = 'education.feedback';

function about() {
  return { packId: packIdSchema, activityId: activityIdSchema, at: timeSchema };
}
