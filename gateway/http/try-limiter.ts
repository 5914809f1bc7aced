/** Counts tries of one kind in a sliding window, for each source and for all together. Kept in memory only. */
export type TryLimiter = {
  /** Notes a try; returns milliseconds to wait, or 0 when the try may go on. A refused try is not counted. */
  readonly take: (source: string, now: number) => number;
  /** Takes the newest try of this source back: it was right, and honest people must not slow each other. */
  readonly forgive: (source: string) => void;
};

export type TryLimits = {
  readonly windowMs: number;
  readonly perSource: number;
  /** All sources together: somebody with many addresses guesses no faster. */
  readonly together: number;
};

/** Builds a limiter. Sources that were quiet for a window are forgotten, so that memory does not grow. */
export function createTryLimiter(limits: TryLimits): TryLimiter {
  const bySource = new Map<string, number[]>();
  let all: number[] = [];
  const recent = (times: readonly number[], now: number): number[] =>
    times.filter((time) => now - time < limits.windowMs && time <= now);
  return {
    take: (source, now) => {
      all = recent(all, now);
      if (bySource.size > limits.together * 2) {
        for (const [key, times] of bySource) if (recent(times, now).length === 0) bySource.delete(key);
      }
      const own = recent(bySource.get(source) ?? [], now);
      const wait = Math.max(
        waitFor(own, limits.perSource, limits.windowMs, now),
        waitFor(all, limits.together, limits.windowMs, now),
      );
      if (wait > 0) return wait;
      bySource.set(source, [...own, now]);
      all.push(now);
      return 0;
    },
    forgive: (source) => {
      const last = bySource.get(source)?.pop();
      const at = last === undefined ? -1 : all.lastIndexOf(last);
      if (at >= 0) all.splice(at, 1);
    },
  };
}

function waitFor(times: readonly number[], limit: number, windowMs: number, now: number): number {
  if (times.length < limit) return 0;
  const oldest = times[times.length - limit] ?? now;
  return Math.max(1, oldest + windowMs - now);
}
