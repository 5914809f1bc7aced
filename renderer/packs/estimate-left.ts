import type { Coming } from './pack-status.ts';

/** Below this a rate is chance: a second. */
const LEAST_TIME = 1000;
const MINUTE = 60_000;

/**
 * How many whole minutes a fetch may still take at the rate it had so far, rounded up; 0 for less than one. Undefined
 * where that would be a guess: nothing came yet, or only for a moment.
 */
export function estimateMinutesLeft(coming: Extract<Coming, { readonly state: 'fetching' }>): number | undefined {
  const took = coming.now - coming.startedAt;
  if (coming.done === 0 || took < LEAST_TIME) return undefined;
  const left = ((coming.total - coming.done) * took) / coming.done;
  return left < MINUTE ? 0 : Math.ceil(left / MINUTE);
}
