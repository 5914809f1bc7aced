/** Where a tablet's next exchange falls (SPEC STORM-1): pure, so that the storm can be simulated. */
export type ScheduleFacts = {
  /** The tablet's place in the window, 0 (inclusive) to 1: always the same one, so that tablets keep out of each other's way. */
  readonly slot: number;
  /** The gateway's clock, milliseconds. */
  readonly now: number;
  /** Share of the last minute the gateway was busy with exchanges, 0 to 1. */
  readonly load: number;
};

/** A quiet prison hears from each tablet once a minute; a thousand tablets are then 17 exchanges a second. */
const QUIET_WINDOW = 60_000;
/** Nobody waits longer than a quarter of an hour (performance.md section 4). */
const LONGEST_WINDOW = 15 * 60_000;
/** Nobody is called back sooner than this: a slot that is just ahead is left for the next round. */
const SHORTEST_WAIT = 10_000;

/** Milliseconds until the tablet's next slot. The window doubles as the gateway's spare time halves. */
export function nextExchangeAfter(facts: ScheduleFacts): number {
  const spare = Math.max(1 - facts.load, 0.01);
  const doublings = Math.max(0, Math.ceil(Math.log2(0.5 / spare)));
  const window = Math.min(QUIET_WINDOW * 2 ** doublings, LONGEST_WINDOW);
  const slotTime = Math.floor(facts.slot * window);
  const wait = (slotTime - (facts.now % window) + window) % window;
  return wait < SHORTEST_WAIT ? wait + window : wait;
}
