import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { type Caller, type GatewayInTest, PASSWORD, startGatewayInTest } from '../tests/support/running-gateway.ts';

let prison: GatewayInTest;
let administrator: Caller;

beforeAll(async () => {
  prison = await startGatewayInTest({ bodyTimeoutMs: 400 });
  administrator = await prison.as('administrator');
});
afterAll(() => prison.close());

const person = { prisonerNumber: 'A1111AA', firstName: 'Ray', lastName: 'Adeyemi', wing: 'B', cell: 'B1' };
const addPerson = (body: unknown) => administrator.call('POST', '/api/staff/people', { body });

/** A body nested this deep, as text: building it as a value would need the stack it is meant to exhaust. */
const nested = (depth: number): string => `{"firstName":${'['.repeat(depth)}${']'.repeat(depth)}}`;

describe('hostile JSON', () => {
  it.each([
    ['no JSON', '{"firstName":', 400, 'json-unreadable'],
    ['nothing', '', 400, 'json-unreadable'],
    ['a hundred thousand levels', nested(100_000), 400, 'json-unreadable'],
    ['a hundred levels', nested(100), 400, 'json-unreadable'],
    ['sixty thousand values', `[${'0,'.repeat(60_000)}0]`, 400, 'json-unreadable'],
    ['__proto__', '{"__proto__":{"role":"administrator"}}', 400, 'json-unreadable'],
    ['constructor.prototype', '{"constructor":{"prototype":{"role":"administrator"}}}', 400, 'json-unreadable'],
    ['a NUL in a name', JSON.stringify({ ...person, firstName: 'Ray\0' }), 400, 'json-unreadable'],
    ['wrong types', JSON.stringify({ ...person, firstName: 7 }), 400, 'invalid-request'],
    ['a field nobody asked for', JSON.stringify({ ...person, status: 'released' }), 400, 'invalid-request'],
    ['an invisible character in a name', JSON.stringify({ ...person, firstName: 'Ray\u202e' }), 400, 'invalid-request'],
    ['an array', '[]', 400, 'invalid-request'],
    ['null', 'null', 400, 'invalid-request'],
    ['300 kB', JSON.stringify({ ...person, firstName: 'x'.repeat(300_000) }), 413, 'too-large'],
  ])('is refused: %s', async (_name, body, status, code) => {
    const reply = await addPerson(body);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(Object.keys(reply.body).sort()).toEqual(['code', 'message']);
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it('is refused when it says that it is something else', async () => {
    const reply = await administrator.call('POST', '/api/staff/people', {
      body: JSON.stringify(person),
      headers: { 'content-type': 'text/plain' },
    });
    expect([reply.status, reply.body.code]).toEqual([415, 'type-refused']);
  });
});

describe('a body that is too much or too slow', () => {
  it('is refused at its first word when it says it has 100 MB', async () => {
    const reply = await raw(
      ['POST /api/staff/people HTTP/1.1', 'content-type: application/json', 'content-length: 104857600'],
      '{"a":"',
    );
    expect(reply).toContain('413');
    expect(reply).toContain('"code":"too-large"');
  });

  it('is cut off when 100 MB come without being announced', async () => {
    const reply = await raw(
      ['POST /api/staff/people HTTP/1.1', 'content-type: application/json', 'transfer-encoding: chunked'],
      chunksOf(100 * 1024 * 1024),
    );
    expect(reply).toMatch(/413|^$/);
    expect((await addPerson({ ...person, prisonerNumber: 'A1112AA' })).status).toBe(200);
  });

  it('is cut off when it trickles in', async () => {
    const head = ['POST /api/staff/people HTTP/1.1', 'content-type: application/json', 'content-length: 100'];
    const reply = await raw(head, '{"a":"');
    expect(reply).toMatch(/^HTTP\/1.1 408 /);
    expect(reply).toContain('"code":"slow-request"');
  });

  it('costs somebody without a session nothing: it is refused before it is read', async () => {
    const reply = await raw(
      ['POST /api/staff/packs HTTP/1.1', 'content-type: application/octet-stream', 'content-length: 500000000'],
      'x',
      false,
    );
    expect(reply).toContain('"code":"not-signed-in"');
  });
});

describe('a request that goes where it should not', () => {
  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'packs.localhost',
    'a b',
    'x.packs.evil.example',
  ])('is refused for the host "%s"', async (host) => {
    const reply = await prison.browser().call('GET', '/health', { headers: { host } });
    expect([400, 421]).toContain(reply.status);
  });

  it('reaches no staff route, no tablet route and no health under a pack’s origin', async () => {
    const host = `using-this-tablet.packs.${new URL(prison.gateway.webUrl).host}`;
    for (const path of ['/api/staff/session', '/staff/', '/tablet/', '/health', '/', '/tablet/exchange']) {
      const reply = await administrator.call('GET', path, { headers: { host } });
      expect([path, reply.status, reply.body.code]).toEqual([path, 404, 'not-found']);
      expect(reply.headers['content-security-policy']).toContain('frame-ancestors http://localhost:');
    }
  });

  it.each([
    '/staff/../../package.json',
    '/staff/..%2f..%2fpackage.json',
    '/tablet/%2e%2e/%2e%2e/package.json',
    '/staff/%00',
    '/staff/.%2e/.git/config',
    '/tablet/blobs/../../gateway.db',
    '//evil.example/',
    '/staff/%',
  ])('finds nothing at %s', async (path) => {
    const reply = await administrator.call('GET', path);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    expect(reply.headers['content-security-policy']).toBeDefined();
    expect(reply.bytes.toString()).not.toContain('devDependencies');
  });

  it('finds nothing at an address of nine thousand characters', async () => {
    expect((await administrator.call('GET', `/${'a'.repeat(9000)}`)).status).toBe(404);
  });

  it('is refused when another page sends it with somebody’s cookie', async () => {
    for (const origin of ['http://evil.example', 'null', 'http://using-this-tablet.packs.localhost', undefined]) {
      const headers =
        origin === undefined ? { cookie: administrator.cookie() } : { origin, cookie: administrator.cookie() };
      const reply = await bare().call('POST', '/api/staff/people', { body: person, headers });
      expect([origin, reply.status, reply.body.code]).toEqual([origin, 403, 'origin-refused']);
    }
  });

  it('finds no staff route at the tablet door, and no tablet route without a certificate', async () => {
    const tablet = prison.tablet();
    expect(
      (await tablet.call('POST', '/api/staff/session', { body: { username: 'the-administrator', password: PASSWORD } }))
        .status,
    ).toBe(404);
    expect((await tablet.call('GET', '/staff/')).status).toBe(404);
    const exchange = { protocol: PROTOCOL_VERSION, tabletTime: 0, mark: null, operations: [], streams: [] };
    expect((await tablet.call('POST', '/tablet/exchange', { body: exchange })).body.code).toBe('not-enrolled');
    expect((await tablet.call('GET', '/health', { headers: { host: 'evil.example' } })).status).toBe(421);
  });
});

