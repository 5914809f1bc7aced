import { describe, expect, it } from 'vitest';
import { makeRoles, makeTrustKey, signText, testCrypto, type TestKey } from '../../tests/support/trust-keys.ts';
import { fail } from '../result.ts';
import { RELEASE_FORMAT, type Release } from './release.ts';
import { EMPTY_MEMORY, packTrustOf, takeRelease, type ReleaseMemory } from './release-memory.ts';
import type { SignedText } from './roles.ts';

const root = makeTrustKey('root-1', 'root');
const secondRoot = makeTrustKey('root-2', 'root');
const gateway = makeTrustKey('gateway-1', 'gateway');
const education = makeTrustKey('education-1', 'education');
const security = makeTrustKey('security-1', 'security');
const all = [root, gateway, education, security];
const namesOf = (keys: readonly TestKey[]) => keys.map((key) => key.trusted);
const pinned = { keys: [root.trusted], threshold: 1 };
const first = makeRoles(1, namesOf(all), [root]);

function release(serial: number, more: Partial<Release> = {}, signers: readonly TestKey[] = [gateway]): SignedText {
  const content: Release = { format: RELEASE_FORMAT, serial, issuedAt: serial, packs: [], revoked: { keyIds: [], manifests: [], packs: [] }, ...more };
  return signText(RELEASE_FORMAT, JSON.stringify(content), signers);
}

async function remembered(reply: { roles: SignedText[]; release: SignedText | null }, memory = EMPTY_MEMORY): Promise<ReleaseMemory> {
  const taken = await takeRelease(memory, pinned, reply, testCrypto);
  if (!taken.ok) throw new Error(taken.error.code);
  return taken.value;
}

async function refusal(reply: { roles: SignedText[]; release: SignedText | null }, memory = EMPTY_MEMORY, roots = pinned): Promise<string> {
  const taken = await takeRelease(memory, roots, reply, testCrypto);
  return taken.ok ? 'taken' : taken.error.code;
}

describe('whose keys count', () => {
  it('ROLE-1 is what the root keys in the image signed, and nobody else', async () => {
    const memory = await remembered({ roles: [first], release: release(5) });
    expect(packTrustOf(memory.roles!).keys.map((key) => key.keyId)).toEqual(['education-1', 'security-1']);
    const stranger = makeTrustKey('root-1', 'root');
    expect(await refusal({ roles: [makeRoles(1, namesOf([stranger, gateway, education]), [stranger])], release: release(5) })).toBe('signature-wrong');
    const unknown = makeTrustKey('root-x', 'root');
    expect(await refusal({ roles: [makeRoles(1, namesOf([unknown, gateway, education]), [unknown])], release: release(5) })).toBe('signature-missing');
    expect(await refusal({ roles: [makeRoles(1, namesOf(all), [education])], release: release(5) })).toBe('signature-missing');
    expect(await refusal({ roles: [], release: release(5) })).toBe('roles-missing');
    expect(await refusal({ roles: [first], release: null })).toBe('release-missing');
  });

  it('ROLE-2 moves by one version at a time: none is passed over, none comes back', async () => {
    const memory = await remembered({ roles: [first], release: release(5) });
    expect(await refusal({ roles: [makeRoles(3, namesOf(all), [root])], release: release(6) }, memory)).toBe('roles-skipped');
    expect(await refusal({ roles: [makeRoles(2, namesOf(all), [root])], release: release(6) })).toBe('roles-skipped');
    const older = await remembered({ roles: [first], release: release(6) }, { ...memory, roles: { ...memory.roles!, version: 2 } });
    expect(older.roles?.version).toBe(2);
  });

  it('ROLE-3 lets the root replace itself when old and new root sign, and follows a chain of such changes', async () => {
    const two = makeRoles(2, namesOf([secondRoot, gateway, education]), [root, secondRoot]);
    const three = makeRoles(3, namesOf([secondRoot, gateway, security]), [secondRoot]);
    const memory = await remembered({ roles: [first, two, three], release: release(5) });
    expect(memory.roles?.version).toBe(3);
    expect(await refusal({ roles: [first, makeRoles(2, namesOf([secondRoot, gateway, education]), [secondRoot])], release: release(5) })).toBe('signature-missing');
    expect(await refusal({ roles: [first, makeRoles(2, namesOf([secondRoot, gateway, education]), [root])], release: release(5) })).toBe('signature-missing');
    expect(await refusal({ roles: [makeRoles(4, namesOf([root, gateway, education]), [root])], release: release(6) }, memory)).toBe('signature-missing');
  });

  it('ROLE-4 counts keys, not names: one key under two names does not reach a threshold of two', async () => {
    const twice = { trusted: { ...root.trusted, keyId: 'root-again' }, privateKey: root.privateKey };
    const two = { root: 2, gateway: 1, packs: 1 };
    const both = makeRoles(1, namesOf([root, twice, gateway, education]), [root, twice], { thresholds: two });
    expect(await refusal({ roles: [both], release: release(1) }, EMPTY_MEMORY, { keys: [root.trusted, twice.trusted], threshold: 2 })).toBe('signature-missing');
    expect(await refusal({ roles: [both], release: release(1) })).toBe('roles-malformed');
    const sameName = makeRoles(1, [root.trusted, gateway.trusted, education.trusted, { ...security.trusted, keyId: 'education-1' }], [root]);
    expect(await refusal({ roles: [sameName], release: release(1) })).toBe('roles-malformed');
    const real = makeRoles(1, namesOf([root, secondRoot, gateway, education]), [root, secondRoot], { thresholds: two });
    expect(await refusal({ roles: [real], release: release(1) }, EMPTY_MEMORY, { keys: namesOf([root, secondRoot]), threshold: 2 })).toBe('taken');
    const alone = makeRoles(1, namesOf([root, secondRoot, gateway, education]), [root], { thresholds: two });
    expect(await refusal({ roles: [alone], release: release(1) }, EMPTY_MEMORY, { keys: namesOf([root, secondRoot]), threshold: 2 })).toBe('signature-missing');
  });
});

