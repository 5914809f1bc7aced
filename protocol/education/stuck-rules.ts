import { isDone, type ProgressFigures } from './rules.ts';

/**
 * Why a tutor may want to look. `many-tries`: the same activity tried three times or more without passing.
 * `failed-twice`: two tries in a row below the mark. `stopped`: begun, not done, and nothing for two weeks.
 * `too-quick`: done in less than a tenth of the minutes its author gave it.
 */
export const stuckReasons = ['many-tries', 'failed-twice', 'stopped', 'too-quick'] as const;
export type StuckReason = (typeof stuckReasons)[number];

/** Tries after which somebody should be helped rather than told to try again (issue 2: who is stuck). */
export const MANY_TRIES = 3;
/** Two weeks: the longest a tablet waits for the network in this design's week, and a week more. Milliseconds. */
export const STOPPED_AFTER = 14 * 24 * 60 * 60 * 1000;
/** A share of the author's minutes: reading at ten times the pace is not reading. A 60-minute course in under 6 minutes. */
export const QUICK_SHARE = 0.1;

/** One activity as it is judged: what its author said, and what was counted. */
export type JudgedActivity = { readonly activityId: string; readonly minutes: number; readonly figures: ProgressFigures };

/** A reason with what it is about; `activityId` absent where it is the whole course. */
export type StuckSign = { readonly reason: StuckReason; readonly activityId: string | undefined };

/**
 * Everything about one course that a tutor should look at; empty when all is well. `heardAt` is when the gateway last
 * received anything of this course from the person, and `now` its own clock: a tablet's clock decides nothing
 * (CLOCK-1). Both in milliseconds.
 */
export function findStuck(activities: readonly JudgedActivity[], heardAt: number, now: number): readonly StuckSign[] {
  const signs = activities.flatMap((activity): readonly StuckSign[] =>
    reasonsFor(activity).map((reason) => ({ reason, activityId: activity.activityId })),
  );
  const begun = activities.some(({ figures }) => figures.status !== 'not-started');
  const done = activities.every(({ figures }) => isDone(figures));
  if (begun && !done && now - heardAt >= STOPPED_AFTER) return [...signs, { reason: 'stopped', activityId: undefined }];
  return done && isTooQuick(activities) && !signs.some(({ reason }) => reason === 'too-quick')
    ? [...signs, { reason: 'too-quick', activityId: undefined }]
    : signs;
}

function reasonsFor({ figures, minutes }: JudgedActivity): readonly StuckReason[] {
  if (figures.status === 'needs-another-go') {
    if (figures.attempts >= MANY_TRIES) return ['many-tries'];
    return figures.attempts === 2 ? ['failed-twice'] : [];
  }
  // A quiz that somebody knew already is quick and honest; a lesson of half an hour read in one minute is not.
  return figures.attempts === 0 && isDone(figures) && minutes >= 10 && figures.seconds < minutes * 60 * QUICK_SHARE ? ['too-quick'] : [];
}

function isTooQuick(activities: readonly JudgedActivity[]): boolean {
  const minutes = activities.reduce((sum, activity) => sum + activity.minutes, 0);
  const seconds = activities.reduce((sum, { figures }) => sum + figures.seconds, 0);
  return seconds < minutes * 60 * QUICK_SHARE;
}