describe('codes from paper', () => {
  it('are refused when wrong, and five tries a minute are all one place has', async () => {
    const enrol = () => prison.browser().call('POST', '/tablet/enrol', { body: { code: 'BCDFGHJK', appVersion: '1' } });
    for (let tries = 0; tries < 5; tries += 1) expect((await enrol()).body.code).toBe('code-unknown');
    expect((await enrol()).body.code).toBe('too-many-tries');
    expect(
      (await prison.browser().call('POST', '/tablet/enrol', { body: { code: 'lower-case', appVersion: '1' } })).body
        .code,
    ).toBe('invalid-request');
  });
});

describe('every reply', () => {
  it('carries the hardening headers, whatever its status, and never a stack or a path', async () => {
    const replies = [
      await administrator.call('GET', '/nowhere'),
      await addPerson('{'),
      await administrator.call('GET', '/api/staff/people'),
      await prison.tablet().call('GET', '/nowhere'),
    ];
    for (const { headers, bytes } of replies) {
      for (const name of [
        'content-security-policy',
        'x-content-type-options',
        'referrer-policy',
        'permissions-policy',
        'cache-control',
      ])
        expect([name, headers[name]]).not.toEqual([name, undefined]);
      expect(bytes.toString()).not.toMatch(/\bat \w+ \(|node_modules|\.ts:/);
    }
  });

  it('leaves no name, number or body in the log', () => {
    const log = prison.log.join('');
    for (const words of ['Adeyemi', 'A1111AA', PASSWORD, 'BCDFGHJK']) expect(log).not.toContain(words);
  });

  it('is never a failure of ours: nothing above was logged as one', () => {
    expect(prison.log.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)).toEqual([]);
  });
});

