import { z } from 'zod/mini';

/**
 * One filling-in of a published measure: the raw answers and what they were answers to. Scores are worked out from these
 * whenever they are shown, so that a mistake in a rule never becomes a stored fact.
 */
export const measureSchema = z.strictObject({
  /** The measure's folder name: `phq-9`. */
  instrument: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  /** As long as an instrument's file may say it. */
  version: z.string().check(z.maxLength(60)),
  language: z.string().check(z.maxLength(12)),
  /** Which time the questions were about, where the measure lets it be chosen: `before-custody`. */
  window: z.nullable(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))),
  /** What the measure was asked about, where it is asked for each drug. */
  about: z.nullable(z.string().check(z.maxLength(60))),
  /** The chosen option's value by item, null where an item was left out. */
  answers: z.record(z.string().check(z.regex(/^[a-zA-Z0-9-]{1,20}$/)), z.nullable(z.int())),
});
export type Measure = z.infer<typeof measureSchema>;
