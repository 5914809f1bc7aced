import { z } from 'zod/mini';
import type { ProgressData } from '#protocol/education/schema.ts';
import type { Claim } from './foreign-session.ts';

/** What a course's data model says of an attempt, in one form for SCORM 1.2 and 2004. */
export type ScormOutcome = {
  readonly completed: boolean;
  readonly success: 'unknown' | 'passed' | 'failed';
  /** Marks, from 0, and the most there are; undefined where the course gave no score that makes sense. */
  readonly marks: { readonly score: number; readonly outOf: number } | undefined;
  /** Share of the marks that passes, 0 to 1. */
  readonly passMark: number | undefined;
  /** How far, 0 to 1. */
  readonly share: number | undefined;
};

const text = z.optional(z.string());
const scoreSchema = z.optional(z.object({ scaled: text, raw: text, min: text, max: text }));
const cmi12Schema = z.object({
  core: z.object({ lesson_status: text, score: scoreSchema }),
  student_data: z.optional(z.object({ mastery_score: text })),
});
const cmi2004Schema = z.object({
  completion_status: text,
  success_status: text,
  progress_measure: text,
  scaled_passing_score: text,
  score: scoreSchema,
});

const NOTHING: ScormOutcome = { completed: false, success: 'unknown', marks: undefined, passMark: undefined, share: undefined };

/** Reads SCORM 1.2's data model, where one word says both completion and success. Anything else is as nothing. */
export function readOutcome12(cmi: unknown): ScormOutcome {
  const parsed = cmi12Schema.safeParse(cmi);
  if (!parsed.success) return NOTHING;
  const { core, student_data: student } = parsed.data;
  const status = core.lesson_status ?? '';
  return {
    completed: status === 'completed',
    success: status === 'passed' || status === 'failed' ? status : 'unknown',
    marks: readMarks({ ...core.score, scaled: undefined }, 100),
    passMark: between(0, 1, numberOf(student?.mastery_score, 100)),
    share: undefined,
  };
}

/** Reads SCORM 2004's data model. Anything else is as nothing. */
export function readOutcome2004(cmi: unknown): ScormOutcome {
  const parsed = cmi2004Schema.safeParse(cmi);
  if (!parsed.success) return NOTHING;
  const { completion_status: completion, success_status: success, progress_measure: share, scaled_passing_score: pass, score } = parsed.data;
  return {
    completed: completion === 'completed',
    success: success === 'passed' || success === 'failed' ? success : 'unknown',
    marks: readMarks(score ?? {}, undefined),
    passMark: between(0, 1, numberOf(pass)),
    share: between(0, 1, numberOf(share)),
  };
}

/**
 * What there is to say of an attempt after what was said before: each change once. Success has the score; a course that
 * only completes has it too.
 */
export function claimsOf(before: ScormOutcome, now: ScormOutcome): readonly Claim[] {
  const data = dataOf(now);
  const claims: Claim[] = [];
  const isNewScore = before.marks?.score !== now.marks?.score;
  if (now.completed && !before.completed) claims.push({ verb: 'completed', data });
  if (now.success !== 'unknown' && (now.success !== before.success || isNewScore)) claims.push({ verb: now.success, data });
  if (claims.length === 0 && now.share !== undefined && now.share !== before.share) claims.push({ verb: 'progressed', data: { share: now.share } });
  return claims;
}

function dataOf({ marks, passMark }: ScormOutcome): ProgressData {
  return { ...marks, ...(marks === undefined || passMark === undefined ? {} : { passMark }) };
}

type Score = { readonly scaled?: string | undefined; readonly raw?: string | undefined; readonly min?: string | undefined; readonly max?: string | undefined };

/** Marks from a scaled score (-1 to 1; below nothing is nothing), else from raw between its bounds. */
function readMarks(score: Score, usualMax: number | undefined): ScormOutcome['marks'] {
  const scaled = numberOf(score.scaled);
  if (scaled !== undefined) return { score: Math.round(Math.min(1, Math.max(0, scaled)) * 10_000) / 100, outOf: 100 };
  const raw = numberOf(score.raw);
  const min = numberOf(score.min) ?? 0;
  const outOf = (numberOf(score.max) ?? usualMax ?? 100) - min;
  if (raw === undefined || outOf <= 0 || outOf > 10_000) return undefined;
  return { score: Math.min(outOf, Math.max(0, raw - min)), outOf };
}

function numberOf(written: string | undefined, over = 1): number | undefined {
  const value = written === undefined || written.trim() === '' ? NaN : Number(written);
  return Number.isFinite(value) ? value / over : undefined;
}

function between(low: number, high: number, value: number | undefined): number | undefined {
  return value === undefined || value < low || value > high ? undefined : value;
}
