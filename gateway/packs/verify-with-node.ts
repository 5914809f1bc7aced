import { createHash, createPublicKey, verify } from 'node:crypto';
import type { TrustCrypto } from '#protocol/packs/signed-document.ts';

/** What stands before 32 raw bytes to make them an Ed25519 public key in SPKI DER (RFC 8410). */
const ED25519_SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** SHA-256 and Ed25519 by Node, for the verifiers of protocol/packs. A key of another size fits nothing. */
export const nodeTrustCrypto = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  verifySignature: (publicKey, message, signature) => {
    if (publicKey.length !== 32 || signature.length !== 64) return false;
    const key = createPublicKey({ key: Buffer.concat([ED25519_SPKI_HEAD, publicKey]), format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  },
} satisfies TrustCrypto;
