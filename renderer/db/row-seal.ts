import type { Bytes } from '#protocol/session/key-hierarchy.ts';

const NONCE_BYTES = 12;

/**
 * Encrypts one value as it will lie on disk: 12 random bytes, then AES-256-GCM of its JSON. `place` says where the
 * row belongs (`lookup|store|id`), so that a row cannot be moved to another id, store or person.
 */
export async function sealRow(key: CryptoKey, value: unknown, place: string): Promise<Bytes> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const body = await crypto.subtle.encrypt(aesGcm(nonce, place), key, encode(JSON.stringify(value)));
  const sealed = new Uint8Array(NONCE_BYTES + body.byteLength);
  sealed.set(nonce);
  sealed.set(new Uint8Array(body), NONCE_BYTES);
  return sealed;
}

/** Opens what `sealRow` made; undefined when key, bytes or place are not the same, or it is no JSON. */
export async function openRow(key: CryptoKey, sealed: Uint8Array, place: string): Promise<unknown> {
  const bytes = new Uint8Array(sealed);
  try {
    const plain = await crypto.subtle.decrypt(aesGcm(bytes.subarray(0, NONCE_BYTES), place), key, bytes.subarray(NONCE_BYTES));
    return JSON.parse(new TextDecoder().decode(plain)) as unknown;
  } catch {
    return undefined;
  }
}

function aesGcm(nonce: Bytes, place: string): AesGcmParams {
  return { name: 'AES-GCM', iv: nonce, additionalData: encode(place) };
}

function encode(text: string): Bytes {
  return new TextEncoder().encode(text);
}
