import { createCipheriv } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { beforeAll, expect, test } from 'vitest';
import type { OperationId, PersonId, TabletId } from '#protocol/ids.ts';
import { changesInfo } from '#protocol/sync/change.ts';
import { operationAad, operationKeyInfo, type SealedOperation, type SealedPart } from '#protocol/sync/operation.ts';
import { createSeals, generateGatewayKey, type Seals } from './seals.ts';

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const tablet = '0197f3a0-1111-7abc-8def-000000000001' as TabletId;
const ada = '0197f3a0-1111-7abc-8def-000000000002' as PersonId;
const part: SealedPart = { kind: 'notes.add', composedAt: 5, payload: { text: 'hello' } };
const place = { id: '0197f3a0-1111-7abc-8def-000000000003' as OperationId, personId: ada, sequence: 1 };

type Person = { readonly pair: Awaited<ReturnType<typeof suite.kem.generateKeyPair>>; readonly publicKey: Uint8Array };
let gatewayKey: Awaited<ReturnType<typeof generateGatewayKey>>;
let seals: Seals;
let person: Person;
let other: Person;

beforeAll(async () => {
  gatewayKey = await generateGatewayKey();
  seals = await createSeals(gatewayKey.privateKey);
  [person, other] = await Promise.all([newPerson(), newPerson()]);
});

test('PUSH-8 what a person sealed opens with their key, and says which of their keys it was', async () => {
  const opened = await seals.openOperation(tablet, await seal(person, place), [other.publicKey, person.publicKey]);
  const again = await seals.openOperation(tablet, await seal(person, { ...place, sequence: 2 }), [person.publicKey]);
  expect(opened?.part).toEqual(part);
  expect(opened?.chain).toBe(again?.chain);
  expect(opened?.chain).toMatch(/^[0-9a-f]{16}$/);
});

test('PUSH-8 nobody else can have sealed it: another person, another tablet, a key of no one', async () => {
  const sealed = await seal(person, place);
  expect(await seals.openOperation(tablet, sealed, [other.publicKey])).toBeUndefined();
  expect(await seals.openOperation('0197f3a0-1111-7abc-8def-000000000009' as TabletId, sealed, [person.publicKey])).toBeUndefined();
  expect(await seals.openOperation(tablet, sealed, [new Uint8Array(65).fill(4)])).toBeUndefined();
  expect(await seals.openOperation(tablet, sealed, [])).toBeUndefined();
});

test('PUSH-8 an envelope cannot be moved to another id, person or place in the order, nor one bit of it changed', async () => {
  const sealed = await seal(person, place);
  const open = (changed: Partial<SealedOperation>) => seals.openOperation(tablet, { ...sealed, ...changed }, [person.publicKey]);
  const box = Buffer.from(sealed.box, 'base64url');
  expect(await open({ sequence: 2 })).toBeUndefined();
  expect(await open({ id: '0197f3a0-1111-7abc-8def-00000000000a' as OperationId })).toBeUndefined();
  expect(await open({ personId: '0197f3a0-1111-7abc-8def-00000000000b' as PersonId })).toBeUndefined();
  expect(await open({ enc: '' })).toBeUndefined();
  expect(await open({ box: 'AAAA' })).toBeUndefined();
  for (let index = 0; index < box.length; index += 7) {
    const flipped = Buffer.from(box);
    flipped[index] = (flipped[index] ?? 0) ^ 1;
    expect(await open({ box: flipped.toString('base64url') })).toBeUndefined();
  }
  expect((await open({}))?.part).toEqual(part);
});

test('PULL-7 changes open only for the person and tablet they were sealed to', async () => {
  const text = JSON.stringify([{ record: 'notes.note', id: 'n', put: { text: 'ŵ' } }]);
  const sealed = await seals.sealChanges(tablet, ada, person.publicKey, text);
  const open = async (who: Person, info: string) => {
    const context = await suite.createRecipientContext({ recipientKey: who.pair, enc: bytes(sealed.enc), info: utf8(info) });
    return Buffer.from(await context.open(bytes(sealed.box))).toString('utf8');
  };
  expect(await open(person, changesInfo(tablet, ada))).toBe(text);
  await expect(open(other, changesInfo(tablet, ada))).rejects.toThrow();
  await expect(open(person, changesInfo(tablet, '0197f3a0-1111-7abc-8def-00000000000c'))).rejects.toThrow();
});

async function newPerson(): Promise<Person> {
  const pair = await suite.kem.generateKeyPair();
  return { pair, publicKey: new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)) };
}

async function seal(who: Person, at: typeof place): Promise<SealedOperation> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(new Uint8Array(gatewayKey.publicKey));
  const sender = await suite.createSenderContext({ recipientPublicKey, senderKey: who.pair, info: utf8(operationKeyInfo(tablet)) });
  const key = Buffer.from(await sender.export(utf8('operation-key'), 32));
  const nonce = Buffer.alloc(12, at.sequence);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(operationAad(at)));
  const box = Buffer.concat([nonce, cipher.update(JSON.stringify(part)), cipher.final(), cipher.getAuthTag()]);
  return { ...at, enc: Buffer.from(sender.enc).toString('base64url'), box: box.toString('base64url') };
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text));
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64url'));
}
