import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '#protocol/session/key-hierarchy.ts';
import * as node from '../../electron/vault/hpke.ts';
import { nodePrimitives } from '../../electron/vault/node-primitives.ts';
import * as web from '../../renderer/vault/hpke.ts';
import { webPrimitives } from '../../renderer/vault/web-primitives.ts';

const hex = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

describe.each([
  ['the kiosk', nodePrimitives],
  ['the browser adapter', webPrimitives],
])('the primitives of %s', (_where, primitives) => {
  it('AES-256-GCM opens test case 15 of the GCM specification (McGrew and Viega)', async () => {
    const key = hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308');
    const sealed = hex(
      'cafebabefacedbaddecaf888' +
        '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad' +
        'b094dac5d93471bdec1a502270e3cc6c',
    );
    const plain = await primitives.open(key, sealed, '');
    expect(plain && toHex(plain)).toBe(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255',
    );
  });

  it('HKDF-SHA-256 gives test case 3 of RFC 5869: no salt, no info', async () => {
    const key = await primitives.hkdf(hex('0b'.repeat(22)), '');
    expect(toHex(key)).toBe('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d');
  });

  it.each([
    [256, 2, 1, '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
    [256, 2, 2, '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
  ])('Argon2id with %i KiB, %i passes and %i lanes gives what the reference implementation tests for', async (memory, passes, lanes, expected) => {
    expect(toHex(await primitives.argon2id('password', utf8('somesalt'), { memory, passes, lanes }))).toBe(expected);
  });

  it('sealing hides, and opens only with the same key, bytes and place', async () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map((array) => new Uint8Array(array));
    const plain = fc.uint8Array({ maxLength: 300 }).map((array) => new Uint8Array(array));
    await fc.assert(
      fc.asyncProperty(bytes(32), plain, fc.string(), fc.nat(), async (key, text, place, at) => {
        const sealed = await primitives.seal(key, text, place);
        expect(await primitives.open(key, sealed, place)).toEqual(text);
        expect(await primitives.open(key, sealed, `${place}.`)).toBeUndefined();
        const flipped = new Uint8Array(sealed);
        flipped[at % sealed.length] = (flipped[at % sealed.length] ?? 0) ^ 1;
        expect(await primitives.open(key, flipped, place)).toBeUndefined();
        expect(await primitives.open(key, sealed.slice(0, at % sealed.length), place)).toBeUndefined();
        const other = new Uint8Array(key);
        other[0] = (other[0] ?? 0) ^ 1;
        expect(await primitives.open(other, sealed, place)).toBeUndefined();
        expect(await primitives.seal(key, text, place)).not.toEqual(sealed);
      }),
      { numRuns: 40 },
    );
  });
});

describe('HPKE', () => {
  it('opens appendix A.3.1 of RFC 9180 (P-256, HKDF-SHA-256), with the library that both adapters use', async () => {
    const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
    const recipient = await suite.createRecipientContext({
      recipientKey: await suite.kem.deserializePrivateKey(hex('f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2')),
      enc: hex('04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4'),
      info: hex('4f6465206f6e2061204772656369616e2055726e'),
    });
    const box = hex('5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434');
    const plain = await recipient.open(box, utf8('Count-0'));
    expect(new TextDecoder().decode(plain)).toBe('Beauty is truth, truth beauty');
  });

  it.each([
    ['kiosk', node, 'browser', web],
    ['browser', web, 'kiosk', node],
  ])('agrees between %s and %s on what only the recipient opens', async (_one, here, _other, there) => {
    const [gateway, person, stranger] = [await here.createKeyPair(), await there.createKeyPair(), await here.createKeyPair()];
    const [mine, theirs] = [await here.agreeOperationKey(person, gateway.publicKey, 'a'), await here.agreeOperationKey(person, gateway.publicKey, 'a')];
    expect(mine.key).toHaveLength(32);
    expect(mine.key).not.toEqual(theirs.key);
    expect(await there.openSealed(stranger, mine.enc, new Uint8Array(40), 'a')).toBeUndefined();
  });
});
