import { z } from 'zod/mini';
import { base64Url, operationIdSchema, personIdSchema, prisonerNumberSchema, tabletIdSchema } from '#protocol/ids.ts';
import type { SignedIn } from '#protocol/shell/bridge.ts';
import { sealedChangesSchema } from '#protocol/sync/change.ts';
import { sealedPartSchema, type SealedOperation } from '#protocol/sync/operation.ts';
import type { RecoveryFault } from '#protocol/session/recovery-sheet.ts';
import type { PinFault } from '#protocol/session/pin-rules.ts';
import type { Result } from '#protocol/result.ts';

const person = {
  tabletId: tabletIdSchema,
  prisonerNumber: prisonerNumberSchema,
  pin: z.string().check(z.maxLength(12)),
};

/** Everything the main process may ask of the vault. Both ends are ours; it is parsed all the same. */
export const vaultRequestSchema = z.discriminatedUnion('ask', [
  /** Makes a person's keys under the PIN they chose, or finds those of a first sign-in that was cut off. */
  z.strictObject({ ask: z.literal('prepare'), ...person, forgotten: z.optional(z.boolean()) }),
  /** The gateway took the first sign-in: the person may come in. */
  z.strictObject({
    ask: z.literal('complete'),
    ...person,
    gatewayKey: base64Url(100),
    personId: personIdSchema,
    displayName: z.string().check(z.maxLength(120)),
  }),
  z.strictObject({
    ask: z.literal('unlock'),
    ...person,
    gatewayKey: base64Url(100),
    /** When this program learned of the person's last wrong PIN, as the vault said it; absent after a restart. */
    learnedAt: z.optional(z.number()),
  }),
  z.strictObject({ ask: z.literal('seal'), id: operationIdSchema, sequence: z.int(), part: sealedPartSchema }),
  z.strictObject({ ask: z.literal('open'), changes: sealedChangesSchema }),
  z.strictObject({ ask: z.literal('make-sheet') }),
  /** Adds to the person's keys what the words open. */
  z.strictObject({ ask: z.literal('read-sheet'), words: z.array(z.string().check(z.maxLength(20))), boxes: z.array(base64Url(4000)) }),
]);
export type VaultRequest = z.infer<typeof vaultRequestSchema>;
export type VaultAsk = VaultRequest['ask'];

/** A request on its way, so that answers find back to it. */
export const vaultEnvelopeSchema = z.strictObject({ turn: z.int(), request: vaultRequestSchema });

/** Why nobody was let in; `learnedAt` is to be handed back with the next try. */
export type UnlockFailure =
  | { readonly code: 'not-on-this-tablet' | 'storage-full' }
  | { readonly code: 'wrong-pin' | 'wait'; readonly waitFor: number; readonly learnedAt: number };

/** What each request is answered with. */
export type VaultAnswers = {
  readonly prepare: Result<
    { readonly publicKey: string },
    | { readonly code: 'already-here' | 'storage-full' }
    | { readonly code: 'pin-unfit'; readonly fault: PinFault['code'] }
  >;
  readonly complete: Result<SignedIn, { readonly code: 'storage-full' | 'not-prepared' }>;
  readonly unlock: Result<SignedIn, UnlockFailure>;
  readonly seal: Result<SealedOperation, { readonly code: 'signed-out' }>;
  readonly open: Result<string, { readonly code: 'signed-out' | 'seal-broken' }>;
  readonly 'make-sheet': Result<{ words: string[]; box: string }, { readonly code: 'signed-out' }>;
  readonly 'read-sheet': Result<
    { keyring: string[]; box: string; opened: number },
    { readonly code: 'signed-out' | 'storage-full' } | RecoveryFault
  >;
};

/** An answer, or word that the vault itself failed. The bridge parses the value once more before the page gets it. */
export const vaultReplySchema = z.union([
  z.strictObject({ turn: z.int(), answer: z.looseObject({ ok: z.boolean() }) }),
  z.strictObject({ turn: z.int(), failed: z.string() }),
]);

/** Said once, when the vault can be asked. */
export const VAULT_READY = 'vault-ready';
