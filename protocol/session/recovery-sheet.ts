import { decodeBase64Url, encodeBase64Url } from '../base64.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Bytes, VaultPrimitives } from './key-hierarchy.ts';
import { joinKeyrings, MOST_KEYS, openKeyring, sealKeyring, type Keyring, type RecoveryOwner } from './keyring.ts';
import { makeRecoverySecret, readRecoveryWords, RECOVERY_SECRET_BYTES, toRecoveryWords } from './recovery-words.ts';

/** What making or reading a sheet stands on, in the kiosk's vault process as in the browser's worker. */
export type RecoveryParts = { readonly primitives: VaultPrimitives; readonly randomBytes: (count: number) => Bytes; readonly owner: RecoveryOwner; readonly keyring: Keyring };

/** A sheet as it is made: the words for the person, and the box for the gateway. */
export type RecoverySheet = { readonly words: readonly string[]; readonly box: string };

/** What words opened: the keys of both sides, the box to put in the place of the one they opened, and which that was. */
export type RecoveredKeys = { readonly keyring: Keyring; readonly box: string; readonly opened: number };

/**
 * `words-wrong`: no sheet at all, a slip of the pen. `words-old`: a sheet, but none of these boxes is its. `keys-full`: it
 * holds as many keys as a box may, and this tablet's would be one too many.
 */
export type RecoveryFault = { readonly code: 'words-wrong' | 'words-old' | 'keys-full' };

const SALT_BYTES = 16;

/** Makes a new sheet. Neither the words nor their secret are kept anywhere. */
export async function makeRecoverySheet({ primitives, randomBytes, owner, keyring }: RecoveryParts): Promise<RecoverySheet> {
  const secret = makeRecoverySecret(randomBytes(RECOVERY_SECRET_BYTES));
  const box = await sealKeyring(primitives, keyring, secret, randomBytes(SALT_BYTES), owner);
  return { words: await toRecoveryWords(primitives, secret), box: encodeBase64Url(box) };
}

/** Tries twelve words on the boxes the gateway has of this person; more than one where two tablets made a sheet each. */
export async function readRecoverySheet({ primitives, randomBytes, owner, keyring }: RecoveryParts, words: readonly string[], boxes: readonly string[]): Promise<Result<RecoveredKeys, RecoveryFault>> {
  const secret = await readRecoveryWords(primitives, words);
  if (!secret.ok) return fail({ code: 'words-wrong' });
  for (const [opened, box] of boxes.entries()) {
    const found = await openKeyring(primitives, decodeBase64Url(box), secret.value, owner);
    if (found === undefined) continue;
    const joined = joinKeyrings(found, keyring);
    // Nothing is sealed or kept then: a keyring that is too long would never open again.
    if (joined.length > MOST_KEYS) return fail({ code: 'keys-full' });
    const sealed = await sealKeyring(primitives, joined, secret.value, randomBytes(SALT_BYTES), owner);
    return ok({ keyring: joined, box: encodeBase64Url(sealed), opened });
  }
  return fail({ code: 'words-old' });
}
