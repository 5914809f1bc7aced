import { createHash, generateKeyPairSync, sign, verify, createPublicKey, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64Url } from '../base64.ts';
import type { TrustedKey } from './manifest.ts';
import { signedMessage, verifyManifest, type ManifestToVerify } from './verify-pack.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const DER_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const verifySignature: ManifestToVerify['verifySignature'] = (publicKey, message, signature) =>
  verify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([DER_HEAD, publicKey]), format: 'der', type: 'spki' }),
    signature,
  );

type Signer = { readonly trusted: TrustedKey; readonly privateKey: KeyObject };
let education: Signer;
let security: Signer;
let stranger: Signer;

beforeAll(() => {
  education = makeSigner('education-1', 'education');
  security = makeSigner('security-1', 'security');
  stranger = makeSigner('stranger', 'education');
});

const hash = 'a'.repeat(64);
const manifestOf = (change: object = {}) => ({
  format: 'throughline-pack/1',
  minPlayer: 1,
  packId: 'small-pack',
  version: 3,
  channel: 'live',
  languages: ['en', 'cy'],
  title: { en: 'Small', cy: 'Bach' },
  summary: { en: 'A small pack', cy: 'Pecyn bach' },
  subject: 'maths',
  level: ['any'],
  minutes: 5,
  licence: 'CC-BY-4.0',
  attribution: ['Throughline'],
  audience: {},
  a11y: { captions: true, transcripts: true, imageDescriptions: true, needsSound: false, hazards: [] },
  items: [
    {
      activityId: 'small-pack.one',
      kind: 'lesson',
      title: { en: 'One', cy: 'Un' },
      entry: { en: 'en/one.json', cy: 'cy/one.json' },
      completion: { rule: 'viewed' },
      minutes: 5,
    },
  ],
  fileLists: [{ sha256: hash, bytes: 10, files: 2 }],
  totals: { files: 2, bytes: 20, optionalBytes: 0 },
  ...change,
});

