import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from '#protocol/base64.ts';
import type { OperationId, PersonId, PrisonerNumber, TabletId } from '#protocol/ids.ts';
import { fail } from '#protocol/result.ts';
import type { VaultPrimitives } from '#protocol/session/key-hierarchy.ts';
import { changesInfo } from '#protocol/sync/change.ts';
import { operationAad, operationKeyInfo } from '#protocol/sync/operation.ts';
import { createVault, type Vault } from './create-vault.ts';
import { fileDeviceSecret } from './device-secret.ts';
import { nodePrimitives } from './node-primitives.ts';
import { fileVaultRecords, type VaultRecords } from './vault-records.ts';
import type { VaultAnswers } from './vault-requests.ts';

const tabletId = '0193a000-0000-7000-8000-000000000001' as TabletId;
const SAM = { tabletId, prisonerNumber: 'A1234BC' as PrisonerNumber, pin: '482913' };
const ALEX = { tabletId, prisonerNumber: 'B5678DE' as PrisonerNumber, pin: '771204' };
const person = (digit: string): { personId: PersonId; displayName: string } => ({
  personId: `0193a000-0000-7000-8000-00000000000${digit}` as PersonId,
  displayName: 'Sam',
});

/** Argon2id costs a fifth of a second; its place here is held by one hash. The real one is tested below. */
const quick: VaultPrimitives = {
  ...nodePrimitives,
  argon2id: async (pin, salt) => new Uint8Array(createHash('sha256').update(pin).update(salt).digest()),
};

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
let folder: string;
let now: number;
let gatewayPair: CryptoKeyPair;
let gatewayKey: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'));
  now = 1_000_000;
  gatewayPair = await suite.kem.generateKeyPair();
  gatewayKey = encodeBase64Url(new Uint8Array(await suite.kem.serializePublicKey(gatewayPair.publicKey)));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A vault process, new each time: what it knows is what is on the disk. */
function vault(records: VaultRecords = fileVaultRecords(folder), primitives: VaultPrimitives = quick): Vault {
  return createVault({
    primitives,
    deviceSecret: fileDeviceSecret(folder),
    records,
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    monotonicNow: () => now,
  });
}

async function signUp(who: typeof SAM, digit: string): Promise<VaultAnswers['complete']> {
  const fresh = vault();
  await fresh.answer({ ask: 'prepare', ...who });
  return (await fresh.answer({ ask: 'complete', ...who, gatewayKey, ...person(digit) })) as VaultAnswers['complete'];
}

async function unlock(who: typeof SAM, the = vault(), learnedAt?: number): Promise<VaultAnswers['unlock']> {
  const answer = await the.answer({
    ask: 'unlock',
    ...who,
    gatewayKey,
    ...(learnedAt === undefined ? {} : { learnedAt }),
  });
  return answer as VaultAnswers['unlock'];
}

describe('a first sign-in', () => {
  it('makes keys, keeps them under the PIN, and opens the same ones ever after', async () => {
    const first = await signUp(SAM, 'a');
    const again = await unlock(SAM);
    expect(first.ok && again.ok && again.value.dataKey === first.value.dataKey).toBe(true);
    expect(again).toMatchObject({ ok: true, value: { ...person('a'), failuresSinceSignIn: 0 } });
  });

  it('that was cut off is repeated with the same public key, so that the code is not spent twice', async () => {
    const before = await vault().answer({ ask: 'prepare', ...SAM });
    const after = await vault().answer({ ask: 'prepare', ...SAM });
    expect(after).toEqual(before);
  });

  it('that was cut off lets nobody in yet', async () => {
    await vault().answer({ ask: 'prepare', ...SAM });
    expect(await unlock(SAM)).toEqual({ ok: false, error: { code: 'not-on-this-tablet' } });
  });

  it('cannot be done again over a person who is here', async () => {
    await signUp(SAM, 'a');
    expect(await vault().answer({ ask: 'prepare', ...SAM, pin: '905176' })).toEqual({
      ok: false,
      error: { code: 'already-here' },
    });
  });

  it.each(['12345', '123456', '111111', 'abcdef'])('refuses the PIN %s and keeps nothing', async (pin) => {
    expect(await vault().answer({ ask: 'prepare', ...SAM, pin })).toMatchObject({
      ok: false,
      error: { code: 'pin-unfit' },
    });
    expect(readdirSync(folder)).not.toContain('vault');
  });
});

