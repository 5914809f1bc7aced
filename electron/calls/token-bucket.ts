/** How often something may happen: at once, and per second after that. */
export type Rate = { readonly burst: number; readonly perSecond: number };

/** Says yes or no to one more. */
export type TokenBucket = { readonly take: () => boolean };

/** Creates a token bucket, full. `now` is milliseconds on a clock that does not go back. */
export function createTokenBucket(rate: Rate, now: () => number): TokenBucket {
  let tokens = rate.burst;
  let last = now();
  return {
    take: () => {
      const time = now();
      tokens = Math.min(rate.burst, tokens + (Math.max(0, time - last) / 1000) * rate.perSecond);
      last = time;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
