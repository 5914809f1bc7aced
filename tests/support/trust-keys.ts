import { createPublicKey, generateKeyPairSync, sign, verify, createHash, type KeyObject } from 'node:crypto';
import { ROLES_FORMAT, type Roles, type SignedText, type TrustKey, type TrustRole } from '#protocol/packs/roles.ts';
import { documentBytes, documentMessage, type TrustCrypto } from '#protocol/packs/signed-document.ts';

/** A key of some role, made for a test. */
export type TestKey = { readonly trusted: TrustKey; readonly privateKey: KeyObject };

const ED25519_SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** SHA-256 and Ed25519 by Node. */
export const testCrypto = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  verifySignature: (publicKey, message, signature) => {
    if (publicKey.length !== 32 || signature.length !== 64) return false;
    const key = createPublicKey({ key: Buffer.concat([ED25519_SPKI_HEAD, publicKey]), format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  },
} satisfies TrustCrypto;

/** Makes a key. */
export function makeTrustKey(keyId: string, role: TrustRole): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  return { privateKey, trusted: { keyId, role, publicKey: raw.toString('base64url') } };
}

/** Signs a document's text with these keys, each in its own role. */
export function signText(format: string, document: string, keys: readonly TestKey[]): SignedText {
  const message = documentMessage(format, testCrypto.sha256(documentBytes(document)));
  const signatures = keys.map(({ trusted: { keyId, role }, privateKey }) => ({
    keyId,
    role,
    signature: sign(null, message, privateKey).toString('base64url'),
  }));
  return { document, signatures: JSON.stringify(signatures) };
}

/** A roles document naming these keys, signed by `signers`. Thresholds are 1 unless said otherwise. */
export function makeRoles(
  version: number,
  keys: readonly TrustKey[],
  signers: readonly TestKey[],
  more: Partial<Roles> = {},
): SignedText {
  const roles: Roles = {
    format: ROLES_FORMAT,
    version,
    issuedAt: 1,
    keys,
    thresholds: { root: 1, gateway: 1, packs: 1 },
    packRoles: [],
    ...more,
  };
  return signText(ROLES_FORMAT, JSON.stringify(roles), signers);
}