describe('back-off', () => {
  it('counts a try before it looks at the PIN, so that pulling the power gives nothing back', async () => {
    await signUp(SAM, 'a');
    const powerCut: VaultPrimitives = {
      ...quick,
      argon2id: async () => {
        throw new Error('the power went');
      },
    };
    await expect(unlock(SAM, vault(fileVaultRecords(folder), powerCut))).rejects.toThrow();
    expect(await recordOf()).toMatchObject({ failures: 1, failuresSinceSignIn: 1 });
  });

  it('grows with each wrong PIN, and a restart begins the wait again instead of ending it', async () => {
    await signUp(SAM, 'a');
    const wrong = { ...SAM, pin: '482914' };
    const waits = [];
    let learnedAt: number | undefined;
    for (let tries = 0; tries < 4; tries += 1) {
      const answer = await unlock(wrong, vault(), learnedAt);
      if (!answer.ok && answer.error.code === 'wrong-pin') {
        waits.push(answer.error.waitFor);
        learnedAt = answer.error.learnedAt;
      }
      now += 60_000;
    }
    expect(waits).toEqual([0, 0, 2000, 10_000]);
    expect(await unlock(SAM, vault(), undefined)).toMatchObject({
      ok: false,
      error: { code: 'wait', waitFor: 10_000 },
    });
  });

  it('refuses even the right PIN while it lasts, without counting, and lets it in afterwards', async () => {
    await signUp(SAM, 'a');
    for (let tries = 0; tries < 3; tries += 1) await unlock({ ...SAM, pin: '482914' }, vault(), now - 3_600_000);
    const learnedAt = now;
    now += 1999;
    expect(await unlock(SAM, vault(), learnedAt)).toMatchObject({ ok: false, error: { code: 'wait', waitFor: 1 } });
    expect(await recordOf()).toMatchObject({ failures: 3 });
    now += 1;
    expect(await unlock(SAM, vault(), learnedAt)).toMatchObject({ ok: true, value: { failuresSinceSignIn: 3 } });
    expect(await recordOf()).toMatchObject({ failures: 0, failuresSinceSignIn: 0 });
  });

  it('is not shortened by a time that lies in the future', async () => {
    await signUp(SAM, 'a');
    for (let tries = 0; tries < 3; tries += 1) await unlock({ ...SAM, pin: '482914' }, vault(), now - 3_600_000);
    expect(await unlock(SAM, vault(), now + 1e9)).toMatchObject({ ok: false, error: { code: 'wait', waitFor: 2000 } });
  });

  it('of one person never touches another', async () => {
    await signUp(SAM, 'a');
    await signUp(ALEX, 'b');
    for (let tries = 0; tries < 5; tries += 1) await unlock({ ...SAM, pin: '482914' }, vault(), now - 3_600_000);
    expect(await unlock(ALEX)).toMatchObject({ ok: true });
  });

  async function recordOf(): Promise<unknown> {
    const [file] = readdirSync(join(folder, 'vault')).filter((name) => name.endsWith('.json'));
    return JSON.parse(readFileSync(join(folder, 'vault', file ?? ''), 'utf8')) as unknown;
  }
});

