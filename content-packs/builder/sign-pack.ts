import { createPrivateKey, sign, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { encodeBase64Url } from '#protocol/base64.ts';
import type { PackSignature, TrustedKey } from '#protocol/packs/manifest.ts';
import { signedMessage } from '#protocol/packs/verify-pack.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { sha256 } from './node-crypto.ts';
import { publicPart, readTrustedKey, type KeyProblem } from './signing-key.ts';

/** A private key with its public side. */
export type SigningKey = { readonly trusted: TrustedKey; readonly signBytes: (message: Uint8Array) => Uint8Array };

/**
 * Reads a private key (`name.pem`) and, for its name and role, the public key file beside it (`name.public.json`).
 * A public file that belongs to another key is refused, or a pack would be signed in somebody else's name.
 */
export async function readSigningKey(pemFile: string): Promise<Result<SigningKey, KeyProblem>> {
  const privateKey = await readPrivateKey(pemFile);
  if (!privateKey) return fail({ code: 'key-unreadable', detail: pemFile });
  const publicFile = pemFile.replace(/\.pem$/, '.public.json');
  const trusted = await readTrustedKey(publicFile);
  if (!trusted.ok || trusted.value.publicKey !== publicPart(privateKey))
    return fail({ code: 'key-name-missing', detail: publicFile });
  return ok({ trusted: trusted.value, signBytes: (message) => sign(null, message, privateKey) });
}

/**
 * Signs a manifest (station 6 of walk B, PACK-3). Takes the manifest's bytes, the signatures already there and a key;
 * returns all signatures in order of key id, this key's older one replaced, so that signing twice changes nothing.
 */
export function signPack(
  manifestBytes: Uint8Array,
  already: readonly PackSignature[],
  key: SigningKey,
): readonly PackSignature[] {
  const { keyId, role } = key.trusted;
  const signature = encodeBase64Url(key.signBytes(signedMessage(sha256(manifestBytes))));
  const others = already.filter((one) => one.keyId !== keyId);
  return [...others, { keyId, role, signature }].sort((a, b) => (a.keyId < b.keyId ? -1 : 1));
}

async function readPrivateKey(file: string): Promise<KeyObject | undefined> {
  try {
    const key = createPrivateKey(await readFile(file));
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}
