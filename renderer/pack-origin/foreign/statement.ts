import { z } from 'zod/mini';
import type { Claim } from './foreign-session.ts';

/** Verbs of cmi5 (section 9.3) and the one of H5P that carries a result, by what follows the last slash. */
export type KnownVerb = 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated' | 'answered' | 'other';

const VERBS: Readonly<Record<string, KnownVerb>> = {
  'http://adlnet.gov/expapi/verbs/initialized': 'initialized',
  'http://adlnet.gov/expapi/verbs/completed': 'completed',
  'http://adlnet.gov/expapi/verbs/passed': 'passed',
  'http://adlnet.gov/expapi/verbs/failed': 'failed',
  'http://adlnet.gov/expapi/verbs/terminated': 'terminated',
  'http://adlnet.gov/expapi/verbs/answered': 'answered',
};

const scoreSchema = z.object({
  scaled: z.optional(z.number().check(z.gte(-1), z.lte(1))),
  raw: z.optional(z.number()),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
});

/** As much of an xAPI 1.0.3 statement as says anything about progress. */
export const statementSchema = z.object({
  id: z.optional(z.string()),
  verb: z.object({ id: z.string().check(z.maxLength(500)) }),
  object: z.optional(z.looseObject({})),
  result: z.optional(
    z.looseObject({ score: z.optional(scoreSchema), success: z.optional(z.boolean()), completion: z.optional(z.boolean()) }),
  ),
  context: z.optional(z.looseObject({})),
});
/** A statement of a course. */
export type Statement = z.infer<typeof statementSchema>;

/** What the statement's verb is to us. */
export function knownVerb(statement: Statement): KnownVerb {
  return VERBS[statement.verb.id] ?? 'other';
}

/** The score of a statement as marks: scaled over 100, else raw between its bounds; nothing where neither makes sense. */
export function marksOf(statement: Statement): Claim['data'] {
  const score = statement.result?.score;
  if (score === undefined) return {};
  const { scaled, raw, min = 0, max } = score;
  if (raw !== undefined && max !== undefined && max > min && max - min <= 10_000) {
    return { score: Math.min(max - min, Math.max(0, raw - min)), outOf: max - min };
  }
  return scaled === undefined ? {} : { score: Math.max(0, scaled) * 100, outOf: 100 };
}