describe('a gateway that cannot start', () => {
  const start = (environment: Record<string, string>) =>
    runToEnd({ THROUGHLINE_GATEWAY_WEB_PORT: '0', THROUGHLINE_GATEWAY_TABLET_PORT: '0', ...environment });

  it('says in a sentence which setting is wrong', async () => {
    expect(await start({})).toEqual({
      code: 1,
      said: 'Set THROUGHLINE_GATEWAY_DATA to an absolute path of a folder.\n',
    });
    const folder = mkdtempSync(join(tmpdir(), 'throughline-bad-'));
    expect((await start({ THROUGHLINE_GATEWAY_DATA: folder, THROUGHLINE_GATEWAY_WEB_PORT: 'x' })).said).toBe(
      'Set THROUGHLINE_GATEWAY_WEB_PORT to a port number.\n',
    );
    expect(
      (await start({ THROUGHLINE_GATEWAY_DATA: folder, THROUGHLINE_FAMILY_URL: 'http://localhost:1' })).said,
    ).toContain('both or neither');
    rmSync(folder, { recursive: true });
  });

  it('leaves a database that a crash cut short as it is, and says so', async () => {
    const other = await startGatewayInTest();
    const file = join(other.folder, 'gateway.db');
    const folder = mkdtempSync(join(tmpdir(), 'throughline-cut-'));
    await other.gateway.close();
    const whole = readFileSync(file);
    writeFileSync(join(folder, 'gateway.db'), whole);
    truncateSync(join(folder, 'gateway.db'), Math.floor(whole.length / 2));
    const before = readFileSync(join(folder, 'gateway.db'));
    const { code, said } = await start({ THROUGHLINE_GATEWAY_DATA: folder });
    expect(code).toBe(1);
    expect(said).toMatch(/is damaged\. It has been left as it is/);
    expect(said).not.toMatch(/\bat /);
    expect(readFileSync(join(folder, 'gateway.db')).equals(before)).toBe(true);
    for (const each of [folder, other.folder]) rmSync(each, { recursive: true });
  }, 30_000);

  it('says which port is taken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-port-'));
    const { port } = new URL(prison.gateway.webUrl);
    expect((await start({ THROUGHLINE_GATEWAY_DATA: folder, THROUGHLINE_GATEWAY_WEB_PORT: port })).said).toBe(
      `Port ${port} is taken by another program. Choose another, or stop that program.\n`,
    );
    rmSync(folder, { recursive: true });
  }, 30_000);
});

describe('a full disk', () => {
  it('is answered with a code, loses nothing, and is over when there is room again', async () => {
    const other = await startGatewayInTest();
    try {
      const boss = await other.as('administrator');
      await boss.call('POST', '/api/staff/people', { body: person });
      // The kernel refuses any file of ours to grow beyond what it is: writes fail as on a full disk.
      const limit = statSync(join(other.folder, 'gateway.db-wal')).size;
      limitFileSize(String(limit));
      let refused;
      try {
        for (let number = 1000; number < 1400; number += 1) {
          refused = await boss.call('POST', '/api/staff/people', {
            body: { ...person, prisonerNumber: `B${String(number)}BB` },
          });
          if (refused.status !== 200) break;
        }
      } finally {
        limitFileSize('unlimited');
      }
      expect([503, 507]).toContain(refused?.status);
      expect(['busy', 'storage-full']).toContain(refused?.body.code);
      expect(
        (await boss.call('POST', '/api/staff/people', { body: { ...person, prisonerNumber: 'C1111CC' } })).status,
      ).toBe(200);
      const { body } = await boss.call('GET', '/api/staff/people?search=A1111AA');
      expect(body.people).toHaveLength(1);
    } finally {
      await other.close();
    }
  }, 60_000);
});

/** This process's own limit, soft half only, so that it can be raised again. */
function limitFileSize(soft: string): void {
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${soft}:`]);
}

function bare(): Caller {
  const caller = prison.browser();
  return {
    ...caller,
    call: (method, path, sent = {}) => caller.call(method, path, { ...sent, headers: { origin: '', ...sent.headers } }),
  };
}

/** Sends bytes as they are over a plain socket, with the administrator's cookie, and returns all that came back. */
function raw(head: readonly string[], body: string | Iterable<Buffer>, signedIn = true): Promise<string> {
  const { hostname, port, host, origin } = new URL(prison.gateway.webUrl);
  const socket = connect(Number(port), hostname);
  const lines = [
    ...head,
    `host: ${host}`,
    `origin: ${origin}`,
    ...(signedIn ? [`cookie: ${administrator.cookie()}`] : []),
    'connection: close',
  ];
  return new Promise((resolve) => {
    let said = '';
    socket.on('data', (part) => (said += part.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(said));
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    if (typeof body === 'string') socket.write(body);
    else for (const part of body) if (socket.writable) socket.write(part);
  });
}

function* chunksOf(bytes: number): Iterable<Buffer> {
  const part = Buffer.alloc(1024 * 1024, 'x');
  for (let sent = 0; sent < bytes; sent += part.length)
    yield Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]);
}

function runToEnd(
  environment: Record<string, string>,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('start.ts', import.meta.url))], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}
