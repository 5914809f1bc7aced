import type { ProgressEvent, ProgressVerb } from './schema.ts';

/** One finished try at an activity. Known by its event and its time, never by a number: a number would change when another tablet's tries arrive. */
export type Attempt = {
  readonly eventId: string;
  /** By the tablet's clock; display only (CLOCK-1). */
  readonly at: number;
  /** Score as a fraction, 0 to 1; undefined where the course gave none. */
  readonly fraction: number | undefined;
  readonly passed: boolean;
  /** The score alone says whether it was passed, so an item's own mark may judge it; false where a tutor or the course said so. */
  readonly byScore: boolean;
};

/**
 * What has been counted of one activity so far. Adding events to it one by one gives the same as adding them all at
 * once, in any order: each part is a union, a maximum or a sum of whole numbers (property-tested). So the gateway can
 * keep it beside the events and never has to read them again.
 */
export type ProgressTally = {
  readonly opened: boolean;
  readonly completed: boolean;
  /** In the order of time, then of id. None is ever lost or joined with another. */
  readonly attempts: readonly Attempt[];
  /** Furthest part reached, 0 to 1. */
  readonly furthest: number;
  /** How many pages in the furthest one was, counted from 1; 0 where there are none. */
  readonly furthestPage: number;
  /** Largest share of a sound, film or document that was played or read, 0 to 1. */
  readonly share: number;
  /** Whole milliseconds of work: a sum of fractions would depend on its order. */
  readonly workedMs: number;
  /** When anything first and last happened, by the tablet's clock. */
  readonly firstAt: number | undefined;
  readonly lastAt: number | undefined;
};

/**
 * Counts up whenever what is counted, or what is made of it (rules.ts, stuck-rules.ts), changes: whoever keeps tallies
 * counts all events anew then.
 */
export const PROGRESS_RULES = 2;

/** Nothing has happened yet. */
export const EMPTY_TALLY: ProgressTally = {
  opened: false,
  completed: false,
  attempts: [],
  furthest: 0,
  furthestPage: 0,
  share: 0,
  workedMs: 0,
  firstAt: undefined,
  lastAt: undefined,
};

/** Counts one event that has not been counted before: whoever keeps a tally also keeps which events are in it. */
export function addToTally(tally: ProgressTally, event: ProgressEvent): ProgressTally {
  const attempt = attemptOf(event);
  return {
    opened: true,
    completed: tally.completed || event.verb === 'completed',
    attempts: attempt === undefined ? tally.attempts : [...tally.attempts, attempt].sort(byTimeThenId),
    furthest: Math.max(tally.furthest, reachOf(event)),
    furthestPage: Math.max(tally.furthestPage, (event.data.page ?? -1) + 1),
    share: Math.max(tally.share, event.data.share ?? 0),
    workedMs: tally.workedMs + Math.round((event.data.seconds ?? 0) * 1000),
    firstAt: Math.min(tally.firstAt ?? event.at, event.at),
    lastAt: Math.max(tally.lastAt ?? event.at, event.at),
  };
}

/** Verbs that end an attempt. */
const ATTEMPTS: ReadonlySet<ProgressVerb> = new Set(['answered', 'passed', 'failed']);

function attemptOf({ eventId, at, verb, data }: ProgressEvent): Attempt | undefined {
  if (!ATTEMPTS.has(verb)) return undefined;
  const { score, outOf, passMark } = data;
  const fraction = score === undefined || outOf === undefined ? undefined : Math.min(1, score / outOf);
  // A course that says `failed` is believed whatever its score: its own pass mark is not ours to guess.
  const passed = verb === 'passed' || (verb === 'answered' && fraction !== undefined && fraction >= (passMark ?? 1));
  return { eventId, at, fraction, passed, byScore: verb === 'answered' && fraction !== undefined };
}

function reachOf({ data: { page, pages, share } }: ProgressEvent): number {
  if (share !== undefined) return share;
  return page === undefined || pages === undefined ? 0 : Math.min(1, (page + 1) / pages);
}

function byTimeThenId(one: Attempt, other: Attempt): number {
  return one.at - other.at || (one.eventId < other.eventId ? -1 : 1);
}
