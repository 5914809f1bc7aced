import type { Bytes } from '#protocol/session/key-hierarchy.ts';

/** SHA-256 in lower-case hexadecimal. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', own(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Checks an Ed25519 signature (RFC 8032) by a raw public key; a key or signature of the wrong form is simply not right. */
export async function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', own(publicKey), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, own(signature), own(message));
  } catch {
    return false;
  }
}

/** Web Crypto wants bytes over a plain buffer. */
function own(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}
