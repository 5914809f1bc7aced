import { createCipheriv, createDecipheriv, hkdf, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { argon2id } from 'hash-wasm';
import type { Bytes, VaultPrimitives } from '#protocol/session/key-hierarchy.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const deriveBytes = promisify(hkdf);

/** The vault's primitives on Node: hash-wasm for Argon2id (security.md 6.2), Node's own crypto for the rest. */
export const nodePrimitives: VaultPrimitives = {
  argon2id: async (pin, salt, cost) =>
    plain(
      await argon2id({
        password: pin,
        salt,
        memorySize: cost.memory,
        iterations: cost.passes,
        parallelism: cost.lanes,
        hashLength: KEY_BYTES,
        outputType: 'binary',
      }),
    ),
  hkdf: async (secret, info) => new Uint8Array(await deriveBytes('sha256', secret, new Uint8Array(0), info, KEY_BYTES)),
  seal: async (key, text, aad) => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(Buffer.from(aad));
    const body = Buffer.concat([cipher.update(text), cipher.final()]);
    return plain(Buffer.concat([nonce, body, cipher.getAuthTag()]));
  },
  open: async (key, sealed, aad) => openBox(key, sealed, aad),
};

function openBox(key: Bytes, sealed: Bytes, aad: string): Bytes | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    const body = decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES));
    return plain(Buffer.concat([body, decipher.final()]));
  } catch {
    return undefined;
  }
}

/** A copy with a buffer of its own: Node's buffers share one pool, which would lend a key to whoever reads it. */
function plain(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}
