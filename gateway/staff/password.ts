import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

/** OWASP's figure for servers (19 MiB, two passes): 61 ms on the machine of security.md 6.2, on the only thread. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 } as const;

/** Argon2id of a password with a new salt, as text that carries salt and cost. */
export function hashPassword(password: string): Promise<string> {
  return argon2id({ ...COST, password: password.normalize('NFC'), salt: randomBytes(16), outputType: 'encoded' });
}

/** Whether the password is the one that was hashed. */
export function passwordFits(password: string, hash: string): Promise<boolean> {
  return argon2Verify({ password: password.normalize('NFC'), hash });
}

/**
 * The hash of nothing anybody knows: verified when the account is unknown, so that an unknown name takes as long as
 * a wrong password and names cannot be found out by a clock (security.md 5, 189).
 */
export const NOBODYS_PASSWORD: Promise<string> = hashPassword(randomBytes(32).toString('hex'));
