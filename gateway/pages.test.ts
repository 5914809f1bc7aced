import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayInTest, PASSWORD, startGatewayInTest } from '../tests/support/running-gateway.ts';

let prison: GatewayInTest;
let pages: string;

beforeAll(async () => {
  pages = mkdtempSync(join(tmpdir(), 'throughline-pages-'));
  for (const folder of ['console/assets', 'renderer/assets', 'pack-origin'])
    mkdirSync(join(pages, folder), { recursive: true });
  for (const file of ['console/index.html', 'renderer/index.html', 'pack-origin/player.html'])
    writeFileSync(join(pages, file), `<title>${file}</title>`);
  for (const file of ['console/assets/a-1234.js', 'renderer/sw.js', 'pack-origin/service-worker.js', 'console/.secret'])
    writeFileSync(join(pages, file), 'void 0;');
  prison = await startGatewayInTest({ pagesFolder: pages });
});
afterAll(async () => {
  await prison.close();
  rmSync(pages, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) => prison.browser().call('GET', path, { headers });
const policyOf = (reply: Awaited<ReturnType<typeof get>>): string => String(reply.headers['content-security-policy']);

describe('the pages of the web door', () => {
  it('are the console and the tablet, each under its own policy', async () => {
    const [staff, tablet] = [await get('/staff/'), await get('/tablet/')];
    expect([staff.bytes.toString(), tablet.bytes.toString()]).toEqual([
      '<title>console/index.html</title>',
      '<title>renderer/index.html</title>',
    ]);
    expect(policyOf(staff)).toContain("script-src 'self' 'wasm-unsafe-eval'; ");
    // A course that is being made is looked at in its own origin (ADR 0019), and nothing else may stand in a frame.
    expect(policyOf(staff)).toMatch(/frame-src http:\/\/\*\.packs\.[a-z.:*]+(;|$)/);
    expect(policyOf(staff)).toContain("require-trusted-types-for 'script'");
    expect(policyOf(tablet)).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policyOf(tablet)).toContain('frame-src http://*.packs.throughline.localhost:*');
    for (const page of [staff, tablet]) {
      expect(policyOf(page)).toContain("default-src 'none'");
      expect(policyOf(page)).not.toContain('unsafe-inline');
      expect([page.headers['x-frame-options'], page.headers['cache-control']]).toEqual(['DENY', 'no-store']);
    }
  });

  it('may be kept only where their name changes with their content', async () => {
    expect((await get('/staff/assets/a-1234.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/tablet/sw.js')).headers['cache-control']).toBe('no-store');
  });

  it('are found from the addresses people type', async () => {
    for (const [from, to] of [
      ['/', '/staff/'],
      ['/staff', '/staff/'],
      ['/tablet', '/tablet/'],
    ] as const) {
      const reply = await get(from);
      expect([from, reply.status, reply.headers['location']]).toEqual([from, 302, to]);
    }
  });

  it('are no folders to look around in, and hide what is hidden', async () => {
    for (const path of ['/staff/assets/', '/staff/assets', '/staff/.secret', '/staff/nothing'])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });
});

describe('a pack’s own origin', () => {
  const host = () => `maths.packs.${new URL(prison.gateway.webUrl).host}`;

  it('has our player and its service worker, which may reach the whole origin, and nothing of the prison', async () => {
    const player = await get('/__host/player.html', { host: host() });
    expect(player.bytes.toString()).toBe('<title>pack-origin/player.html</title>');
    expect(policyOf(player)).toContain('sandbox allow-scripts allow-same-origin');
    expect(policyOf(player)).toContain(
      'frame-ancestors http://localhost:* http://127.0.0.1:* http://throughline.localhost:*',
    );
    expect(player.headers['x-frame-options']).toBeUndefined();
    expect((await get('/__host/service-worker.js', { host: host() })).headers['service-worker-allowed']).toBe('/');
    for (const path of ['/en/01.json', '/staff/', '/tablet/', '/__host/', '/__host/../console/index.html'])
      expect([path, (await get(path, { host: host() })).status]).toEqual([path, 404]);
  });

  it('has no player at the prison’s own name', async () => {
    expect((await get('/__host/player.html')).status).toBe(404);
  });
});

describe('a web door behind a TLS proxy', () => {
  it('takes writes from its public origin only, and gives out cookies that no name below it can replace', async () => {
    const origin = 'https://gateway.prison.example';
    const other = await startGatewayInTest({ publicOrigin: new URL(origin), names: ['gateway.prison.example'] });
    try {
      const { port } = other.gateway.web.server.address() as { port: number };
      const { token } = JSON.parse(readFileSync(join(other.folder, 'first-administrator.json'), 'utf8')) as {
        token: string;
      };
      const body = JSON.stringify({ token, username: 'boss', name: 'Boss', password: PASSWORD });
      const call = (from: string) =>
        fetch(`http://127.0.0.1:${String(port)}/api/staff/first-administrator`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: from },
          body,
        });
      for (const from of [`http://127.0.0.1:${String(port)}`, 'https://maths.packs.gateway.prison.example'])
        expect((await call(from)).status).toBe(403);
      const made = await call(origin);
      expect(made.headers.get('set-cookie')).toMatch(
        /^__Host-throughline-staff=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      );
      expect(made.headers.get('strict-transport-security')).toBe('max-age=31536000');
      const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? '';
      const ask = (sent: string) =>
        fetch(`http://127.0.0.1:${String(port)}/api/staff/session`, { headers: { cookie: sent } });
      expect((await ask(cookie)).status).toBe(200);
      expect((await ask(cookie.replace('__Host-', ''))).status).toBe(401);
    } finally {
      await other.close();
    }
  });
});
