import { addToTally, bestScoreOf, EMPTY_TALLY, lastScoreOf, type Attempt, type ProgressTally } from './progress-tally.ts';
import type { ProgressEvent } from './schema.ts';

/** How far someone is with one activity. `needs-another-go` and `passed` are different things (issue 2, L5). */
export type ProgressStatus = 'not-started' | 'started' | 'completed' | 'passed' | 'needs-another-go';

/** What the counts of one activity mean. Derived, never stored as truth (Kolibri's session and summary logs). */
export type ProgressFigures = {
  readonly status: ProgressStatus;
  /** 0 to 1: furthest page over pages, or 1 once completed or passed; never falls, even when a later try fails. */
  readonly fraction: number;
  /** Best and last attempt as fractions, where one had a score. */
  readonly bestScore: number | undefined;
  readonly lastScore: number | undefined;
  /** How many attempts; `attemptList` has each. */
  readonly attempts: number;
  readonly attemptList: readonly Attempt[];
  readonly seconds: number;
  /** When anything last happened, by the tablet's clock; display only. */
  readonly lastAt: number | undefined;
};

/** Figures, and where to go on. */
export type ProgressSummary = ProgressFigures & {
  /** From the newest event that has a place. */
  readonly resume:
    | { readonly page: number; readonly answers: Readonly<Record<string, unknown>>; readonly place: string | undefined }
    | undefined;
};

/**
 * Adds up the events of one activity. The order they are given in does not matter, nor does one given twice
 * (property-tested): events from two tablets merge to the same summary on tablet and gateway. Progress is the furthest
 * reached, best score and completion are sticky, time is a sum.
 */
export function summariseProgress(events: readonly ProgressEvent[]): ProgressSummary {
  const once = [...new Map(events.map((event) => [event.eventId, event])).values()];
  const placed = once
    .filter(({ data }) => data.page !== undefined || data.place !== undefined)
    .reduce<ProgressEvent | undefined>((newest, event) => (newest === undefined || isLater(event, newest) ? event : newest), undefined);
  return {
    ...figuresOfTally(once.reduce(addToTally, EMPTY_TALLY)),
    resume: placed === undefined ? undefined : resumeAt(placed),
  };
}

/** What the counts of one activity mean. */
export function figuresOfTally(tally: ProgressTally): ProgressFigures {
  const { passed, completed, attempts, furthest, workedMs, lastAt } = tally;
  return {
    status: statusOf(tally),
    fraction: passed || completed ? 1 : furthest,
    bestScore: bestScoreOf(tally),
    lastScore: lastScoreOf(tally),
    attempts: attempts.length,
    attemptList: attempts,
    seconds: workedMs / 1000,
    lastAt,
  };
}

/** True when an activity counts as done for the course's bar and "next" button. */
export function isDone({ status }: { readonly status: ProgressStatus }): boolean {
  return status === 'completed' || status === 'passed';
}

/** Share of a course that is done, 0 to 1; each activity weighs the same. */
export function courseFraction(summaries: readonly { readonly status: ProgressStatus }[]): number {
  if (summaries.length === 0) return 0;
  return summaries.filter(isDone).length / summaries.length;
}

/** What was handed in is done with: an attempt that ends leaves its answers to the tutor, and the next begins with none. */
function resumeAt({ verb, data }: ProgressEvent): NonNullable<ProgressSummary['resume']> {
  return { page: data.page ?? 0, answers: verb === 'answered' ? {} : (data.answers ?? {}), place: data.place };
}

function statusOf({ passed, completed, attempts, opened }: ProgressTally): ProgressStatus {
  if (passed) return 'passed';
  if (attempts.length > 0) return 'needs-another-go';
  if (completed) return 'completed';
  return opened ? 'started' : 'not-started';
}

function isLater(one: ProgressEvent, other: ProgressEvent): boolean {
  return one.at === other.at ? one.eventId > other.eventId : one.at > other.at;
}
