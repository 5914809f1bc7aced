import { z } from 'zod/mini';
import { timeSchema } from '../ids.ts';

/** What the person was told and chose about self-help; one record each. */
export const profileSchema = z.strictObject({
  /** When they read who sees what and began. */
  welcomedAt: z.nullable(timeSchema),
  /** Written by tablets of before each measure told its own rules about alerts; nothing reads it. */
  toldPolicy: z.optional(z.nullable(z.string().check(z.maxLength(40)))),
  /** The diary asks about use only when the person switched it on. */
  asksUse: z.boolean(),
});
export type Profile = z.infer<typeof profileSchema>;
