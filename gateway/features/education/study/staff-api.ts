import { z } from 'zod/mini';
import { packIdSchema } from '#protocol/ids.ts';

/** Fewer people than this could be guessed by name, so their words are not shown apart (small numbers are suppressed). */
export const FEWEST_SHOWN = 5;

/** A count, or null where it is above nothing and below `FEWEST_SHOWN`. */
const count = z.nullable(z.int().check(z.gte(0)));

/** What people think of each item of a pack: counts, never who. */
export const packFeedbackSchema = z.object({
  items: z.array(
    z.object({
      activityId: z.string(),
      title: z.record(z.string(), z.string()),
      liked: count,
      disliked: count,
      reasons: z.array(z.object({ reason: z.string(), count })),
    }),
  ),
});
export type PackFeedback = z.infer<typeof packFeedbackSchema>;

export const feedbackParamsSchema = z.object({ packId: packIdSchema });