describe('what is live', () => {
  it('PACK-17 is a list signed by the gateway whose serial only rises', async () => {
    const memory = await remembered({ roles: [first], release: release(5) });
    expect(await refusal({ roles: [], release: release(4) }, memory)).toBe('serial-rolled-back');
    expect(await refusal({ roles: [], release: release(5, { issuedAt: 99 }) }, memory)).toBe('serial-reused');
    expect(await refusal({ roles: [], release: release(5) }, memory)).toBe('taken');
    expect(await refusal({ roles: [], release: null }, memory)).toBe('taken');
    expect(await refusal({ roles: [], release: release(6, {}, [education]) }, memory)).toBe('signature-missing');
    expect(await refusal({ roles: [], release: release(6, {}, []) }, memory)).toBe('signature-missing');
    expect(await refusal({ roles: [], release: { ...release(6), document: release(7).document } }, memory)).toBe('signature-wrong');
    expect((await remembered({ roles: [], release: release(6) }, memory)).release?.content.serial).toBe(6);
  });

  it('ROLE-6 is believed again at a lower serial when the roles replaced a gateway key that ran ahead', async () => {
    const memory = await remembered({ roles: [first], release: release(9_000_000_000) });
    const honest = makeTrustKey('gateway-2', 'gateway');
    const replaced = makeRoles(2, namesOf([root, honest, education]), [root]);
    const after = await remembered({ roles: [replaced], release: release(7, {}, [honest]) }, memory);
    expect(after.release?.content.serial).toBe(7);
    expect(await refusal({ roles: [replaced], release: release(9_000_000_001) }, memory)).toBe('signature-missing');
    const sameKey = makeRoles(2, namesOf([root, gateway, security]), [root]);
    expect(await refusal({ roles: [sameKey], release: release(7) }, memory)).toBe('serial-rolled-back');
  });

  it('refuses every single flipped bit of roles, release and their signatures', async () => {
    const good = { roles: [first], release: release(5) };
    const flipped = (text: string, at: number, bit: number) => {
      const bytes = Buffer.from(text, 'latin1');
      bytes[at] = bytes[at]! ^ (1 << bit);
      return bytes.toString('latin1');
    };
    const texts: readonly [string, (text: string) => typeof good][] = [
      [first.document, (document) => ({ ...good, roles: [{ ...first, document }] })],
      [good.release.document, (document) => ({ ...good, release: { ...good.release, document } })],
    ];
    for (const [text, put] of texts)
      for (let at = 0; at < text.length; at += 1)
        expect(await refusal(put(flipped(text, at, at % 7)))).not.toBe('taken');
    const { signatures } = good.release;
    const start = signatures.indexOf('"signature":"') + 13;
    for (let at = start; at < start + 86; at += 1)
      expect(await refusal({ ...good, release: { ...good.release, signatures: flipped(signatures, at, 0) } })).not.toBe('taken');
    expect(await takeRelease(EMPTY_MEMORY, pinned, { roles: [{ ...first, document: 'x'.repeat(300_000) }], release: null }, testCrypto)).toEqual(fail({ code: 'too-large' }));
  });
});
