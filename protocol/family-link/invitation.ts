import { CODE_ALPHABET } from '../enrolment/schema.ts';

/**
 * Invitation codes travel by post and are stored outside the prison as a hash, so they are longer than enrolment
 * codes: twelve characters of 26 are 2^56, shown as ABCD-2346-XYZT.
 */
export const INVITATION_LENGTH = 12;

/** How long an invitation may wait on a kitchen table, in milliseconds: 28 days. */
export const INVITATION_LIFETIME = 28 * 24 * 60 * 60_000;

/** Tidies what was typed (case, spaces, dashes) into the twelve characters of a code, or undefined. */
export function parseInvitation(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  const fits = code.length === INVITATION_LENGTH && [...code].every((character) => CODE_ALPHABET.includes(character));
  return fits ? code : undefined;
}

/** How a code is printed and shown, in groups of four. Its hash is always over the code without dashes. */
export function showInvitation(code: string): string {
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join('-');
}

/**
 * Makes a code of random bytes; bytes that would favour some characters are passed over, so give at least 48.
 * Returns undefined when too few bytes were usable (with 48 random ones that does not happen in practice).
 */
export function makeInvitation(random: Uint8Array): string | undefined {
  const fair = 256 - (256 % CODE_ALPHABET.length);
  const usable = Array.from(random).filter((byte) => byte < fair);
  if (usable.length < INVITATION_LENGTH) return undefined;
  return usable
    .slice(0, INVITATION_LENGTH)
    .map((byte) => CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length))
    .join('');
}
