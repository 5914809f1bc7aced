import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildDemoPack, type DemoPack } from '../../../tests/support/demo-pack.ts';
import {
  createPackKey,
  startGatewayStandIn,
  type GatewayStandIn,
} from '../../../tests/kiosk/support/gateway-stand-in.ts';
import { createGatewayLink, type GatewayLink } from './create-gateway-link.ts';

/** A pack as a gateway holds it: what the real builder made, taken apart by the real command line. */
type Held = { readonly manifest: string; readonly signatures: string; readonly blob: (sha256: string) => Buffer };

const project = fileURLToPath(new URL('../../..', import.meta.url));
const packId = 'using-this-tablet';
let work: string;
let pack: DemoPack;
let held: Readonly<Record<number, Held>>;
let gateway: GatewayStandIn;
let folder: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'packs-'));
  pack = buildDemoPack();
  held = { 1: explode(pack.bytes, 1), 2: explode(pack.build(2), 2) };
  gateway = await startGatewayStandIn();
  gateway.answer('/tablet/packs/', ({ path }) => answerManifest(path, (one) => one));
  gateway.answer('/tablet/blobs/', ({ path }) => held[1]?.blob(path.split('/').pop() ?? ''));
}, 60_000);
afterAll(async () => {
  await gateway.close();
  rmSync(work, { recursive: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'link-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('fetching a manifest', () => {
  it('hands on what was signed, with its file lists, byte for byte', async () => {
    const fetched = await fetch(1);
    expect(fetched).toMatchObject({
      ok: true,
      value: { manifest: held[1]?.manifest, signatures: held[1]?.signatures },
    });
    expect(fetched.ok && fetched.value.fileLists.length).toBeGreaterThan(0);
  });

  it('refuses one that was changed by a letter', async () => {
    gateway.answer('/tablet/packs/', ({ path }) =>
      answerManifest(path, (one) => ({ ...one, manifest: one.manifest.replace('tablet', 'Tablet') })),
    );
    expect(await fetch(1)).toEqual({ ok: false, error: { code: 'signature-refused', detail: 'signature-wrong' } });
  });

  it('refuses one that nobody signed, or only somebody unknown', async () => {
    gateway.answer('/tablet/packs/', ({ path }) => answerManifest(path, (one) => ({ ...one, signatures: '[]' })));
    expect(await fetch(1)).toEqual({ ok: false, error: { code: 'signature-refused', detail: 'signature-missing' } });
    const stranger = createPackKey('stranger');
    gateway.answer('/tablet/packs/', ({ path }) =>
      answerManifest(path, (one) => ({ ...one, signatures: stranger.sign(one.manifest) })),
    );
    expect(await fetch(1)).toEqual({ ok: false, error: { code: 'signature-refused', detail: 'key-not-trusted' } });
  });

  it('refuses one signature where two people must have signed', async () => {
    gateway.answer('/tablet/packs/', ({ path }) => answerManifest(path, (one) => one));
    const the = await enrolled({ threshold: 2, requiredRoles: ['education', 'security'] });
    expect(await the.fetchManifest(wanted(1))).toEqual({ ok: false, error: { code: 'signature-refused', detail: 'signature-missing' } });
  });

  it('refuses another edition than was asked for, however well signed', async () => {
    gateway.answer('/tablet/packs/', () => ({
      status: 200,
      body: { manifest: held[2]?.manifest, signatures: held[2]?.signatures },
    }));
    expect(await fetch(1)).toEqual({ ok: false, error: { code: 'manifest-refused', detail: 'not-the-one-asked-for' } });
    gateway.answer('/tablet/packs/', ({ path }) => answerManifest(path, (one) => one));
  });

  it('refuses to go back to an older edition, also after a restart and when the page has forgotten', async () => {
    expect(await fetch(2)).toMatchObject({ ok: true });
    expect(await fetch(1)).toEqual({ ok: false, error: { code: 'rolled-back', detail: 'version-rolled-back' } });
  });

  it('refuses to go back behind what the page says it has', async () => {
    expect(await fetch(1, 2)).toEqual({ ok: false, error: { code: 'rolled-back' } });
  });

  it('refuses a file list that was changed', async () => {
    gateway.answer('/tablet/blobs/', ({ path }) => {
      const blob = Buffer.from(held[1]?.blob(path.split('/').pop() ?? '') ?? '');
      blob[20] = (blob[20] ?? 0) ^ 1;
      return blob;
    });
    expect(await fetch(1)).toEqual({ ok: false, error: { code: 'file-refused' } });
    gateway.answer('/tablet/blobs/', ({ path }) => held[1]?.blob(path.split('/').pop() ?? ''));
  });

  it('says when the gateway does not have it', async () => {
    gateway.answer('/tablet/packs/', () => ({ status: 404, body: { code: 'not-found' } }));
    expect(await fetch(1)).toEqual({ ok: false, error: { code: 'not-found' } });
  });
});

function wanted(version: number, highestVersionSeen = 0) {
  return { packId, version, highestVersionSeen };
}

async function fetch(version: number, highestVersionSeen = 0) {
  return (await enrolled({ threshold: 1, requiredRoles: [] })).fetchManifest(wanted(version, highestVersionSeen));
}

/** A link made anew each time: what it knows is what is in its folder. */
async function enrolled(rule: {
  readonly threshold: number;
  readonly requiredRoles: readonly ('education' | 'security')[];
}): Promise<GatewayLink> {
  const link = createGatewayLink({
    gatewayUrl: gateway.url,
    authorityPem: gateway.authority.caPem,
    trust: { keys: [pack.key as never], ...rule },
    folder,
    appVersion: '0.1.0',
  });
  if (link.enrolment() === undefined) await link.enrol('BCDFGHJK');
  return link;
}

function answerManifest(
  path: string,
  change: (one: Pick<Held, 'manifest' | 'signatures'>) => Pick<Held, 'manifest' | 'signatures'>,
) {
  const version = Number(path.split('/')[4]);
  const { manifest = '', signatures = '' } = held[version] ?? {};
  return { status: 200, body: change({ manifest, signatures }) };
}

function explode(bytes: Buffer, version: number): Held {
  const file = join(work, `${String(version)}.pack`);
  const key = join(work, 'trusted.json');
  const out = join(work, String(version));
  writeFileSync(file, bytes);
  writeFileSync(key, JSON.stringify(pack.key));
  const command = [join(project, 'scripts/throughline.mts'), 'pack', 'explode', file, '--out', out, '--trust', key];
  execFileSync(process.execPath, command, { stdio: 'ignore' });
  const read = (name: string): string => readFileSync(join(out, 'packs', packId, String(version), name), 'utf8');
  return {
    manifest: read('manifest.json'),
    signatures: read('signatures.json'),
    blob: (sha256) => readFileSync(join(out, 'blobs', sha256.slice(0, 2), sha256)),
  };
}
