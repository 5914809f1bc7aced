import { argon2id } from 'hash-wasm';
import type { Bytes, VaultPrimitives } from '#protocol/session/key-hierarchy.ts';

const NONCE_BYTES = 12;
const KEY_BITS = 256;

/** The vault's primitives in a browser: hash-wasm for Argon2id (security.md 6.2), Web Crypto for the rest. */
export const webPrimitives: VaultPrimitives = {
  argon2id: async (pin, salt, cost) =>
    new Uint8Array(
      await argon2id({
        password: pin,
        salt,
        memorySize: cost.memory,
        iterations: cost.passes,
        parallelism: cost.lanes,
        hashLength: KEY_BITS / 8,
        outputType: 'binary',
      }),
    ),
  hkdf: async (secret, info) => {
    const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
    const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: new TextEncoder().encode(info) };
    return new Uint8Array(await crypto.subtle.deriveBits(derivation, key, KEY_BITS));
  },
  seal: async (key, plain, aad) => {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const body = await crypto.subtle.encrypt(aesGcm(nonce, aad), await importKey(key, 'encrypt'), plain);
    const sealed = new Uint8Array(NONCE_BYTES + body.byteLength);
    sealed.set(nonce);
    sealed.set(new Uint8Array(body), NONCE_BYTES);
    return sealed;
  },
  open: async (key, sealed, aad) => {
    if (sealed.length <= NONCE_BYTES) return undefined;
    try {
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const imported = await importKey(key, 'decrypt');
      return new Uint8Array(await crypto.subtle.decrypt(aesGcm(nonce, aad), imported, sealed.subarray(NONCE_BYTES)));
    } catch {
      // Web Crypto says "OperationError" for a wrong key, changed bytes and changed additional data alike.
      return undefined;
    }
  },
};

function aesGcm(nonce: Bytes, aad: string): AesGcmParams {
  return { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(aad) };
}

function importKey(key: Bytes, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, [use]);
}
