import type { PersonId, PrisonerNumber } from '#protocol/ids.ts';
import type { Result } from '#protocol/result.ts';
import type { RecoveryFault } from '#protocol/session/recovery-sheet.ts';
import type { PinFault } from '#protocol/session/pin-rules.ts';
import type { SignedIn } from '#protocol/shell/bridge.ts';
import type { SealedChanges } from '#protocol/sync/change.ts';
import type { SealedOperation, SealedPart } from '#protocol/sync/operation.ts';

type Person = { readonly tabletId: string; readonly prisonerNumber: PrisonerNumber; readonly pin: string };

/** Everything that can be asked of the vault, within its own process. */
export type VaultRequest =
  /** Makes a person's keys under the PIN they chose, or finds those of a first sign-in that was cut off. */
  | ({ readonly ask: 'prepare'; readonly forgotten?: boolean | undefined } & Person)
  /** The gateway took the first sign-in: the person may come in. */
  | ({ readonly ask: 'complete'; readonly gatewayKey: string; readonly personId: PersonId; readonly displayName: string } & Person)
  /** `learnedAt`: when this program learned of the person's last wrong PIN, as the vault said it; absent after a restart. */
  | ({ readonly ask: 'unlock'; readonly gatewayKey: string; readonly learnedAt?: number | undefined } & Person)
  | ({ readonly ask: 'seal'; readonly part: SealedPart } & Pick<SealedOperation, 'id' | 'sequence'>)
  | { readonly ask: 'open'; readonly changes: SealedChanges }
  | { readonly ask: 'make-sheet' }
  /** Adds to the person's keys what the words open. */
  | { readonly ask: 'read-sheet'; readonly words: readonly string[]; readonly boxes: readonly string[] };
export type VaultAsk = VaultRequest['ask'];

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
