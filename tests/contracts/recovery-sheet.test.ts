import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from '#protocol/base64.ts';
import type { Bytes, VaultPrimitives } from '#protocol/session/key-hierarchy.ts';
import { joinKeyrings, openKeyring, sealKeyring, unwrapKeyring, wrapKeyring, type Keyring } from '#protocol/session/keyring.ts';
import { makeRecoverySheet, readRecoverySheet } from '#protocol/session/recovery-sheet.ts';
import { RECOVERY_WORDS } from '#protocol/session/recovery-word-list.ts';
import { findRecoveryWord, makeRecoverySecret, readRecoveryWords, suggestRecoveryWords, toRecoveryWords } from '#protocol/session/recovery-words.ts';
import { nodePrimitives } from '../../electron/vault/node-primitives.ts';
import { webPrimitives } from '../../renderer/vault/web-primitives.ts';

/** Argon2id costs a fifth of a second; here it has little to do. */
const quick = (primitives: VaultPrimitives): VaultPrimitives => ({
  ...primitives,
  argon2id: (pin, salt, cost) => primitives.argon2id(pin, salt, { ...cost, memory: 64, passes: 1 }),
});
const node = quick(nodePrimitives);
const web = quick(webPrimitives);
const randomBytes = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count));
const key = (fill: number): Bytes => new Uint8Array(32).fill(fill);
const owner = { personId: '00000000-0000-4000-8000-000000000002' };
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map((array) => new Uint8Array(array));

describe('the words of a recovery sheet', () => {
  it('come from 512, of which no two begin with the same four letters and none begins another', () => {
    expect(new Set(RECOVERY_WORDS.map((word) => word.slice(0, 4))).size).toBe(512);
    expect([...RECOVERY_WORDS].sort()).toEqual(RECOVERY_WORDS);
    expect(RECOVERY_WORDS.filter((word) => RECOVERY_WORDS.some((other) => other !== word && other.startsWith(word)))).toEqual([]);
    expect(RECOVERY_WORDS.every((word) => /^[a-z]{3,8}$/.test(word))).toBe(true);
  });

  it('are twelve, and say the secret again in kiosk and browser, in capitals, or four letters of each', async () => {
    await fc.assert(
      fc.asyncProperty(bytes(13), async (random) => {
        const secret = makeRecoverySecret(random);
        const words = await toRecoveryWords(node, secret);
        expect(words).toHaveLength(12);
        expect(await readRecoveryWords(web, words)).toEqual({ ok: true, value: secret });
        expect(await readRecoveryWords(node, words.map((word) => ` ${word.slice(0, 4).toUpperCase()}`))).toEqual({ ok: true, value: secret });
      }),
      { numRuns: 30 },
    );
  });

  it('with one changed or two exchanged are refused but for one time in 256, and a word of no list is named', async () => {
    const words = await toRecoveryWords(node, makeRecoverySecret(key(7)));
    let taken = 0;
    for (let place = 0; place < 512; place += 1) {
      const typed = words.with(3, RECOVERY_WORDS[place] ?? '');
      if (typed[3] !== words[3] && (await readRecoveryWords(node, typed)).ok) taken += 1;
    }
    expect(taken).toBeLessThan(10);
    expect(await readRecoveryWords(node, words.with(5, 'xylophone'))).toEqual({ ok: false, error: { code: 'word-unknown', at: 5 } });
    expect(await readRecoveryWords(node, words.slice(1))).toEqual({ ok: false, error: { code: 'words-wrong' } });
  });

  it('are found by their first four letters and offered from two on', () => {
    expect(findRecoveryWord('Acor')).toBe('acorn');
    expect(findRecoveryWord('aco')).toBeUndefined();
    expect(findRecoveryWord('ivy')).toBe('ivy');
    expect(suggestRecoveryWords('ze')).toEqual(['zebra', 'zero']);
    expect(suggestRecoveryWords('z')).toEqual([]);
  });
});

