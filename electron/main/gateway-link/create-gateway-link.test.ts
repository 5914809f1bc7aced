import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sha256 } from '#protocol/ids.ts';
import { CHUNK_BYTES } from '#protocol/packs/file-list.ts';
import {
  createPackKey,
  startGatewayStandIn,
  TABLET_ID,
  type GatewayStandIn,
} from '../../../tests/kiosk/support/gateway-stand-in.ts';
import { createPrisonAuthority } from '../../../tests/kiosk/support/prison-authority.ts';
import { createGatewayLink, type GatewayLink, type GatewayLinkOptions } from './create-gateway-link.ts';

let gateway: GatewayStandIn;
let folder: string;
const publisher = createPackKey();

beforeAll(async () => {
  gateway = await startGatewayStandIn();
});
afterAll(() => gateway.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'link-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function link(more: Partial<GatewayLinkOptions> = {}): GatewayLink {
  return createGatewayLink({
    gatewayUrl: gateway.url,
    authorityPem: gateway.authority.caPem,
    trust: { keys: [publisher.trusted as never], threshold: 1, requiredRoles: [] },
    folder,
    appVersion: '0.1.0',
    ...more,
  });
}

async function enrolled(): Promise<GatewayLink> {
  const fresh = link();
  await fresh.enrol('BCDF-GHJK');
  return fresh;
}

const REQUEST = { protocol: 1, tabletTime: 5, mark: null, operations: [], streams: [] };
const REPLY = { serverTime: 1, mark: 'm', restored: false, answers: [], pages: [], backedUpTo: 0, nextSyncAfter: 1000 };

describe('enrolment', () => {
  it('makes a key, gets a certificate for it, and knows itself again after a restart', async () => {
    expect(await link().enrol('bcdf ghjk')).toMatchObject({ ok: true, value: { tabletId: TABLET_ID } });
    expect(link().enrolment()).toMatchObject({ tabletId: TABLET_ID, name: 'B2-14', gatewayKey: gateway.publicKey });
    expect(statSync(join(folder, 'identity/tablet-key.pem')).mode & 0o777).toBe(0o600);
    expect(await link().enrol('BCDF-GHJK')).toEqual({ ok: false, error: { code: 'already-enrolled' } });
  });

  it('keeps the same key when a first try got no answer', async () => {
    await link({ gatewayUrl: 'https://127.0.0.1:9' }).enrol('BCDF-GHJK');
    const key = readFileSync(join(folder, 'identity/tablet-key.pem'), 'utf8');
    await enrolled();
    expect(readFileSync(join(folder, 'identity/tablet-key.pem'), 'utf8')).toBe(key);
  });

  it.each(['code-unknown', 'code-used', 'code-expired', 'too-many-tries'])('hands on %s', async (code) => {
    gateway.answer('/tablet/enrol', () => ({ status: 403, body: { code, message: 'no' } }));
    expect(await link().enrol('BCDF-GHJK')).toEqual({ ok: false, error: { code } });
  });

  it('does not send what cannot be a code', async () => {
    const before = gateway.received.length;
    expect(await link().enrol('00OO-IL')).toEqual({ ok: false, error: { code: 'code-unknown' } });
    expect(gateway.received.length).toBe(before);
  });

  it('does not keep a certificate for another key', async () => {
    const own = await startGatewayStandIn();
    own.answer('/tablet/enrol', () => ({
      status: 200,
      body: {
        tabletId: TABLET_ID,
        name: 'x',
        establishment: 'x',
        certificate: own.authority.caPem,
        gatewayKey: 'AA',
        packKeys: [],
      },
    }));
    const fresh = link({ gatewayUrl: own.url, authorityPem: own.authority.caPem });
    expect(await fresh.enrol('BCDF-GHJK')).toEqual({ ok: false, error: { code: 'reply-invalid' } });
    expect(fresh.enrolment()).toBeUndefined();
    await own.close();
  });

  it('counts a torn enrolment as none, so that staff can enrol the tablet again', async () => {
    await reset();
    await enrolled();
    writeFileSync(join(folder, 'identity/enrolment.json'), '{"tabletId": "0193');
    expect(link().enrolment()).toBeUndefined();
    expect(await link().enrol('BCDF-GHJK')).toMatchObject({ ok: true });
  });
});

describe('trust', () => {
  it('is in the one authority of the prison: another one is as if nobody were there', async () => {
    const other = await createPrisonAuthority();
    expect(await link({ authorityPem: other.caPem }).enrol('BCDF-GHJK')).toEqual({
      ok: false,
      error: { code: 'unreachable' },
    });
  });

  it('is not in a certificate for another name', async () => {
    const { port } = new URL(gateway.url);
    expect(await link({ gatewayUrl: `https://127.0.0.2:${port}` }).enrol('BCDF-GHJK')).toEqual({
      ok: false,
      error: { code: 'unreachable' },
    });
  });
});

