/** All chance of one simulation: the same seed gives the same run. */
export type Chance = {
  /** 0 (inclusive) to 1. */
  readonly next: () => number;
  /** True with that probability. */
  readonly happens: (probability: number) => boolean;
  /** A whole number from 0 to `below` - 1. */
  readonly below: (below: number) => number;
  /** One of a list; the list must not be empty. */
  readonly pick: <T>(from: readonly T[]) => T;
  readonly bytes: (count: number) => Uint8Array;
};

/** Mulberry32: 32 bits of state, good enough to choose what happens next. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    pick: <T>(from: readonly T[]) => {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new Error('Nothing to pick from');
      return picked;
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  };
}
