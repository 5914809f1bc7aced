import { z } from 'zod/mini';
import { firstSignInReplySchema, type FirstSignInFailure, type FirstSignInReply } from '#protocol/enrolment/schema.ts';
import { base64Url, prisonerNumberSchema, tabletIdSchema } from '#protocol/ids.ts';
import type { Result } from '#protocol/result.ts';

/**
 * What main and the vault's process say to each other. Main owns the tablet's identity, the gateway and what outlives the
 * vault's process; nothing a person wrote, no PIN and no key of theirs is ever in it (ADR 0029).
 */

/** Main hands over the port of a page; the port comes with it. What came on the port before is over. */
export const PAGE_PORT = 'page-port';

/** What the vault asks of main. */
export const vaultQuestionSchema = z.discriminatedUnion('ask', [
  /** Somebody signs in: where are we, may they try now, and when was their last wrong PIN learned of? */
  z.strictObject({ ask: z.literal('place'), call: z.enum(['firstSignIn', 'signIn']), prisonerNumber: prisonerNumberSchema }),
  /** Tells the gateway of a first sign-in. */
  z.strictObject({ ask: z.literal('first-sign-in'), prisonerNumber: prisonerNumberSchema, code: z.string().check(z.maxLength(20)), publicKey: base64Url(100) }),
]);
export type VaultQuestion = z.infer<typeof vaultQuestionSchema>;

/** Everything the vault says to main: that it listens, a question with the turn of its answer, news. */
export const vaultWordSchema = z.union([
  z.literal('vault-ready'),
  z.strictObject({ turn: z.int(), question: vaultQuestionSchema }),
  /** When this program learned of a person's last wrong PIN, on the vault's clock; null: they have signed in since. */
  z.strictObject({ tell: z.literal('tried'), prisonerNumber: prisonerNumberSchema, learnedAt: z.nullable(z.number()) }),
  /** For the journal: a call of the page was refused or failed. */
  z.strictObject({ tell: z.literal('note'), event: z.enum(['bridge-refused', 'bridge-failed']), call: z.string(), code: z.string() }),
]);
export type VaultWord = z.infer<typeof vaultWordSchema>;

/** Where a sign-in takes place. `learnedAt` is absent after a restart of the program. */
const placeSchema = z.strictObject({ tabletId: tabletIdSchema, gatewayKey: base64Url(100), learnedAt: z.optional(z.number()) });
export type SignInPlace = z.infer<typeof placeSchema>;

/** What main answers to each question. */
export type MainAnswers = {
  readonly place: Result<SignInPlace, { readonly code: 'not-enrolled' | 'too-often' }>;
  readonly 'first-sign-in': Result<FirstSignInReply, FirstSignInFailure>;
};

const failureOf = <Code extends string>(codes: readonly [Code, ...Code[]]) => z.strictObject({ ok: z.literal(false), error: z.object({ code: z.enum(codes) }) });

/** The schema of each answer: main is ours, and is parsed all the same. */
export const mainAnswerSchemas = {
  place: z.union([z.strictObject({ ok: z.literal(true), value: placeSchema }), failureOf(['not-enrolled', 'too-often'])]),
  'first-sign-in': z.union([
    z.strictObject({ ok: z.literal(true), value: firstSignInReplySchema }),
    failureOf(['person-unknown', 'person-not-on-tablet', 'code-unknown', 'code-used', 'code-expired', 'too-many-tries', 'unreachable', 'not-enrolled', 'revoked', 'reply-invalid']),
  ]),
} as const;

/** An answer on its way back, or word that main itself failed. */
export const mainReplySchema = z.union([
  z.strictObject({ turn: z.int(), answer: z.unknown() }),
  z.strictObject({ turn: z.int(), failed: z.literal(true) }),
]);
