import { createHmac, randomInt } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH } from '#protocol/enrolment/schema.ts';

/** How long a slip is good for: a day, so that it can be carried to a cell and used after lock-up. */
export const CODE_LIFE = 24 * 60 * 60 * 1000;

/** A new code: eight characters, each drawn alike. */
export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length))).join('');
}

/** The keyed hash a code is kept as, for one use only: an enrolment code is no first-sign-in code. */
export function hashCode(codeSecret: Uint8Array, use: 'enrolment' | 'first-sign-in', code: string): Uint8Array {
  return createHmac('sha256', codeSecret).update(`${use}|${code}`).digest();
}
