import { createHmac, createPrivateKey, type KeyObject, randomBytes } from 'node:crypto';
import { z } from 'zod/mini';
import { base64Url } from '#protocol/ids.ts';
import { generateGatewayKey } from '../sync/seals.ts';
import { loadOrMakeSecretFile } from './secret-file.ts';

/** What the gateway keeps outside its database, so that a copied database opens nothing and forges nothing. */
export type GatewaySecrets = {
  /** HPKE P-256 key that operations and replies are sealed to: 32 raw bytes, and 65 for everybody. */
  readonly gatewayKey: { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array };
  /** Receipts and cursors follow from it. */
  readonly syncSecret: Uint8Array;
  /** Codes on slips are kept as keyed hashes under it: 36 bits could be guessed from a plain one. */
  readonly codeSecret: Uint8Array;
  /** Ed25519 key that release lists are signed with (PACK-17); follows from the seed, so a back-up has it too. */
  readonly releaseKey: KeyObject;
  /** 32 bytes that wrap the establishment's two signing keys (ADR 0019). */
  readonly signingSecret: Uint8Array;
  /** Numbers of certificates follow from it, so that a restored gateway gives the number that is printed already. */
  readonly certificateSecret: Uint8Array;
  /** Pseudonyms in exports follow from it. */
  readonly pseudonymSecret: Uint8Array;
};

/** What stands before 32 secret bytes to make them an Ed25519 private key in PKCS 8 DER (RFC 8410). */
const ED25519_PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

const fileSchema = z.strictObject({
  version: z.literal(1),
  gatewayPrivateKey: base64Url(50),
  gatewayPublicKey: base64Url(100),
  seed: base64Url(50),
});

/** Opens `<data>/secrets.json`, or makes it on first start. It must be in every back-up, apart from the database. */
export async function openSecrets(dataFolder: string): Promise<GatewaySecrets> {
  const text = await loadOrMakeSecretFile(`${dataFolder}/secrets.json`, makeSecrets);
  const file = fileSchema.parse(JSON.parse(text));
  const seed = Buffer.from(file.seed, 'base64url');
  const derive = (use: string): Uint8Array => createHmac('sha256', seed).update(`throughline/${use}/1`).digest();
  return {
    gatewayKey: {
      privateKey: Buffer.from(file.gatewayPrivateKey, 'base64url'),
      publicKey: Buffer.from(file.gatewayPublicKey, 'base64url'),
    },
    syncSecret: derive('sync'),
    codeSecret: derive('codes'),
    releaseKey: createPrivateKey({
      key: Buffer.concat([ED25519_PKCS8_HEAD, derive('release')]),
      format: 'der',
      type: 'pkcs8',
    }),
    signingSecret: derive('signing-keys'),
    certificateSecret: derive('certificates'),
    pseudonymSecret: derive('pseudonyms'),
  };
}

async function makeSecrets(): Promise<string> {
  const { privateKey, publicKey } = await generateGatewayKey();
  const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  return `${JSON.stringify({ version: 1, gatewayPrivateKey: encode(privateKey), gatewayPublicKey: encode(publicKey), seed: encode(randomBytes(32)) })}\n`;
}