describe('two people on one tablet', () => {
  it('cannot open each other: not with their own PIN, not with a swapped file', async () => {
    await signUp(SAM, 'a');
    await signUp(ALEX, 'b');
    expect(await unlock({ ...SAM, pin: ALEX.pin })).toMatchObject({ ok: false, error: { code: 'wrong-pin' } });
    const files = readdirSync(join(folder, 'vault'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(folder, 'vault', name));
    const [one, other] = files.map((file) => readFileSync(file, 'utf8'));
    writeFileSync(files[0] ?? '', other ?? '');
    writeFileSync(files[1] ?? '', one ?? '');
    expect((await unlock(SAM)).ok).toBe(false);
    expect((await unlock({ ...SAM, pin: ALEX.pin }, vault(), 0)).ok).toBe(false);
  });

  it('are not named on the disk, and nobody else may read what is', async () => {
    await signUp(SAM, 'a');
    for (const name of readdirSync(join(folder, 'vault'))) {
      expect(name).not.toContain('1234');
      expect(statSync(join(folder, 'vault', name)).mode & 0o077).toBe(0);
    }
    expect(statSync(join(folder, 'device-secret')).mode & 0o777).toBe(0o600);
  });
});

describe('a vault elsewhere', () => {
  it('does not open without the secret of its device, even with the PIN', async () => {
    await signUp(SAM, 'a');
    const [name] = readdirSync(join(folder, 'vault')).filter((file) => file.endsWith('.json'));
    const stolen = readFileSync(join(folder, 'vault', name ?? ''), 'utf8');
    rmSync(join(folder, 'device-secret'));
    const records: VaultRecords = { ...fileVaultRecords(folder), load: async () => JSON.parse(stolen) as never };
    expect(await unlock(SAM, vault(records))).toMatchObject({ ok: false, error: { code: 'wrong-pin' } });
  });

  it('asks as much work for an unknown number as for a wrong PIN', async () => {
    await signUp(SAM, 'a');
    const asked: number[] = [];
    const counting: VaultPrimitives = {
      ...quick,
      argon2id: (pin, salt, cost) => (asked.push(cost.memory), quick.argon2id(pin, salt, cost)),
    };
    await unlock({ ...SAM, pin: '482914' }, vault(fileVaultRecords(folder), counting));
    await unlock(ALEX, vault(fileVaultRecords(folder), counting));
    expect(asked).toEqual([65_536, 65_536]);
  });
});

describe('a broken disk', () => {
  it('that is full leaves the record as it was and says so', async () => {
    await signUp(SAM, 'a');
    const records: VaultRecords = { ...fileVaultRecords(folder), save: async () => fail({ code: 'storage-full' }) };
    expect(await unlock({ ...SAM, pin: '482914' }, vault(records))).toEqual({
      ok: false,
      error: { code: 'storage-full' },
    });
    expect(await vault(records).answer({ ask: 'prepare', ...ALEX })).toEqual({
      ok: false,
      error: { code: 'storage-full' },
    });
    expect(await unlock(SAM)).toMatchObject({ ok: true, value: { failuresSinceSignIn: 0 } });
  });

  it('that tore the record falls back to the one before, and nothing is lost', async () => {
    const first = await signUp(SAM, 'a');
    await unlock(SAM);
    const [name] = readdirSync(join(folder, 'vault')).filter((file) => file.endsWith('.json'));
    const file = join(folder, 'vault', name ?? '');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40));
    const again = await unlock(SAM);
    expect(first.ok && again.ok && again.value.dataKey === first.value.dataKey).toBe(true);
  });

  it('that tore both never lets a new sign-in write over what may still be mended', async () => {
    await signUp(SAM, 'a');
    const [name] = readdirSync(join(folder, 'vault')).filter((file) => file.endsWith('.json'));
    const file = join(folder, 'vault', name ?? '');
    writeFileSync(file, 'torn, but perhaps not all of it');
    writeFileSync(`${file}.previous`, '');
    expect(await unlock(SAM)).toEqual({ ok: false, error: { code: 'not-on-this-tablet' } });
    expect(await vault().answer({ ask: 'prepare', ...SAM })).toMatchObject({ ok: true });
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe('torn, but perhaps not all of it');
  });
});

