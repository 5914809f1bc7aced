import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { makeUuidV7, operationIdSchema, personIdSchema, tabletIdSchema, type PersonId, type TabletId } from '#protocol/ids.ts';
import { operationAad, operationKeyInfo, type SealedOperation } from '#protocol/sync/operation.ts';

/** Who pushes: a person and a tablet for each connection, and the gateway's key. Keys are base64url. */
export type PushPlan = {
  readonly gatewayPrivateKey: string;
  readonly people: readonly { readonly personId: PersonId; readonly tabletId: TabletId; readonly publicKey: string }[];
};

/** Seals one more push of `count` operations for a person, continuing their sequence. */
export type SealPush = (count: number) => readonly SealedOperation[];

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** Makes `count` people, each on a tablet of their own, with the means to seal for them as the vault does. */
export async function makePushPlan(count: number): Promise<{ readonly plan: PushPlan; readonly sealers: readonly SealPush[] }> {
  const gateway = await suite.kem.generateKeyPair();
  const made = await Promise.all(
    Array.from({ length: count }, async () => {
      const personId = personIdSchema.parse(randomUUID());
      const tabletId = tabletIdSchema.parse(randomUUID());
      const pair = await suite.kem.generateKeyPair();
      const info = new TextEncoder().encode(operationKeyInfo(tabletId));
      const context = await suite.createSenderContext({ recipientPublicKey: gateway.publicKey, senderKey: pair, info: info.buffer });
      const key = await context.export(new TextEncoder().encode('operation-key').buffer, 32);
      const publicKey = toText(await suite.kem.serializePublicKey(pair.publicKey));
      return { person: { personId, tabletId, publicKey }, seal: createSealer(personId, toText(context.enc), Buffer.from(key)) };
    }),
  );
  return {
    plan: { gatewayPrivateKey: toText(await suite.kem.serializePrivateKey(gateway.privateKey)), people: made.map(({ person }) => person) },
    sealers: made.map(({ seal }) => seal),
  };
}

function createSealer(personId: PersonId, enc: string, key: Buffer): SealPush {
  let sequence = 0;
  return (count) =>
    Array.from({ length: count }, () => {
      sequence += 1;
      const id = operationIdSchema.parse(makeUuidV7(Date.now(), randomBytes(10)));
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(Buffer.from(operationAad({ id, personId, sequence })));
      const text = JSON.stringify({ kind: 'education.progress', composedAt: Date.now(), payload: { events: [progressEvent(sequence)] } });
      const box = Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
      return { id, personId, sequence, enc, box: box.toString('base64url') };
    });
}

function progressEvent(page: number) {
  return {
    eventId: makeUuidV7(Date.now(), randomBytes(10)),
    packId: 'fractions-you-can-use',
    packVersion: 1,
    activityId: 'fractions-you-can-use.halves-and-quarters',
    verb: 'progressed',
    at: Date.now(),
    data: { page: page % 10, pages: 10, seconds: 12 },
  };
}

function toText(buffer: ArrayBuffer): string {
  return Buffer.from(buffer).toString('base64url');
}
