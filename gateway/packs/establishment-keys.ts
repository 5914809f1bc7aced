import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';
import { rm } from 'node:fs/promises';
import { z } from 'zod/mini';
import { base64Url } from '#protocol/ids.ts';
import { type PackSignature, signerRoleSchema, type TrustedKey, trustedKeySchema } from '#protocol/packs/manifest.ts';
import { signedMessage } from '#protocol/packs/verify-pack.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { loadOrMakeSecretFile, readSecretFile } from '../secrets/secret-file.ts';

/** The two roles an edition made here is signed in: who made it, and who looked at it (ADR 0019). */
export const OWN_ROLES = ['education', 'security'] as const;
export type OwnRole = (typeof OWN_ROLES)[number];

const fileSchema = z.strictObject({
  version: z.literal(1),
  keys: z.array(
    z.strictObject({
      keyId: trustedKeySchema.shape.keyId,
      role: signerRoleSchema,
      publicKey: trustedKeySchema.shape.publicKey,
      /** Nonce, tag and PKCS 8 of the private key under the wrapping secret, AES-256-GCM. */
      wrapped: base64Url(400),
    }),
  ),
});
type KeyFile = z.infer<typeof fileSchema>;

/** The establishment's own signing keys. They leave this room only as signatures. */
export type EstablishmentKeys = {
  /** The public halves; empty while none were made. */
  readonly publicKeys: () => readonly TrustedKey[];
  /** Makes both keys, in place of those there were: their private halves are gone then. */
  readonly make: () => Promise<readonly TrustedKey[]>;
  /** Signs a manifest in a role (PACK-3). Called by submission and approval, and by nothing else. */
  readonly signManifest: (
    role: OwnRole,
    manifest: Uint8Array,
  ) => Result<PackSignature, { readonly code: 'keys-missing' }>;
};

/**
 * Opens the keys in `<data>/keys`. Takes the wrapping secret (32 bytes), which lies in another file: neither of the two
 * alone signs anything. An unwrapped key lives only for the one signature.
 */
export function openEstablishmentKeys(dataFolder: string, secret: Uint8Array): EstablishmentKeys {
  const path = `${dataFolder}/keys/establishment-keys.json`;
  const load = (): KeyFile | undefined => {
    const text = readSecretFile(path);
    return text === undefined ? undefined : fileSchema.parse(JSON.parse(text));
  };
  const publicKeys = (): readonly TrustedKey[] =>
    (load()?.keys ?? []).map(({ keyId, role, publicKey }) => ({ keyId, role, publicKey }));
  return {
    publicKeys,
    make: async () => {
      await rm(path, { force: true });
      await loadOrMakeSecretFile(path, () => makeKeys(secret));
      return publicKeys();
    },
    signManifest: (role, manifest) => {
      const key = load()?.keys.find((one) => one.role === role);
      if (key === undefined) return fail({ code: 'keys-missing' });
      const message = signedMessage(createHash('sha256').update(manifest).digest('hex'));
      const signature = sign(
        null,
        message,
        createPrivateKey({ key: unwrap(secret, key), format: 'der', type: 'pkcs8' }),
      );
      return ok({ keyId: key.keyId, role, signature: signature.toString('base64url') });
    },
  };
}

function makeKeys(secret: Uint8Array): string {
  const keys = OWN_ROLES.map((role) => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    const named = {
      keyId: `${role}-${raw.subarray(0, 4).toString('hex')}`,
      role,
      publicKey: raw.toString('base64url'),
    };
    return { ...named, wrapped: wrap(secret, named, privateKey.export({ format: 'der', type: 'pkcs8' })) };
  });
  return `${JSON.stringify({ version: 1, keys } satisfies KeyFile)}\n`;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The name, the role and the public half are bound in, so that a wrapped key cannot be put under another's name. */
function bound(key: TrustedKey): Buffer {
  return Buffer.from(`throughline/establishment-key/1\n${key.keyId}\n${key.role}\n${key.publicKey}`);
}

function wrap(secret: Uint8Array, key: TrustedKey, privateKey: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(bound(key));
  const sealed = Buffer.concat([cipher.update(privateKey), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

function unwrap(secret: Uint8Array, key: KeyFile['keys'][number]): Buffer {
  const bytes = Buffer.from(key.wrapped, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, NONCE_BYTES)).setAAD(bound(key));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}
