import { createDecipheriv, createHash, createSecretKey, type KeyObject } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { PersonId, TabletId } from '#protocol/ids.ts';
import { changesInfo, type SealedChanges } from '#protocol/sync/change.ts';
import { operationAad, operationKeyInfo, sealedPartSchema, type SealedOperation, type SealedPart } from '#protocol/sync/operation.ts';

/** What was in a box, and which of the person's keys on that tablet had sealed it (`chain`). */
export type OpenedOperation = { readonly chain: string; readonly part: SealedPart };

/** The two ways sealed things pass the gateway. */
export type Seals = {
  /** Opens an operation with the first of the person's keys that fits; undefined when none does. */
  readonly openOperation: (tabletId: TabletId, operation: SealedOperation, keys: readonly Uint8Array[]) => Promise<OpenedOperation | undefined>;
  /** Seals a page of changes (JSON text) to one person on one tablet. */
  readonly sealChanges: (tabletId: TabletId, personId: PersonId, key: Uint8Array, text: string) => Promise<SealedChanges>;
};

/** Keys remembered: one sign-in seals all its operations under one, so twenty operations cost one key agreement. */
const MAX_KEYS = 500;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
type PrivateKey = Awaited<ReturnType<typeof suite.kem.deserializePrivateKey>>;

/** Makes the gateway's key pair: 32 bytes to keep secret, 65 to give to tablets at enrolment. */
export async function generateGatewayKey(): Promise<{ readonly privateKey: Uint8Array; readonly publicKey: Uint8Array }> {
  const pair = await suite.kem.generateKeyPair();
  const [privateKey, publicKey] = await Promise.all([suite.kem.serializePrivateKey(pair.privateKey), suite.kem.serializePublicKey(pair.publicKey)]);
  return { privateKey: new Uint8Array(privateKey), publicKey: new Uint8Array(publicKey) };
}

/** HPKE (RFC 9180) with P-256: Auth mode for operations, base mode for changes. `privateKey` is the gateway's, 32 raw bytes. */
export async function createSeals(privateKey: Uint8Array): Promise<Seals> {
  const recipientKey = await suite.kem.deserializePrivateKey(toBuffer(privateKey));
  const remembered = new Map<string, Promise<KeyObject | undefined>>();

  const operationKey = (tabletId: TabletId, enc: string, key: Uint8Array): Promise<KeyObject | undefined> => {
    const name = `${tabletId}|${chainOf(key)}|${enc}`;
    const known = remembered.get(name);
    if (known !== undefined) return known;
    const made = deriveOperationKey(recipientKey, tabletId, enc, key).catch(() => undefined);
    if (remembered.size >= MAX_KEYS) remembered.delete(remembered.keys().next().value ?? '');
    remembered.set(name, made);
    return made;
  };

  return {
    openOperation: async (tabletId, operation, keys) => {
      for (const key of keys) {
        const secret = await operationKey(tabletId, operation.enc, key);
        const part = secret === undefined ? undefined : openBox(secret, operation);
        if (part !== undefined) return { chain: chainOf(key), part };
      }
      return undefined;
    },
    sealChanges: async (tabletId, personId, key, text) => {
      const recipientPublicKey = await suite.kem.deserializePublicKey(toBuffer(key));
      const sealed = await suite.seal({ recipientPublicKey, info: toBuffer(Buffer.from(changesInfo(tabletId, personId))) }, toBuffer(Buffer.from(text)));
      return { enc: Buffer.from(sealed.enc).toString('base64url'), box: Buffer.from(sealed.ct).toString('base64url') };
    },
  };
}

/** The name of one key's order of operations: the first 16 hexadecimal characters of its SHA-256. */
export function chainOf(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
}

async function deriveOperationKey(recipientKey: PrivateKey, tabletId: TabletId, enc: string, key: Uint8Array): Promise<KeyObject> {
  const senderPublicKey = await suite.kem.deserializePublicKey(toBuffer(key));
  const context = await suite.createRecipientContext({
    recipientKey,
    senderPublicKey,
    enc: toBuffer(Buffer.from(enc, 'base64url')),
    info: toBuffer(Buffer.from(operationKeyInfo(tabletId))),
  });
  return createSecretKey(new Uint8Array(await context.export(toBuffer(Buffer.from('operation-key')), 32)));
}

function openBox(key: KeyObject, operation: SealedOperation): SealedPart | undefined {
  const box = Buffer.from(operation.box, 'base64url');
  if (box.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(operationAad(operation)));
  decipher.setAuthTag(box.subarray(-TAG_BYTES));
  try {
    const plain = Buffer.concat([decipher.update(box.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    const part = sealedPartSchema.safeParse(JSON.parse(plain.toString('utf8')));
    return part.success ? part.data : undefined;
  } catch {
    // A wrong tag, or text that is no JSON: in both cases it is not what this person sealed.
    return undefined;
  }
}

/** A plain ArrayBuffer with exactly these bytes, as HPKE wants it. */
function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