describe('verifyManifest', () => {
  it('PACK-3 believes a manifest signed by a trusted key and says who signed it', async () => {
    const result = await verifyManifest(inputFor(manifestOf(), [education]));
    expect(result).toMatchObject({ ok: true, value: { signedBy: [{ keyId: 'education-1', role: 'education' }] } });
  });

  it('PACK-3 refuses every single-bit flip of the manifest', async () => {
    const good = inputFor(manifestOf(), [education]);
    const bits = good.manifestBytes.length * 8;
    const outcomes = [];
    for (let bit = 0; bit < bits; bit += 1) {
      const manifestBytes = good.manifestBytes.slice();
      manifestBytes[bit >> 3] = (manifestBytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const result = await verifyManifest({ ...good, manifestBytes });
      outcomes.push(result.ok ? 'believed' : result.error.code);
    }
    expect(new Set(outcomes)).toEqual(new Set(['signature-wrong']));
  });

  it('PACK-3 refuses every single-bit flip of the signature', async () => {
    const good = inputFor(manifestOf(), [education]);
    const bytes = rawSignature(good, education);
    for (let bit = 0; bit < 512; bit += 1) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const signatures = [{ keyId: 'education-1', role: 'education', signature: encodeBase64Url(flipped) }];
      expect((await verifyManifest({ ...good, signatures })).ok).toBe(false);
    }
  });

  it('PACK-5 refuses every version lower than one already accepted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), async (version, seen) => {
        const input = inputFor(manifestOf({ version }), [education]);
        const result = await verifyManifest({
          ...input,
          highestSeen: { 'small-pack': { version: seen, manifestSha256: hash } },
        });
        const code = result.ok ? 'believed' : result.error.code;
        expect(code).toBe(version < seen ? 'version-rolled-back' : version === seen ? 'version-reused' : 'believed');
      }),
    );
  });

  it('PACK-5 takes the same edition with the same bytes again', async () => {
    const input = inputFor(manifestOf(), [education]);
    const highestSeen = { 'small-pack': { version: 3, manifestSha256: sha256(input.manifestBytes) } };
    expect((await verifyManifest({ ...input, highestSeen })).ok).toBe(true);
  });

  it.each([
    ['nobody signed', [], 'signature-missing'],
    ['only a stranger signed', ['stranger'], 'key-not-trusted'],
  ] as const)('PACK-6 refuses when %s', async (_, names, code) => {
    const input = inputFor(
      manifestOf(),
      names.map(() => stranger),
    );
    expect(await verifyManifest(input)).toMatchObject({ ok: false, error: { code } });
  });

  it('PACK-6 wants two different people when the threshold is two', async () => {
    const one = { ...inputFor(manifestOf(), [education]), threshold: 2 };
    const twice = { ...inputFor(manifestOf(), [education, education]), threshold: 2 };
    const both = { ...inputFor(manifestOf(), [education, security]), threshold: 2 };
    expect(await verifyManifest(one)).toMatchObject({ error: { code: 'signature-missing' } });
    expect(await verifyManifest(twice)).toMatchObject({ error: { code: 'signature-missing' } });
    expect((await verifyManifest(both)).ok).toBe(true);
  });

  it('PACK-3 counts one key under two names once', async () => {
    const alias: Signer = { ...education, trusted: { ...education.trusted, keyId: 'education-2' } };
    const input = inputFor(manifestOf(), [education, alias]);
    const trustedKeys = [education.trusted, alias.trusted];
    expect(await verifyManifest({ ...input, trustedKeys, threshold: 2 })).toMatchObject({
      error: { code: 'signature-missing' },
    });
  });

  it('PACK-3 counts a key only in the role it is trusted for', async () => {
    const input = inputFor(manifestOf(), [education]);
    const signatures = (input.signatures as { role: string }[]).map((one) => ({ ...one, role: 'security' }));
    expect(await verifyManifest({ ...input, signatures })).toMatchObject({ error: { code: 'key-not-trusted' } });
  });

  it('PACK-6 wants each required role', async () => {
    const input = inputFor(manifestOf(), [education]);
    const result = await verifyManifest({ ...input, requiredRoles: ['education', 'security'] });
    expect(result).toMatchObject({ error: { code: 'signature-missing', detail: 'security' } });
  });

  it('PACK-6 refuses a wrong signature of a trusted key even beside a right one', async () => {
    const input = inputFor(manifestOf(), [education, security]);
    const wrong = { keyId: 'security-1', role: 'security', signature: encodeBase64Url(new Uint8Array(64)) };
    const signatures = [(input.signatures as object[])[0], wrong];
    expect(await verifyManifest({ ...input, signatures })).toMatchObject({ error: { code: 'signature-wrong' } });
  });

  it('PACK-6 refuses a revoked key, and PACK-18 a revoked edition, pack or manifest', async () => {
    const input = inputFor(manifestOf(), [education]);
    const none = { keyIds: [], manifests: [], packs: [] };
    const codeWith = async (revoked: ManifestToVerify['revoked']) => {
      const result = await verifyManifest({ ...input, revoked });
      return result.ok ? 'believed' : result.error.code;
    };
    expect(await codeWith({ ...none, keyIds: ['education-1'] })).toBe('key-revoked');
    expect(await codeWith({ ...none, packs: [{ packId: 'small-pack' }] })).toBe('revoked');
    expect(await codeWith({ ...none, packs: [{ packId: 'small-pack', version: 3 }] })).toBe('revoked');
    expect(await codeWith({ ...none, packs: [{ packId: 'small-pack', version: 2 }] })).toBe('believed');
    expect(await codeWith({ ...none, manifests: [sha256(input.manifestBytes)] })).toBe('revoked');
  });

  it('PACK-7 takes no other pack or edition than the one asked for', async () => {
    const input = inputFor(manifestOf(), [education]);
    expect(await verifyManifest({ ...input, expected: { packId: 'other-pack' } })).toMatchObject({
      error: { code: 'not-the-one-asked-for' },
    });
    expect(await verifyManifest({ ...input, expected: { packId: 'small-pack', version: 4 } })).toMatchObject({
      ok: false,
    });
    expect((await verifyManifest({ ...input, expected: { packId: 'small-pack', version: 3 } })).ok).toBe(true);
  });

  it.each([
    ['a later format', { format: 'throughline-pack/2' }, 'format-unknown'],
    ['a later player', { minPlayer: 3, items: 'of a shape to come' }, 'needs-newer-player'],
    ['a pack id that is no host label', { packId: 'small-' }, 'manifest-malformed'],
    [
      'an entry that climbs out',
      { items: [{ ...manifestOf().items[0], entry: { en: '../x.json', cy: 'cy/one.json' } }] },
      'manifest-malformed',
    ],
    [
      'an entry under the player’s own path',
      { items: [{ ...manifestOf().items[0], entry: { en: '__host/x.json', cy: 'cy/one.json' } }] },
      'manifest-malformed',
    ],
    ['a title that lacks a language (PACK-9)', { title: { en: 'Small' } }, 'manifest-malformed'],
    ['one activity id twice', { items: [manifestOf().items[0], manifestOf().items[0]] }, 'manifest-malformed'],
    ['dates the wrong way round', { from: '2027-01-01', until: '2026-01-01' }, 'manifest-malformed'],
  ])('PACK-2 refuses %s though it is signed', async (_, change, code) => {
    expect(await verifyManifest(inputFor(manifestOf(change), [education]))).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  it('PACK-4 refuses signed bytes that are not JSON, not UTF-8, or have a byte-order mark', async () => {
    const text = Buffer.from(JSON.stringify(manifestOf()));
    for (const bytes of [
      Buffer.from('{'),
      Buffer.from([0x22, 0xff, 0x22]),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text]),
    ]) {
      expect(await verifyManifest(inputForBytes(bytes, [education]))).toMatchObject({
        error: { code: 'manifest-not-json' },
      });
    }
  });

  it('PACK-4 does not even hash a manifest above 8 MiB', async () => {
    const input = inputFor(manifestOf(), [education]);
    const refuseToHash = () => {
      throw new Error('was hashed');
    };
    const result = await verifyManifest({
      ...input,
      manifestBytes: new Uint8Array(8 * 1024 * 1024 + 1),
      sha256: refuseToHash,
    });
    expect(result).toMatchObject({ error: { code: 'manifest-too-large' } });
  });

  it('PACK-6 never throws, whatever stands where the signatures should be', async () => {
    const input = inputFor(manifestOf(), [education]);
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (signatures) => {
        expect((await verifyManifest({ ...input, signatures })).ok).toBe(false);
      }),
    );
  });
});

function makeSigner(keyId: string, role: TrustedKey['role']): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(DER_HEAD.length);
  return { trusted: { keyId, role, publicKey: encodeBase64Url(raw) }, privateKey };
}

function rawSignature(input: ManifestToVerify, signer: Signer): Uint8Array {
  return new Uint8Array(sign(null, signedMessage(sha256(input.manifestBytes)), signer.privateKey));
}

function inputFor(manifest: object, signers: readonly Signer[]): ManifestToVerify {
  return inputForBytes(new TextEncoder().encode(JSON.stringify(manifest)), signers);
}

function inputForBytes(manifestBytes: Uint8Array, signers: readonly Signer[]): ManifestToVerify {
  const message = signedMessage(sha256(manifestBytes));
  return {
    manifestBytes,
    signatures: signers.map((signer) => ({
      keyId: signer.trusted.keyId,
      role: signer.trusted.role,
      signature: encodeBase64Url(sign(null, message, signer.privateKey)),
    })),
    trustedKeys: [education.trusted, security.trusted],
    threshold: 1,
    highestSeen: {},
    revoked: { keyIds: [], manifests: [], packs: [] },
    verifySignature,
    sha256,
  };
}
