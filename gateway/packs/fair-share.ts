import { fail, ok, type Result } from '#protocol/result.ts';

/** Who may fetch packs now: a few at a time, one stream for each tablet, so that records always have room (MOVE-6). */
export type FairShare = {
  /** Takes a place for this tablet; give it back when the stream ends. `busy` says in how many milliseconds to ask again. */
  readonly take: (tabletId: string) => Result<() => void, { readonly code: 'busy'; readonly retryAfter: number }>;
};

/** How many tablets are served at once, and about how long one answer takes (milliseconds). */
export type ShareLimits = { readonly places: number; readonly turnMs: number };

/** Eight streams fill a gigabit line; a batch of 8 MiB takes about a second on a shared one. */
export const SHARE: ShareLimits = { places: 8, turnMs: 1000 };

/**
 * Creates the shares. Tablets turned away are told moments one behind the other and a little apart, so that two hundred
 * of them at unlock come in a row and not all at once (performance.md 4, storm control). `chance` is from 0 to below 1.
 */
export function createFairShare(clock: () => number, chance: () => number, limits: ShareLimits = SHARE): FairShare {
  const served = new Set<string>();
  // When the tablets turned away were told to come back: the next one is told the moment after the last of them.
  let lastTold = 0;
  return {
    take: (tabletId) => {
      if (!served.has(tabletId) && served.size < limits.places) {
        served.add(tabletId);
        let given = false;
        return ok(() => {
          if (!given) served.delete(tabletId);
          given = true;
        });
      }
      const now = clock();
      const gap = limits.turnMs / limits.places;
      lastTold = Math.max(now + limits.turnMs, lastTold + gap);
      return fail({ code: 'busy', retryAfter: Math.ceil(lastTold - now + gap * chance()) });
    },
  };
}
