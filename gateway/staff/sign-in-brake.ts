import { waitLeft } from '#protocol/session/back-off.ts';

/** Slows guesses without letting a guesser lock somebody out. */
export type SignInBrake = {
  /** Milliseconds to wait before this name may be tried from this source, or 0. */
  readonly waitFor: (username: string, source: string, now: number) => number;
  readonly failed: (username: string, source: string, now: number) => void;
  readonly succeeded: (username: string, source: string) => void;
};

/** Pairs remembered at the most; the oldest is forgotten, so that made-up names cannot fill the memory. */
const MAX_PAIRS = 10_000;

/**
 * Counts wrong passwords by name and source together: a colleague who mistypes, or somebody guessing, slows only
 * themselves, never the account's owner elsewhere (fair back-off, protocol/session/back-off.ts).
 * Takes monotonic milliseconds.
 */
export function createSignInBrake(): SignInBrake {
  const pairs = new Map<string, { readonly failures: number; readonly at: number }>();
  const key = (username: string, source: string): string => JSON.stringify([username, source]);
  return {
    waitFor: (username, source, now) => {
      const pair = pairs.get(key(username, source));
      return pair === undefined ? 0 : waitLeft(pair.failures, now - pair.at);
    },
    failed: (username, source, now) => {
      const name = key(username, source);
      const failures = (pairs.get(name)?.failures ?? 0) + 1;
      pairs.delete(name);
      pairs.set(name, { failures, at: now });
      if (pairs.size > MAX_PAIRS) pairs.delete(pairs.keys().next().value ?? '');
    },
    succeeded: (username, source) => {
      pairs.delete(key(username, source));
    },
  };
}
