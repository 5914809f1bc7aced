import type { Trust } from './load-pack.ts';
import type { SigningKey } from './sign-pack.ts';

/** To believe exactly these keys, all of them; undefined where there is none to believe. */
export function trustOf(keys: readonly SigningKey[]): Trust | undefined {
  return keys.length === 0
    ? undefined
    : { keys: keys.map((key) => key.trusted), threshold: keys.length, requiredRoles: [] };
}
