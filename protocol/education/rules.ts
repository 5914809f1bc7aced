import { bestScoreOf, judgeTally, lastScoreOf, type ItemRule, type JudgedAttempt, type ProgressStatus } from './completion-rules.ts';
import { addToTally, EMPTY_TALLY, type ProgressTally } from './progress-tally.ts';
import type { ProgressEvent } from './schema.ts';

/** What the counts of one activity mean. Derived, never stored as truth (Kolibri's session and summary logs). */
export type ProgressFigures = {
  readonly status: ProgressStatus;
  /** 0 to 1: furthest page over pages, or the share played; 1 once completed or passed; never falls, even when a later try fails. */
  readonly fraction: number;
  /** Best and last attempt as fractions, where one had a score. */
  readonly bestScore: number | undefined;
  readonly lastScore: number | undefined;
  /** How many attempts, those beyond a limit too; `attemptList` has each. */
  readonly attempts: number;
  readonly attemptList: readonly JudgedAttempt[];
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
 * Adds up the events of one activity, judged by the rule its signed manifest gives it. The order they are given in does not matter, nor does one given twice
 * (property-tested): events from two tablets merge to the same summary on tablet and gateway. Progress is the furthest
 * reached, best score and completion are sticky, time is a sum.
 */
export function summariseProgress(events: readonly ProgressEvent[], rule: ItemRule): ProgressSummary {
  const once = [...new Map(events.map((event) => [event.eventId, event])).values()];
  const placed = once
    .filter(({ data }) => data.page !== undefined || data.place !== undefined)
    .reduce<ProgressEvent | undefined>((newest, event) => (newest === undefined || isLater(event, newest) ? event : newest), undefined);
  return {
    ...figuresOfTally(once.reduce(addToTally, EMPTY_TALLY), rule),
    resume: placed === undefined ? undefined : resumeAt(placed),
  };
}

/** What the counts of one activity mean by the rule its signed manifest gives it: the same on tablet and gateway (PACK-16). */
export function figuresOfTally(tally: ProgressTally, rule: ItemRule): ProgressFigures {
  const { furthest, share, workedMs, lastAt } = tally;
  const { status, everDone, attempts } = judgeTally(tally, rule);
  return {
    status,
    fraction: everDone ? 1 : rule.completion.rule === 'listened' ? share : furthest,
    bestScore: bestScoreOf(attempts),
    lastScore: lastScoreOf(attempts),
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

function isLater(one: ProgressEvent, other: ProgressEvent): boolean {
  return one.at === other.at ? one.eventId > other.eventId : one.at > other.at;
}
