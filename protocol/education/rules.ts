import type { ProgressEvent, ProgressVerb } from './schema.ts';

/** How far someone is with one activity. `needs-another-go` and `passed` are different things (issue 2, L5). */
export type ProgressStatus = 'not-started' | 'started' | 'completed' | 'passed' | 'needs-another-go';

/** What the events of one activity add up to. Derived, never stored as truth (Kolibri's session and summary logs). */
export type ProgressSummary = {
  readonly status: ProgressStatus;
  /** 0 to 1: furthest page over pages, or 1 when completed or passed. */
  readonly fraction: number;
  /** Best attempt as a fraction, where there was an attempt. */
  readonly bestScore: number | undefined;
  readonly attempts: number;
  readonly seconds: number;
  /** Where to go on: from the newest event that has a place. */
  readonly resume:
    | { readonly page: number; readonly answers: Readonly<Record<string, unknown>>; readonly place: string | undefined }
    | undefined;
  /** When anything last happened, by the tablet's clock; display only. */
  readonly lastAt: number | undefined;
};

/**
 * Adds up the events of one activity. The order they are given in does not matter (property-tested): events from two
 * tablets merge to the same summary on tablet and gateway. Best score and completion are sticky; time is a sum.
 */
export function summariseProgress(events: readonly ProgressEvent[]): ProgressSummary {
  const ordered = [...new Map(events.map((event) => [event.eventId, event])).values()].sort(byTimeThenId);
  const scores = ordered.flatMap((event) => attemptScore(event) ?? []);
  const best = scores.length > 0 ? Math.max(...scores.map((attempt) => attempt.fraction)) : undefined;
  const passed =
    scores.some((attempt) => attempt.passed) || ordered.some(({ verb }) => verb === 'passed');
  const attempts = ordered.filter(({ verb }) => ATTEMPTS.has(verb)).length;
  const completed = ordered.some((event) => event.verb === 'completed');
  const furthest = Math.max(0, ...ordered.map(pageFraction));
  const placed = ordered.findLast(({ data }) => data.page !== undefined || data.place !== undefined);
  return {
    status: statusOf({ passed, completed, attempted: attempts > 0, touched: ordered.length > 0 }),
    fraction: passed || (completed && attempts === 0) ? 1 : furthest,
    bestScore: best,
    attempts,
    seconds: ordered.reduce((sum, event) => sum + (event.data.seconds ?? 0), 0),
    resume: placed === undefined ? undefined : resumeAt(placed),
    lastAt: ordered.at(-1)?.at,
  };
}

/** True when an activity counts as done for the course's bar and "next" button. */
export function isDone(summary: ProgressSummary): boolean {
  return summary.status === 'completed' || summary.status === 'passed';
}

/** Share of a course that is done, 0 to 1; each activity weighs the same. */
export function courseFraction(summaries: readonly ProgressSummary[]): number {
  if (summaries.length === 0) return 0;
  return summaries.filter(isDone).length / summaries.length;
}

/** What was handed in is done with: an attempt that ends leaves its answers to the tutor, and the next begins with none. */
function resumeAt({ verb, data }: ProgressEvent): NonNullable<ProgressSummary['resume']> {
  return { page: data.page ?? 0, answers: verb === 'answered' ? {} : (data.answers ?? {}), place: data.place };
}

function statusOf(seen: { passed: boolean; completed: boolean; attempted: boolean; touched: boolean }): ProgressStatus {
  if (seen.passed) return 'passed';
  if (seen.attempted) return 'needs-another-go';
  if (seen.completed) return 'completed';
  return seen.touched ? 'started' : 'not-started';
}

/** Verbs that end an attempt. */
const ATTEMPTS: ReadonlySet<ProgressVerb> = new Set(['answered', 'passed', 'failed']);

function attemptScore({ verb, data }: ProgressEvent): { fraction: number; passed: boolean } | undefined {
  const { score, outOf, passMark } = data;
  if (!ATTEMPTS.has(verb) || score === undefined || outOf === undefined) return undefined;
  const fraction = Math.min(1, score / outOf);
  // A course that says `failed` is believed whatever its score: its own pass mark is not ours to guess.
  return { fraction, passed: verb === 'answered' && fraction >= (passMark ?? 1) };
}

function pageFraction(event: ProgressEvent): number {
  const { page, pages, share } = event.data;
  if (share !== undefined) return share;
  return page === undefined || pages === undefined ? 0 : Math.min(1, (page + 1) / pages);
}

function byTimeThenId(one: ProgressEvent, other: ProgressEvent): number {
  return one.at - other.at || (one.eventId < other.eventId ? -1 : 1);
}
