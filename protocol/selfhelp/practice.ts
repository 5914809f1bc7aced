import { z } from 'zod/mini';
import { areaSchema, ratingSchema } from './schema.ts';

/** What somebody answered in a technique: words, a number, yes or no, or several words. */
const answerSchema = z.union([z.string().check(z.maxLength(4000)), z.number(), z.boolean(), z.array(z.string().check(z.maxLength(600))).check(z.maxLength(60))]);

/** One time that a technique of the toolbox was practised; each is a record of its own. */
export const practiceSchema = z.strictObject({
  technique: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  area: areaSchema,
  /** The person's own rating before and after; null where it was left out. */
  before: z.nullable(ratingSchema),
  after: z.nullable(ratingSchema),
  answers: z.record(z.string().check(z.regex(/^[a-zA-Z0-9._-]{1,60}$/)), answerSchema),
  /** False where it was left half way and kept. */
  finished: z.boolean(),
});
export type Practice = z.infer<typeof practiceSchema>;
