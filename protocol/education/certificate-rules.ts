import type { Manifest } from '../packs/manifest.ts';
import { fail, ok, type Result } from '../result.ts';
import type { CertificateResult } from './certificate.ts';
import { EMPTY_TALLY, type ProgressTally } from './progress-tally.ts';
import { figuresOfTally, isDone, type ProgressFigures } from './rules.ts';

type Course = Pick<Manifest, 'certificate' | 'items'>;

/** Why there is no certificate (yet). `activityIds` are those still to be done or passed. */
export type CertificateFault =
  | { readonly code: 'none-offered' }
  | { readonly code: 'not-done' | 'not-passed'; readonly activityIds: readonly string[] }
  | { readonly code: 'too-little-time'; readonly missingSeconds: number };

/** What a certificate stands for: the seconds of work, and each pass mark with the best that was reached. */
export type CertificateGrounds = { readonly seconds: number; readonly results: readonly CertificateResult[] };

/** Kinds that count only when they are passed: seeing a quiz is not passing it. */
const MUST_PASS = ['quiz', 'assignment'];

/**
 * The rule of a certificate (issue 2, L5): every item done by its own rule, every quiz and every written task passed, and
 * the seconds of work that the signed manifest asks for. "Needs another go" never yields one, however often. Takes what
 * was counted of each activity, by its id; answers the seconds of work and the marks.
 */
export function checkCertificate(course: Course, tallies: ReadonlyMap<string, ProgressTally>): Result<CertificateGrounds, CertificateFault> {
  if (course.certificate === undefined || course.items.length === 0) return fail({ code: 'none-offered' });
  const items = course.items.map((item) => ({ ...item, figures: figuresOfTally(tallies.get(item.activityId) ?? EMPTY_TALLY, item) }));
  const undone = items.filter(({ figures }) => !isDone(figures));
  if (undone.length > 0) return fail({ code: 'not-done', activityIds: undone.map(({ activityId }) => activityId) });
  const unpassed = items.filter(({ kind, figures }) => MUST_PASS.includes(kind) && figures.status !== 'passed');
  if (unpassed.length > 0) return fail({ code: 'not-passed', activityIds: unpassed.map(({ activityId }) => activityId) });
  const seconds = items.reduce((sum, { figures }) => sum + figures.seconds, 0);
  const missingSeconds = course.certificate.minSeconds - seconds;
  return missingSeconds > 0 ? fail({ code: 'too-little-time', missingSeconds }) : ok({ seconds, results: items.flatMap(resultOf) });
}

type CountedItem = Pick<Course['items'][number], 'activityId' | 'completion'> & { readonly figures: ProgressFigures };

function resultOf({ activityId, completion, figures }: CountedItem): CertificateResult[] {
  return completion.rule === 'score' ? [{ activityId, passMark: completion.atLeast, best: figures.bestScore ?? null }] : [];
}
