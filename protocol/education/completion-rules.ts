import type { Completion, PackItem } from '../packs/manifest.ts';
import type { Attempt, ProgressTally } from './progress-tally.ts';

/** How far someone is with one activity. `needs-another-go` and `passed` are different things (issue 2, L5). */
export type ProgressStatus = 'not-started' | 'started' | 'completed' | 'passed' | 'needs-another-go';

/** What the signed manifest says of one item: when it is done, and how often it may be handed in. */
export type ItemRule = Pick<PackItem, 'completion' | 'attempts'>;

/** A try as the item's rule judges it. One beyond the limit counts for nothing and is kept all the same (PACK-38). */
export type JudgedAttempt = Attempt & { readonly beyondLimit: boolean };

/** What an item's rule says of what was counted. */
export type Judgement = {
  readonly status: ProgressStatus;
  /** Completed or passed at any time, even when a later try failed. */
  readonly everDone: boolean;
  /** Every try as the rule judges it, in the order of time. */
  readonly attempts: readonly JudgedAttempt[];
};

/** Rules that a failed try does not undo: what they ask for was done. */
const NO_MARK_NEEDED: ReadonlySet<Completion['rule']> = new Set(['viewed', 'pages', 'listened', 'xapi']);

/**
 * Judges what was counted of one activity by the rule of its signed manifest (PACK-16). Pure, and the only place that
 * does, so that tablet, desk and certificate never differ. Monotone where tries are not limited: more events never undo what was
 * done. Where they are, a try that comes late from another tablet takes its place in the order of time.
 */
export function judgeTally(tally: ProgressTally, { completion, attempts: limit }: ItemRule): Judgement {
  const attempts = withinLimit(tally.attempts, limit).map((attempt) => judgeAttempt(attempt, completion));
  const passed = attempts.some((attempt) => attempt.passed);
  const completed = isCompleted(tally, completion);
  return { status: statusOf(), everDone: passed || completed, attempts };

  function statusOf(): ProgressStatus {
    if (passed) return 'passed';
    if (completed && (attempts.length === 0 || NO_MARK_NEEDED.has(completion.rule))) return 'completed';
    if (attempts.length > 0) return 'needs-another-go';
    return tally.opened ? 'started' : 'not-started';
  }
}

/** Best score of all tries that count and had one, 0 to 1. */
export function bestScoreOf(attempts: readonly JudgedAttempt[]): number | undefined {
  const scores = attempts.flatMap(({ fraction, beyondLimit }) => (beyondLimit ? [] : (fraction ?? [])));
  return scores.length === 0 ? undefined : Math.max(...scores);
}

/** Score of the last try that counts and had one, 0 to 1. */
export function lastScoreOf(attempts: readonly JudgedAttempt[]): number | undefined {
  return attempts.findLast(({ fraction, beyondLimit }) => fraction !== undefined && !beyondLimit)?.fraction;
}

/**
 * Marks the tries beyond the limit. Only what was handed in to be marked at once is counted: a tutor's word is no try.
 * The order is the tablets' clocks', as everything is that two tablets did without knowing of each other.
 */
function withinLimit(attempts: readonly Attempt[], limit: number | undefined): readonly JudgedAttempt[] {
  let handedIn = 0;
  return attempts.map((attempt) => {
    if (attempt.byScore) handedIn += 1;
    return { ...attempt, beyondLimit: attempt.byScore && limit !== undefined && handedIn > limit };
  });
}

/** A `score` rule's own mark judges a score, whatever mark the tablet named; what a tutor or a course said stands. */
function judgeAttempt(attempt: JudgedAttempt, completion: Completion): JudgedAttempt {
  if (attempt.beyondLimit) return { ...attempt, passed: false };
  if (completion.rule !== 'score' || !attempt.byScore || attempt.fraction === undefined) return attempt;
  return { ...attempt, passed: attempt.fraction >= completion.atLeast };
}

/** Whether the rule is met without a pass. */
function isCompleted({ completed, attempts, furthestPage, share }: ProgressTally, completion: Completion): boolean {
  switch (completion.rule) {
    case 'viewed':
      // A test that need not be passed was shown whole when it was handed in.
      return completed || attempts.length > 0;
    case 'pages':
      return furthestPage >= completion.atLeast;
    case 'listened':
      return share >= completion.atLeast;
    case 'score':
    case 'manual':
      // Only a pass counts: by the mark, or by the tutor's word.
      return false;
    case 'scorm':
      return completed;
    case 'xapi':
      return completion.verb === 'completed' ? completed : completion.verb === 'answered' && attempts.length > 0;
  }
}