describe('an exchange', () => {
  it('needs an enrolled tablet', async () => {
    expect(await link().exchange(REQUEST)).toEqual({ ok: false, error: { code: 'not-enrolled' } });
  });

  it('goes out with the certificate of the tablet', async () => {
    await reset();
    const the = await enrolled();
    gateway.answer('/tablet/exchange', () => ({ status: 200, body: REPLY }));
    expect(await the.exchange(REQUEST)).toEqual({ ok: true, value: REPLY });
    expect(gateway.received.at(-1)).toMatchObject({ path: '/tablet/exchange', body: REQUEST, hasCertificate: true });
  });

  it.each([
    [401, { code: 'revoked' }, { code: 'revoked' }],
    [503, { code: 'busy', retryAfter: 4000 }, { code: 'busy', retryAfter: 4000 }],
    [500, 'not json of ours', { code: 'busy' }],
    [422, { code: 'protocol-too-old' }, { code: 'refused' }],
    [200, { serverTime: 'yesterday' }, { code: 'reply-invalid' }],
    [200, '<html>', { code: 'reply-invalid' }],
  ])('answered with %i %j is %j', async (status, body, error) => {
    const the = await enrolled();
    gateway.answer('/tablet/exchange', () => ({ status, body }));
    expect(await the.exchange(REQUEST)).toEqual({ ok: false, error });
  });

  it('with an answer that does not end is given up', async () => {
    const the = await enrolled();
    gateway.answer('/tablet/exchange', () => Buffer.alloc(33 * 1024 * 1024));
    expect(await the.exchange(REQUEST)).toEqual({ ok: false, error: { code: 'reply-invalid' } });
  });
});

describe('a piece of a big file', () => {
  const bytes = randomBytes(5 * CHUNK_BYTES + 77);
  const hashOf = (part: Uint8Array) => createHash('sha256').update(part).digest('hex') as Sha256;
  const chunks = Array.from({ length: 6 }, (_, at) => hashOf(bytes.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES)));
  const wanted = { sha256: hashOf(bytes), bytes: bytes.length, from: 0, chunks };

  it('arrives whole, or from any chunk on, and nothing of it is ever on the disk', async () => {
    const the = await enrolled();
    gateway.answer('/tablet/blobs/', () => bytes);
    const fetched = await the.fetchPiece(wanted);
    expect(fetched.ok && Buffer.compare(fetched.value.data, bytes)).toBe(0);
    const rest = await the.fetchPiece({ ...wanted, from: 2 * CHUNK_BYTES, chunks: chunks.slice(2, 4) });
    expect(gateway.received.at(-1)?.range).toBe(`bytes=${String(2 * CHUNK_BYTES)}-${String(4 * CHUNK_BYTES - 1)}`);
    expect(rest.ok && Buffer.compare(rest.value.data, bytes.subarray(2 * CHUNK_BYTES, 4 * CHUNK_BYTES))).toBe(0);
    expect(readdirSync(folder)).toEqual(['identity']);
  });

  it('PACK-13 with one byte changed is refused', async () => {
    const the = await enrolled();
    const changed = Buffer.from(bytes);
    changed[3 * CHUNK_BYTES + 500]! ^= 1;
    gateway.answer('/tablet/blobs/', () => changed);
    expect(await the.fetchPiece(wanted)).toEqual({ ok: false, error: { code: 'file-refused' } });
  });

  it('of a file that is longer than the list says, or outside it, is refused', async () => {
    const the = await enrolled();
    gateway.answer('/tablet/blobs/', () => ({ status: 200, body: 'x'.repeat(7 * CHUNK_BYTES) }));
    expect(await the.fetchPiece(wanted)).toEqual({ ok: false, error: { code: 'file-refused' } });
    expect(await the.fetchPiece({ ...wanted, from: 8 * CHUNK_BYTES })).toMatchObject({ ok: false });
  });

  it('that the gateway does not have, or not for this tablet, says so', async () => {
    const the = await enrolled();
    gateway.answer('/tablet/blobs/', () => ({ status: 404, body: { code: 'not-found' } }));
    expect(await the.fetchPiece(wanted)).toEqual({ ok: false, error: { code: 'not-found' } });
    gateway.answer('/tablet/blobs/', () => ({ status: 401, body: { code: 'revoked' } }));
    expect(await the.fetchPiece(wanted)).toEqual({ ok: false, error: { code: 'revoked' } });
  });
});

/** Lets the stand-in enrol again after a test that made it refuse. */
async function reset(): Promise<void> {
  await gateway.close();
  gateway = await startGatewayStandIn();
}
