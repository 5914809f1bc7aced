import { beforeEach, describe, expect, it } from 'vitest';
import { encodeBase64Url } from '#protocol/base64.ts';
import { prisonerNumberSchema } from '#protocol/ids.ts';
import { fail, ok } from '#protocol/result.ts';
import type { VaultPrimitives } from '#protocol/session/key-hierarchy.ts';
import type { KeyValueFile } from '../db/key-value-file.ts';
import { createBrowserVaultStore, type BrowserVaultStore } from '../vault/browser-vault-store.ts';
import { createVault } from '../vault/create-vault.ts';
import { createKeyPair } from '../vault/hpke.ts';
import type { VaultCalls } from '../vault/vault-calls.ts';
import { webPrimitives } from '../vault/web-primitives.ts';
import { createBrowserSignIns } from './browser-sign-ins.ts';
import type { GatewayDoor } from './gateway-door.ts';

const person = { personId: '00000000-0000-4000-8000-000000000002', displayName: 'Sam Jones' };
const prisonerNumber = prisonerNumberSchema.parse('A1234BC');
const first = { prisonerNumber, code: 'BCDF-2346', pin: '502817' };

/** Argon2id at its real cost would make these tests slow; what it costs is proved in the protocol. */
const quick: VaultPrimitives = { ...webPrimitives, argon2id: (pin, salt, cost) => webPrimitives.argon2id(pin, salt, { ...cost, memory: 64, passes: 1 }) };

let store: BrowserVaultStore;
let vault: VaultCalls;
let asked: unknown[];
let answer: Awaited<ReturnType<GatewayDoor['post']>>;
let now: number;
let kept: Map<string, unknown>;
let full: boolean;

function signIns(page: VaultCalls = vault) {
  const door = { post: async (_path: string, body: unknown) => { asked.push(body); return answer; } } as unknown as GatewayDoor;
  return createBrowserSignIns({ door, store, vault: () => page, monotonicNow: () => now });
}

beforeEach(async () => {
  kept = new Map();
  full = false;
  const file: KeyValueFile = {
    get: async (key) => kept.get(key),
    put: async (key, value) => {
      if (full) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
      kept.set(key, structuredClone(value));
    },
  };
  const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  store = createBrowserVaultStore(file, randomBytes);
  vault = createVault(quick, randomBytes);
  asked = [];
  answer = ok(person);
  now = 0;
  const gateway = await createKeyPair();
  await store.keepEnrolment({ tabletId: '00000000-0000-4000-8000-000000000001' as never, name: 'T', establishment: 'E', gatewayKey: encodeBase64Url(gateway.publicKey), packKeys: [] });
});

describe('the first sign-in', () => {
  it('makes keys, tells the gateway the public one and never the PIN', async () => {
    const signedIn = await signIns().firstSignIn(first);
    expect(signedIn).toMatchObject({ ok: true, value: { ...person, failuresSinceSignIn: 0 } });
    expect(JSON.stringify(asked)).not.toContain(first.pin);
    expect(asked).toEqual([{ prisonerNumber, code: 'BCDF2346', publicKey: expect.any(String) }]);
  });

  it('that was cut off comes back with the same keys, so that the code is not spent twice', async () => {
    answer = fail({ code: 'unreachable', status: 0 });
    expect(await signIns().firstSignIn(first)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    answer = ok(person);
    expect((await signIns().firstSignIn(first)).ok).toBe(true);
    const keys = asked.map((body) => (body as { publicKey: string }).publicKey);
    expect(keys[0]).toBe(keys[1]);
  });

  it('a weak PIN, an odd code and a second account are refused before the gateway is asked', async () => {
    expect(await signIns().firstSignIn({ ...first, pin: '123456' })).toMatchObject({ error: { code: 'pin-unfit' } });
    expect(await signIns().firstSignIn({ ...first, code: 'O0O0' })).toMatchObject({ error: { code: 'code-unknown' } });
    expect(asked).toEqual([]);
    await signIns().firstSignIn(first);
    expect(await signIns().firstSignIn(first)).toMatchObject({ error: { code: 'already-here' } });
  });
});

describe('signing in again', () => {
  beforeEach(async () => { await signIns().firstSignIn(first); });

  it('gives the same data key, with no network', async () => {
    answer = fail({ code: 'unreachable', status: 0 });
    const once = await signIns().signIn({ prisonerNumber, pin: first.pin });
    const twice = await signIns().signIn({ prisonerNumber, pin: first.pin });
    expect(once.ok && twice.ok && once.value.dataKey === twice.value.dataKey).toBe(true);
  });

  it('counts a try before it looks at the PIN, so that closing the page gives nothing back', async () => {
    const seen: number[] = [];
    const watching: VaultCalls = {
      ...vault,
      signIn: async (input) => {
        const record = [...kept.entries()].find(([key]) => key.startsWith('person-'))?.[1] as { failures: number };
        seen.push(record.failures);
        return vault.signIn(input);
      },
    };
    await signIns(watching).signIn({ prisonerNumber, pin: '000000' });
    expect(seen).toEqual([1]);
  });

  it('makes a guesser wait, on a clock nobody can set, and tells the person how often it was tried', async () => {
    const page = signIns();
    for (let guess = 0; guess < 3; guess += 1) {
      now += 60_000;
      expect(await page.signIn({ prisonerNumber, pin: '000000' })).toMatchObject({ error: { code: 'wrong-pin' } });
    }
    expect(await page.signIn({ prisonerNumber, pin: first.pin })).toMatchObject({ error: { code: 'wait', waitFor: 2000 } });
    now += 2000;
    expect(await page.signIn({ prisonerNumber, pin: first.pin })).toMatchObject({ ok: true, value: { failuresSinceSignIn: 3 } });
    expect(await page.signIn({ prisonerNumber, pin: first.pin })).toMatchObject({ ok: true, value: { failuresSinceSignIn: 0 } });
  });

  it('a new page starts the wait anew instead of forgetting it', async () => {
    const page = signIns();
    for (let guess = 0; guess < 3; guess += 1) {
      now += 60_000;
      await page.signIn({ prisonerNumber, pin: '000000' });
    }
    now += 3_600_000;
    expect(await signIns().signIn({ prisonerNumber, pin: first.pin })).toMatchObject({ error: { code: 'wait', waitFor: 2000 } });
  });

  it('somebody unknown is told so, and waits for nobody else’s guesses', async () => {
    const other = prisonerNumberSchema.parse('B7654CD');
    await signIns().signIn({ prisonerNumber, pin: '000000' });
    expect(await signIns().signIn({ prisonerNumber: other, pin: '502817' })).toEqual({ ok: false, error: { code: 'not-on-this-tablet' } });
  });

  it('a full disk is said, and no PIN is tried that could not be counted', async () => {
    full = true;
    expect(await signIns().signIn({ prisonerNumber, pin: first.pin })).toEqual({ ok: false, error: { code: 'storage-full' } });
  });
});

it('what is kept names nobody and opens with no other device’s secret', async () => {
  await signIns().firstSignIn(first);
  expect([...kept.keys()].join()).not.toContain('A1234BC');
  kept.set('device-secret', encodeBase64Url(new Uint8Array(32)));
  expect(await signIns().signIn({ prisonerNumber, pin: first.pin })).toMatchObject({ error: { code: 'not-on-this-tablet' } });
});
