import { z } from 'zod/mini';
import { base64Url, personIdSchema, prisonerNumberSchema, tabletIdSchema } from '../ids.ts';
import { trustedKeySchema } from '../packs/manifest.ts';
import { pinnedRootsSchema } from '../packs/roles.ts';

/**
 * Codes people copy from paper: eight characters from an alphabet with no 0/O, 1/I/L, 5/S or vowels, shown as
 * ABCD-2346 (Send Legal Mail's rule, domain.md 3.1). 26^8 is about 2^37: enough for one use, a day, and five tries
 * a minute.
 */
export const CODE_ALPHABET = 'BCDFGHJKMNPQRTVWXYZ2346789';
export const CODE_LENGTH = 8;

/** Tidies what was typed (case, spaces, dashes) into the eight characters of a code, or undefined. */
export function parseCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return code.length === CODE_LENGTH && [...code].every((character) => CODE_ALPHABET.includes(character)) ? code : undefined;
}

/** How a code is written on a slip and on the screen. */
export function showCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

const codeSchema = z.string().check(z.regex(/^[BCDFGHJKMNPQRTVWXYZ2346789]{8}$/));

/** Tablet → gateway, once, with the code staff made in the console. The tablet keeps the private half. */
export const enrolRequestSchema = z.strictObject({
  code: codeSchema,
  /** P-256 public key as SPKI DER; absent in the browser adapter, which gets a cookie instead (ADR 0014). */
  publicKey: z.optional(base64Url(400)),
  appVersion: z.string().check(z.maxLength(40)),
});
export type EnrolRequest = z.infer<typeof enrolRequestSchema>;

export const enrolReplySchema = z.object({
  tabletId: tabletIdSchema,
  name: z.string().check(z.maxLength(80)),
  establishment: z.string().check(z.maxLength(120)),
  /** Client certificate, PEM, when a public key was sent. */
  certificate: z.optional(z.string().check(z.maxLength(8000))),
  /** The gateway's P-256 public key (65 raw bytes) that operations are sealed to. */
  gatewayKey: base64Url(100),
  /** Used only by the browser adapter; the kiosk trusts the keys in its image (ADR 0014). */
  packKeys: z.array(trustedKeySchema),
  /** The same for the root keys, where the prison has a chain of trust: then they count, and `packKeys` does not. */
  packRoots: z.optional(pinnedRootsSchema),
});
export type EnrolReply = z.infer<typeof enrolReplySchema>;

/** Why a code was not taken; one answer for unknown, used and expired alike would leave honest people guessing, and guessing is rate-limited anyway. */
export type EnrolFailure = { readonly code: 'code-unknown' | 'code-used' | 'code-expired' | 'too-many-tries' | 'unreachable' | 'already-enrolled' | 'reply-invalid' };

/** Tablet → gateway at a person's first sign-in on this tablet. Their PIN never leaves the tablet. */
export const firstSignInRequestSchema = z.strictObject({
  prisonerNumber: prisonerNumberSchema,
  code: codeSchema,
  /** The person's new P-256 public key for this tablet, 65 raw bytes. A repeat with the same key has the effect of once. */
  publicKey: base64Url(100),
});
export type FirstSignInRequest = z.infer<typeof firstSignInRequestSchema>;

export const firstSignInReplySchema = z.object({
  personId: personIdSchema,
  displayName: z.string().check(z.maxLength(120)),
});
export type FirstSignInReply = z.infer<typeof firstSignInReplySchema>;

export type FirstSignInFailure = {
  readonly code: 'person-unknown' | 'person-not-on-tablet' | 'code-unknown' | 'code-used' | 'code-expired' | 'too-many-tries' | 'unreachable' | 'not-enrolled' | 'revoked' | 'reply-invalid';
};
