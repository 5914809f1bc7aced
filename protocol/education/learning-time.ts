import type { ProgressEvent } from './schema.ts';

/**
 * Seconds of learning in a span of time, by the tablets' clocks. An event says how long was worked up to its moment, so
 * of one just after `from` only what lies inside counts; one given twice counts once, and the order does not matter.
 * `from` (inclusive) and `to` (exclusive) are milliseconds.
 */
export function secondsLearned(events: readonly ProgressEvent[], from: number, to: number): number {
  const once = new Map(events.map((event) => [event.eventId, event]));
  const milliseconds = [...once.values()]
    .filter(({ at }) => at >= from && at < to)
    .reduce((sum, { at, data }) => sum + Math.min(Math.round((data.seconds ?? 0) * 1000), at - from), 0);
  return milliseconds / 1000;
}
