/** How often the family service is asked when all is well, in milliseconds. */
export const POLL_EVERY = 10_000;
/** The longest pause while it does not answer. */
export const POLL_LONGEST = 10 * 60_000;

/**
 * Milliseconds until the next exchange after `failures` failed ones in a row (0: the last went well): doubling to ten
 * minutes, so that a week without the service costs a thousand calls and its return is noticed at a tea break.
 */
export function nextPollAfter(failures: number): number {
  return Math.min(POLL_LONGEST, POLL_EVERY * 2 ** Math.min(failures, 10));
}