describe('while somebody is signed in', () => {
  const id = '0193a000-0000-7000-8000-0000000000aa' as OperationId;
  const part = { kind: 'messaging.send', composedAt: 5, payload: { text: 'Annwyl Mam' } };

  it('operations are sealed so that the gateway, and only it, opens them and knows who made them', async () => {
    const the = vault();
    const prepared = (await the.answer({ ask: 'prepare', ...SAM })) as VaultAnswers['prepare'];
    await the.answer({ ask: 'complete', ...SAM, gatewayKey, ...person('a') });
    const sealed = (await the.answer({ ask: 'seal', id, sequence: 1, part })) as VaultAnswers['seal'];
    if (!sealed.ok || !prepared.ok) throw new Error('not sealed');
    const { enc, box, personId } = sealed.value;
    const recipient = await suite.createRecipientContext({
      recipientKey: gatewayPair,
      senderPublicKey: await suite.kem.deserializePublicKey(decodeBase64Url(prepared.value.publicKey)),
      enc: decodeBase64Url(enc),
      info: new TextEncoder().encode(operationKeyInfo(tabletId)),
    });
    const key = new Uint8Array(await recipient.export(new TextEncoder().encode('operation-key'), 32));
    const open = (sequence: number) =>
      nodePrimitives.open(key, decodeBase64Url(box), operationAad({ id, personId, sequence }));
    expect(JSON.parse(new TextDecoder().decode(await open(1)))).toEqual(part);
    expect(await open(2)).toBeUndefined();
  });

  it('changes sealed to the person are opened; changed ones and those for another are not', async () => {
    const the = vault();
    const prepared = (await the.answer({ ask: 'prepare', ...SAM })) as VaultAnswers['prepare'];
    await the.answer({ ask: 'complete', ...SAM, gatewayKey, ...person('a') });
    const seal = async (info: string) => {
      const recipientPublicKey = await suite.kem.deserializePublicKey(
        decodeBase64Url(prepared.ok ? prepared.value.publicKey : ''),
      );
      const sender = await suite.createSenderContext({ recipientPublicKey, info: new TextEncoder().encode(info) });
      const box = new Uint8Array(await sender.seal(new TextEncoder().encode('[{"a":1}]')));
      return { enc: encodeBase64Url(new Uint8Array(sender.enc)), box: encodeBase64Url(box) };
    };
    const mine = await seal(changesInfo(tabletId, person('a').personId));
    expect(await the.answer({ ask: 'open', changes: mine })).toEqual({ ok: true, value: '[{"a":1}]' });
    const flipped = { ...mine, box: `${mine.box.startsWith('A') ? 'B' : 'A'}${mine.box.slice(1)}` };
    expect(await the.answer({ ask: 'open', changes: flipped })).toEqual({ ok: false, error: { code: 'seal-broken' } });
    const others = await seal(changesInfo(tabletId, person('b').personId));
    expect(await the.answer({ ask: 'open', changes: others })).toEqual({ ok: false, error: { code: 'seal-broken' } });
  });

  it('and only then: a vault that was started anew seals and opens nothing', async () => {
    await signUp(SAM, 'a');
    const fresh = vault();
    expect(await fresh.answer({ ask: 'seal', id, sequence: 1, part })).toEqual({
      ok: false,
      error: { code: 'signed-out' },
    });
    expect(await fresh.answer({ ask: 'open', changes: { enc: 'AA', box: 'AA' } })).toEqual({
      ok: false,
      error: { code: 'signed-out' },
    });
  });
});

describe('the primitives on Node', () => {
  it('derive what Web Crypto derives, so that the browser adapter opens the same', async () => {
    const secret = new Uint8Array(32).fill(9);
    const key = await webcrypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
    const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: new TextEncoder().encode('x') };
    const theirs = new Uint8Array(await webcrypto.subtle.deriveBits(algorithm, key, 256));
    expect(await nodePrimitives.hkdf(secret, 'x')).toEqual(theirs);
  });

  it("stretch a PIN with the same Argon2id as OpenSSL's", async () => {
    const salt = new TextEncoder().encode('saltsaltsaltsalt');
    const key = await nodePrimitives.argon2id('482913', salt, { memory: 256, passes: 3, lanes: 1 });
    // crypto.argon2Sync('argon2id', …) of Node 24 with the same parameters; Electron's BoringSSL has none.
    expect(Buffer.from(key).toString('hex')).toBe('52706895d706b87b7008b3d5c57333228ff3c8e532a99f6d3b9bcf8626cb3eab');
  });

  it('open nothing that was cut short', async () => {
    const key = new Uint8Array(32);
    const sealed = await nodePrimitives.seal(key, new TextEncoder().encode('secret'), 'a');
    for (const length of [0, 12, 27, sealed.length - 1])
      expect(await nodePrimitives.open(key, sealed.slice(0, length), 'a')).toBeUndefined();
    expect(await nodePrimitives.open(key, sealed, 'b')).toBeUndefined();
  });
});

