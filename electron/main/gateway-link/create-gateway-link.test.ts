import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
    now: () => Date.now(),
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

describe('a file of a pack', () => {
  const bytes = randomBytes(3 * 1024 * 1024);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const wanted = { sha256, bytes: bytes.length };
  const part = (): string => join(folder, 'fetching', `${sha256}.part`);

  it('arrives whole, and leaves nothing behind', async () => {
    const the = await enrolled();
    gateway.answer('/tablet/blobs/', () => bytes);
    const fetched = await the.fetchFile(wanted);
    expect(fetched.ok && Buffer.compare(fetched.value, bytes)).toBe(0);
    expect(existsSync(part())).toBe(false);
  });

  it('that was cut off goes on where it stopped, also after a restart', async () => {
    await enrolled();
    mkdirSync(join(folder, 'fetching'));
    writeFileSync(part(), bytes.subarray(0, 1_000_000));
    gateway.answer('/tablet/blobs/', () => bytes);
    const fetched = await link().fetchFile(wanted);
    expect(gateway.received.at(-1)?.range).toBe('bytes=1000000-');
    expect(fetched.ok && Buffer.compare(fetched.value, bytes)).toBe(0);
  });

  it('with one byte changed is refused, and thrown away', async () => {
    const the = await enrolled();
    const changed = Buffer.from(bytes);
    changed[500] = (changed[500] ?? 0) ^ 1;
    gateway.answer('/tablet/blobs/', () => changed);
    expect(await the.fetchFile(wanted)).toEqual({ ok: false, error: { code: 'file-refused' } });
    expect(readdirSync(join(folder, 'fetching'))).toEqual([]);
  });

  it('that is longer than the list says is refused', async () => {
    const the = await enrolled();
    gateway.answer('/tablet/blobs/', () => Buffer.concat([bytes, bytes]));
    expect(await the.fetchFile(wanted)).toEqual({ ok: false, error: { code: 'file-refused' } });
  });

  it('that the gateway does not have, or not for this tablet, says so', async () => {
    const the = await enrolled();
    gateway.answer('/tablet/blobs/', () => ({ status: 404, body: { code: 'not-found' } }));
    expect(await the.fetchFile(wanted)).toEqual({ ok: false, error: { code: 'not-found' } });
    gateway.answer('/tablet/blobs/', () => ({ status: 401, body: { code: 'revoked' } }));
    expect(await the.fetchFile(wanted)).toEqual({ ok: false, error: { code: 'revoked' } });
  });

  it('asked for twice at once is fetched once', async () => {
    const the = await enrolled();
    gateway.answer('/tablet/blobs/', () => bytes);
    const both = await Promise.all([the.fetchFile(wanted), the.fetchFile(wanted)]);
    expect(both.map((one) => (one.ok ? 'ok' : one.error.code)).sort()).toEqual(['busy', 'ok']);
  });
});

/** Lets the stand-in enrol again after a test that made it refuse. */
async function reset(): Promise<void> {
  await gateway.close();
  gateway = await startGatewayStandIn();
}
