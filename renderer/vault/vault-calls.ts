import type { PersonId } from '#protocol/ids.ts';
import type { Result } from '#protocol/result.ts';
import type { Bytes, VaultRecord, WrapPlace } from '#protocol/session/key-hierarchy.ts';
import type { RecoveredKeys, RecoveryFault, RecoverySheet } from '#protocol/session/recovery-sheet.ts';
import type { SealedChanges } from '#protocol/sync/change.ts';
import type { SealedOperation, SealedPart } from '#protocol/sync/operation.ts';

/** The part of a vault record that holds the wrapped keys. */
export type Wrap = Pick<VaultRecord, 'salt' | 'cost' | 'wrapped'>;

/** And the keys beside it, where a sheet brought some. */
type WrapWithKeyring = Wrap & Pick<VaultRecord, 'keyring'>;

/** What the page tells the worker of a person who signs in, beside the PIN. */
export type UnlockInput = {
  readonly wrap: Wrap;
  readonly pin: string;
  readonly deviceSecret: Bytes;
  readonly place: WrapPlace;
};

/**
 * What the vault worker does. It stores nothing and asks nobody: the private key and the operation key live in it
 * from sign-in until it is ended, and the page never has them.
 */
export type VaultCalls = {
  readonly lookup: (input: { readonly deviceSecret: Bytes; readonly prisonerNumber: string }) => Promise<string>;
  /** Makes new keys, wrapped under a PIN. */
  readonly create: (input: Omit<UnlockInput, 'wrap'>) => Promise<{ readonly wrap: Wrap; readonly publicKey: string }>;
  /** Tries a PIN without signing in; returns the public key. */
  readonly tryPin: (input: UnlockInput) => Promise<Result<{ readonly publicKey: string }, { readonly code: 'wrong-pin' }>>;
  /** Opens the keys and holds them; returns the data key as base64url. */
  readonly signIn: (
    input: Omit<UnlockInput, 'wrap'> & { readonly wrap: WrapWithKeyring; readonly personId: PersonId; readonly gatewayKey: string },
  ) => Promise<Result<{ readonly dataKey: string; readonly keyring: string[] }, { readonly code: 'wrong-pin' }>>;
  /** Does the work of one try for nobody, so that the clock does not tell who has been on this tablet. */
  readonly pretend: (input: { readonly pin: string }) => Promise<null>;
  readonly seal: (
    input: Pick<SealedOperation, 'id' | 'sequence'> & { readonly part: SealedPart },
  ) => Promise<Result<SealedOperation, { readonly code: 'signed-out' }>>;
  readonly open: (changes: SealedChanges) => Promise<Result<string, { readonly code: 'signed-out' | 'seal-broken' }>>;
  readonly makeSheet: () => Promise<Result<RecoverySheet, { readonly code: 'signed-out' }>>;
  /** `wrapped` is the keyring as the person's record keeps it. */
  readonly readSheet: (
    input: { readonly words: readonly string[]; readonly boxes: readonly string[] },
  ) => Promise<Result<Omit<RecoveredKeys, 'keyring'> & { readonly keyring: string[]; readonly wrapped: string }, RecoveryFault | { readonly code: 'signed-out' }>>;
};

export type VaultCallName = keyof VaultCalls;

/** Page → worker. */
export type VaultRequest = { readonly request: number; readonly call: VaultCallName; readonly input: unknown };
/** Worker → page. */
export type VaultReply =
  | { readonly request: number; readonly value: unknown }
  | { readonly request: number; readonly failed: true };