describe('a recovery sheet', () => {
  const elsewhere = '0193a000-0000-7000-8000-000000000002' as TabletId;
  type Sheet = VaultAnswers['make-sheet'];
  type Read = VaultAnswers['read-sheet'];

  async function comeIn(the: Vault, who: typeof SAM & { forgotten?: boolean }): Promise<VaultAnswers['complete']> {
    await the.answer({ ask: 'prepare', ...who });
    const { prisonerNumber, pin } = who;
    return (await the.answer({ ask: 'complete', tabletId: who.tabletId, prisonerNumber, pin, gatewayKey, ...person('a') })) as VaultAnswers['complete'];
  }

  it('brings the first tablet’s key to another one, for good, and leaves that one’s own as it was', async () => {
    const one = vault();
    const first = await comeIn(one, SAM);
    const sheet = (await one.answer({ ask: 'make-sheet' })) as Sheet;
    rmSync(folder, { recursive: true });
    const other = vault();
    const second = await comeIn(other, { ...SAM, tabletId: elsewhere, pin: '905176' });
    if (!first.ok || !second.ok || !sheet.ok) throw new Error('not signed in');
    expect(second.value.keyring).toEqual([second.value.dataKey]);
    const read = (await other.answer({ ask: 'read-sheet', words: sheet.value.words, boxes: [sheet.value.box] })) as Read;
    expect(read).toMatchObject({ ok: true, value: { keyring: [first.value.dataKey, second.value.dataKey], opened: 0 } });
    const again = await unlock({ ...SAM, tabletId: elsewhere, pin: '905176' });
    expect(again).toMatchObject({ ok: true, value: { dataKey: second.value.dataKey, keyring: [first.value.dataKey, second.value.dataKey] } });
    const files = readdirSync(join(folder, 'vault')).map((name) => readFileSync(join(folder, 'vault', name), 'utf8')).join('');
    for (const word of sheet.value.words) expect(files).not.toContain(`"${word}"`);
  });

  it('opens after a forgotten PIN what the old PIN opened; without it the new keys are strangers to the old ones', async () => {
    const one = vault();
    const first = await comeIn(one, SAM);
    const sheet = (await one.answer({ ask: 'make-sheet' })) as Sheet;
    const after = vault();
    const second = await comeIn(after, { ...SAM, pin: '905176', forgotten: true });
    if (!first.ok || !second.ok || !sheet.ok) throw new Error('not signed in');
    expect(second.value.dataKey).not.toBe(first.value.dataKey);
    expect(second.value.keyring).toEqual([second.value.dataKey]);
    const read = (await after.answer({ ask: 'read-sheet', words: sheet.value.words, boxes: [sheet.value.box] })) as Read;
    expect(read).toMatchObject({ ok: true, value: { keyring: [first.value.dataKey, second.value.dataKey] } });
    expect(await unlock(SAM, vault(), 0)).toMatchObject({ ok: false, error: { code: 'wrong-pin' } });
  });

  it('or a new PIN is not to be had without a code that the gateway takes: until then the old PIN opens', async () => {
    const first = await comeIn(vault(), SAM);
    const prepared = await vault().answer({ ask: 'prepare', ...SAM, pin: '905176', forgotten: true });
    expect(await vault().answer({ ask: 'prepare', ...SAM, pin: '905176', forgotten: true })).toEqual(prepared);
    const again = await unlock(SAM);
    expect(first.ok && again.ok && again.value.dataKey === first.value.dataKey).toBe(true);
    expect(await unlock({ ...SAM, pin: '905176' })).toMatchObject({ ok: false, error: { code: 'wrong-pin' } });
  });

  it('is made and read by nobody who is signed out', async () => {
    expect(await vault().answer({ ask: 'make-sheet' })).toEqual({ ok: false, error: { code: 'signed-out' } });
    expect(await vault().answer({ ask: 'read-sheet', words: [], boxes: [] })).toEqual({ ok: false, error: { code: 'signed-out' } });
  });
});
