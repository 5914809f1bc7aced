import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { encodeBase64Url } from '#protocol/base64.ts';
import { trustedKeySchema, type TrustedKey } from '#protocol/packs/manifest.ts';
import type { TrustKey, TrustRole } from '#protocol/packs/roles.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { ED25519_SPKI_HEAD } from './node-crypto.ts';

/** `key-unreadable` no such file, or not an Ed25519 key in PEM · `key-name-missing` no public key file beside it that fits. */
export type KeyProblem = { readonly code: 'key-unreadable' | 'key-name-missing'; readonly detail: string };

/** Makes a new Ed25519 key. Returns the private key as PKCS 8 PEM and the public key as it is given to readers. */
export function createSigningKey(
  keyId: string,
  role: TrustRole,
): { readonly privatePem: string; readonly trusted: TrustKey } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const privatePem = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  return { privatePem, trusted: { keyId, role, publicKey: publicPart(privateKey) } };
}

/** Reads a public key file. */
export async function readTrustedKey(file: string): Promise<Result<TrustedKey, KeyProblem>> {
  try {
    return ok(trustedKeySchema.parse(JSON.parse(await readFile(file, 'utf8'))));
  } catch {
    return fail({ code: 'key-unreadable', detail: file });
  }
}

/** The 32 raw bytes of the public side, base64url. */
export function publicPart(privateKey: KeyObject): string {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return encodeBase64Url(der.subarray(ED25519_SPKI_HEAD.length));
}