describe('the keys a sheet brings back', () => {
  const parts = (primitives: VaultPrimitives, keyring: Keyring) => ({ primitives, randomBytes, owner, keyring });

  it('are those of the tablet it was made on, before those of the tablet it is read on, whatever made it', async () => {
    const sheet = await makeRecoverySheet(parts(node, [key(1)]));
    const read = await readRecoverySheet(parts(web, [key(2)]), sheet.words, [encodeBase64Url(randomBytes(90)), sheet.box]);
    expect(read).toMatchObject({ ok: true, value: { keyring: [key(1), key(2)], opened: 1 } });
    const third = await readRecoverySheet(parts(node, [key(3)]), sheet.words, [read.ok ? read.value.box : '']);
    expect(third).toMatchObject({ ok: true, value: { keyring: [key(1), key(2), key(3)] } });
  });

  it('do not come for the words of another sheet, another person, or a changed box', async () => {
    const [sheet, other] = [await makeRecoverySheet(parts(node, [key(1)])), await makeRecoverySheet(parts(node, [key(1)]))];
    expect(await readRecoverySheet(parts(node, [key(2)]), other.words, [sheet.box])).toEqual({ ok: false, error: { code: 'words-old' } });
    const stranger = { ...parts(node, [key(2)]), owner: { personId: '00000000-0000-4000-8000-000000000003' } };
    expect(await readRecoverySheet(stranger, sheet.words, [sheet.box])).toEqual({ ok: false, error: { code: 'words-old' } });
    expect(await readRecoverySheet(parts(node, [key(2)]), sheet.words.with(0, 'zoo'), [])).toMatchObject({ ok: false });
  });

  it('are forty at most: the words of a box that is full are refused on another tablet, and open as before on one of the forty', async () => {
    const [first, ...rest] = Array.from({ length: 40 }, (_, at) => key(at + 1));
    const full: Keyring = [first ?? key(1), ...rest];
    const sheet = await makeRecoverySheet(parts(node, full));
    for (const primitives of [node, web]) {
      expect(await readRecoverySheet(parts(primitives, [key(200)]), sheet.words, [sheet.box])).toEqual({ ok: false, error: { code: 'keys-full' } });
      expect(await readRecoverySheet(parts(primitives, [key(40)]), sheet.words, [sheet.box])).toMatchObject({ ok: true, value: { keyring: full } });
    }
  });

  it('open from no box of which a bit is flipped or a byte is cut', async () => {
    const secret = makeRecoverySecret(key(9));
    const box = await sealKeyring(node, [key(1), key(2)], secret, randomBytes(16), owner);
    expect(await openKeyring(web, box, secret, owner)).toEqual([key(1), key(2)]);
    await fc.assert(
      fc.asyncProperty(fc.nat(box.length * 8 - 1), async (bit) => {
        const flipped = new Uint8Array(box);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(await openKeyring(node, flipped, secret, owner)).toBeUndefined();
        expect(await openKeyring(node, box.slice(0, bit >> 3), secret, owner)).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });

  it('lie in a record under this tablet’s data key, and a damaged or absent keyring is this tablet’s own key', async () => {
    const place = { tabletId: 't', lookup: 'l' };
    const wrapped = await wrapKeyring(node, [key(1), key(2)], key(2), place);
    expect(await unwrapKeyring(web, wrapped, key(2), place)).toEqual([key(1), key(2)]);
    expect(await unwrapKeyring(web, wrapped, key(2), { ...place, lookup: 'm' })).toEqual([key(2)]);
    expect(await unwrapKeyring(web, undefined, key(2), place)).toEqual([key(2)]);
    expect(Buffer.from(decodeBase64Url(wrapped)).includes(Buffer.from(key(1)))).toBe(false);
    expect(joinKeyrings([key(1), key(2)], [key(2), key(3)])).toEqual([key(1), key(2), key(3)]);
  });
});
