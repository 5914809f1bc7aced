import { z } from 'zod/mini';
import type { ProgressTally } from '#protocol/education/progress-tally.ts';

const tallySchema = z.object({
  opened: z.boolean(),
  completed: z.boolean(),
  attempts: z.array(
    z.object({ eventId: z.string(), at: z.number(), fraction: z.optional(z.number()), passed: z.boolean(), byScore: z._default(z.boolean(), false) }),
  ),
  furthest: z.number(),
  furthestPage: z._default(z.number(), 0),
  share: z._default(z.number(), 0),
  workedMs: z.number(),
  firstAt: z.optional(z.number()),
  lastAt: z.optional(z.number()),
});

/** A tally as it lies in its row. Throws when the row is broken: it is derived, and `recountProgress` makes it anew. */
export function parseTally(json: string): ProgressTally {
  const { attempts, firstAt, lastAt, ...rest } = tallySchema.parse(JSON.parse(json));
  return { ...rest, attempts: attempts.map((attempt) => ({ ...attempt, fraction: attempt.fraction })), firstAt, lastAt };
}
