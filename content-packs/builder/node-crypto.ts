import { createHash, createPublicKey, verify } from 'node:crypto';
import type { VerifySignature } from '#protocol/packs/count-signers.ts';
import type { HashBytes } from '#protocol/packs/verify-pack.ts';

/** The fixed head of an Ed25519 public key in SPKI DER (RFC 8410); the 32 raw bytes follow. */
export const ED25519_SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** SHA-256 in lower-case hexadecimal, by Node. */
export const sha256 = ((bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')) satisfies HashBytes;

/** Ed25519 by Node; a key that is none gives false, not an exception. */
export const verifySignature: VerifySignature = (publicKey, message, signature) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = createPublicKey({ key: Buffer.concat([ED25519_SPKI_HEAD, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};
