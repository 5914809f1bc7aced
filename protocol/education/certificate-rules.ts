import type { Manifest } from '../packs/manifest.ts';
import { fail, ok, type Result } from '../result.ts';
import { isDone, type ProgressFigures } from './rules.ts';

type Course = Pick<Manifest, 'certificate' | 'items'>;
type FiguresOf = (activityId: string) => ProgressFigures | undefined;

/** Why there is no certificate (yet). `activityIds` are those still to be done or passed. */
export type CertificateFault =
  | { readonly code: 'none-offered' }
  | { readonly code: 'not-done' | 'not-passed'; readonly activityIds: readonly string[] }
  | { readonly code: 'too-little-time'; readonly missingSeconds: number };

/** Kinds that count only when they are passed: seeing a quiz is not passing it. */
const MUST_PASS = ['quiz', 'assignment'];

/**
 * The rule of a certificate (issue 2, L5): every item done, every quiz and every written task passed, and the seconds
 * of work that the signed manifest asks for. "Needs another go" never yields one, however often. Takes the figures of
 * each activity; answers the seconds of work.
 */
export function checkCertificate(course: Course, figuresOf: FiguresOf): Result<{ readonly seconds: number }, CertificateFault> {
  if (course.certificate === undefined || course.items.length === 0) return fail({ code: 'none-offered' });
  const items = course.items.map((item) => ({ ...item, figures: figuresOf(item.activityId) }));
  const undone = items.filter(({ figures }) => figures === undefined || !isDone(figures));
  if (undone.length > 0) return fail({ code: 'not-done', activityIds: undone.map(({ activityId }) => activityId) });
  const unpassed = items.filter(({ kind, figures }) => MUST_PASS.includes(kind) && figures?.status !== 'passed');
  if (unpassed.length > 0) return fail({ code: 'not-passed', activityIds: unpassed.map(({ activityId }) => activityId) });
  const seconds = items.reduce((sum, { figures }) => sum + (figures?.seconds ?? 0), 0);
  const missingSeconds = course.certificate.minSeconds - seconds;
  return missingSeconds > 0 ? fail({ code: 'too-little-time', missingSeconds }) : ok({ seconds });
}
