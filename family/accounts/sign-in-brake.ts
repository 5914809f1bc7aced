import { waitAfterFailures } from '#protocol/session/back-off.ts';

/** Names and addresses remembered at once; the oldest is forgotten first. */
const MAX_REMEMBERED = 10_000;

/**
 * Fair back-off for sign-in: wrong passwords for one name from one address slow down that pair, so that a stranger's
 * guessing does not lock a grandmother out of her own account. Requests per address are limited by the server too.
 */
export type SignInBrake = {
  /** Milliseconds until this pair may try again, 0 for now. `now` in milliseconds. */
  readonly waitFor: (name: string, address: string, now: number) => number;
  readonly failed: (name: string, address: string, now: number) => void;
  readonly succeeded: (name: string, address: string) => void;
};

/** Builds the brake; it forgets everything at a restart, which costs a guesser more than a person. */
export function createSignInBrake(): SignInBrake {
  const tries = new Map<string, { readonly failures: number; readonly at: number }>();
  const keyOf = (name: string, address: string) => `${address} ${name}`;
  return {
    waitFor: (name, address, now) => {
      const known = tries.get(keyOf(name, address));
      return known === undefined ? 0 : Math.max(0, known.at + waitAfterFailures(known.failures) - now);
    },
    failed: (name, address, now) => {
      const key = keyOf(name, address);
      const failures = (tries.get(key)?.failures ?? 0) + 1;
      tries.delete(key);
      if (tries.size >= MAX_REMEMBERED) tries.delete(tries.keys().next().value ?? '');
      tries.set(key, { failures, at: now });
    },
    succeeded: (name, address) => {
      tries.delete(keyOf(name, address));
    },
  };
}
