import { describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from '#protocol/base64.ts';
import { operationIdSchema, personIdSchema, tabletIdSchema } from '#protocol/ids.ts';
import type { VaultPrimitives } from '#protocol/session/key-hierarchy.ts';
import { nodePrimitives } from '../../electron/vault/node-primitives.ts';
import { createSeals, generateGatewayKey } from '../../gateway/sync/seals.ts';
import { createVault } from '../../renderer/vault/create-vault.ts';
import { webPrimitives } from '../../renderer/vault/web-primitives.ts';

const tabletId = tabletIdSchema.parse('00000000-0000-4000-8000-000000000001');
const personId = personIdSchema.parse('00000000-0000-4000-8000-000000000002');
const id = operationIdSchema.parse('00000000-0000-7000-8000-000000000003');
const deviceSecret = new Uint8Array(32).fill(7);
const place = { tabletId, lookup: 'a'.repeat(32) };
const quick = (primitives: VaultPrimitives): VaultPrimitives => ({
  ...primitives,
  argon2id: (pin, salt, cost) => primitives.argon2id(pin, salt, { ...cost, memory: 64, passes: 1 }),
});

async function signedIn() {
  const gateway = await generateGatewayKey();
  const vault = createVault(quick(webPrimitives), (count) => crypto.getRandomValues(new Uint8Array(count)));
  const { wrap, publicKey } = await vault.create({ pin: '502817', deviceSecret, place });
  const opened = await vault.signIn({ wrap, pin: '502817', deviceSecret, place, personId, gatewayKey: encodeBase64Url(gateway.publicKey) });
  expect(opened.ok).toBe(true);
  return { vault, wrap, publicKey: decodeBase64Url(publicKey), seals: await createSeals(gateway.privateKey) };
}

const part = { kind: 'messaging.send', composedAt: 5, payload: { word: 'héllo' } };

describe('the vault of the browser adapter and the gateway', () => {
  it('PUSH-8 what the vault seals, the gateway opens with this person’s key', async () => {
    const { vault, publicKey, seals } = await signedIn();
    const sealed = await vault.seal({ id, sequence: 1, part });
    const opened = sealed.ok ? await seals.openOperation(tabletId, sealed.value, [publicKey]) : undefined;
    expect(opened?.part).toEqual(part);
  });

  it('PUSH-8 an operation moved to another place in the order does not open', async () => {
    const { vault, publicKey, seals } = await signedIn();
    const sealed = await vault.seal({ id, sequence: 1, part });
    expect(sealed.ok && (await seals.openOperation(tabletId, { ...sealed.value, sequence: 2 }, [publicKey]))).toBeUndefined();
  });

  it('PULL-7 what the gateway seals to a person, only their vault opens', async () => {
    const { vault, publicKey, seals } = await signedIn();
    const sealed = await seals.sealChanges(tabletId, personId, publicKey, '[1]');
    expect(await vault.open(sealed)).toEqual({ ok: true, value: '[1]' });
    const other = await signedIn();
    expect(await other.vault.open(sealed)).toEqual({ ok: false, error: { code: 'seal-broken' } });
  });

  it('signed out, it seals and opens nothing', async () => {
    const vault = createVault(webPrimitives, (count) => new Uint8Array(count));
    expect(await vault.seal({ id, sequence: 1, part })).toEqual({ ok: false, error: { code: 'signed-out' } });
    expect(await vault.open({ enc: '', box: '' })).toEqual({ ok: false, error: { code: 'signed-out' } });
  });
});

describe('the primitives of kiosk and browser', () => {
  it('come to the same bytes', async () => {
    const salt = new Uint8Array(16).fill(3);
    const cost = { memory: 64, passes: 1, lanes: 1 };
    expect(await webPrimitives.argon2id('502817', salt, cost)).toEqual(await nodePrimitives.argon2id('502817', salt, cost));
    expect(await webPrimitives.hkdf(deviceSecret, 'x')).toEqual(await nodePrimitives.hkdf(deviceSecret, 'x'));
    const sealed = await webPrimitives.seal(deviceSecret, new Uint8Array([1, 2]), 'place');
    expect(await nodePrimitives.open(deviceSecret, sealed, 'place')).toEqual(new Uint8Array([1, 2]));
    expect(await webPrimitives.open(deviceSecret, await nodePrimitives.seal(deviceSecret, new Uint8Array([1, 2]), 'place'), 'place')).toEqual(new Uint8Array([1, 2]));
  });

  it('open nothing that was cut, changed, or moved', async () => {
    const sealed = await webPrimitives.seal(deviceSecret, new Uint8Array([1, 2]), 'place');
    const changed = new Uint8Array(sealed);
    changed[15] = (changed[15] ?? 0) ^ 1;
    expect(await webPrimitives.open(deviceSecret, sealed, 'elsewhere')).toBeUndefined();
    expect(await webPrimitives.open(deviceSecret, changed, 'place')).toBeUndefined();
    expect(await webPrimitives.open(deviceSecret, sealed.subarray(0, 10), 'place')).toBeUndefined();
  });
});
