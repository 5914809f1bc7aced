import { z } from 'zod/mini';

/**
 * The body of every reply that is not a success, on both doors. `code` is for the caller to switch on (the table is
 * `error-replies.ts`), `message` is a sentence for a member of staff.
 */
export const errorReplySchema = z.object({
  code: z.string(),
  message: z.string(),
  /** What the code leaves open, for example why a pack was refused. Never anything a caller sent. */
  detail: z.optional(z.string()),
  /** Milliseconds to wait before trying again, where waiting helps. */
  retryAfter: z.optional(z.int()),
});
export type ErrorReply = z.infer<typeof errorReplySchema>;

/** The body of a success that has nothing to say. */
export const doneSchema = z.object({ done: z.literal(true) });

/** GET /api/staff/overview: the figures of the home page, only those the role may see. */
export const overviewSchema = z.object({
  /** `tablets.enrolled`, `messages.held`, …; each feature contributes its own. */
  counts: z.array(z.object({ name: z.string(), count: z.int() })),
});
export type Overview = z.infer<typeof overviewSchema>;
