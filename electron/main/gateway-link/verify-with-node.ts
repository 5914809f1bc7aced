import { createHash, createPublicKey, verify } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal, for the verifier of protocol/packs. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What stands before 32 raw bytes to make them an Ed25519 public key in SPKI DER (RFC 8410). */
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PUBLIC_KEY_BYTES = 32;

/** Ed25519 (RFC 8032) by Node's crypto, because Chromium 114 has none. A key of another size fits nothing. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== PUBLIC_KEY_BYTES) return false;
  const key = createPublicKey({ key: Buffer.concat([ED25519_SPKI, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
}
