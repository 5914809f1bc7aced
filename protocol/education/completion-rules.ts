import type { Completion } from '../packs/manifest.ts';
import type { Attempt, ProgressTally } from './progress-tally.ts';

/** How far someone is with one activity. `needs-another-go` and `passed` are different things (issue 2, L5). */
export type ProgressStatus = 'not-started' | 'started' | 'completed' | 'passed' | 'needs-another-go';

/** What an item's rule says of what was counted. */
export type Judgement = {
  readonly status: ProgressStatus;
  /** Completed or passed at any time, even when a later try failed. */
  readonly everDone: boolean;
  /** The tries as the rule judges them. */
  readonly attempts: readonly Attempt[];
};

/** Rules that a failed try does not undo: what they ask for was done. */
const NO_MARK_NEEDED: ReadonlySet<Completion['rule']> = new Set(['viewed', 'pages', 'listened', 'xapi']);

/**
 * Judges what was counted of one activity by the rule of its signed manifest (PACK-16). Pure, and the only place that
 * does, so that tablet, desk and certificate never differ. Monotone: more events never undo what was done.
 */
export function judgeTally(tally: ProgressTally, completion: Completion): Judgement {
  const attempts = tally.attempts.map((attempt) => judgeAttempt(attempt, completion));
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

/** A `score` rule's own mark judges a score, whatever mark the tablet named; what a tutor or a course said stands. */
function judgeAttempt(attempt: Attempt, completion: Completion): Attempt {
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
