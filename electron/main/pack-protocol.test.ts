import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackFileReply, PackFileRequest } from '#protocol/shell/bridge.ts';
import { answerPackRequest, parseRange, type OpenPack } from './pack-protocol.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A pack with one file; notes what the page was asked for. */
function openPack(asked: string[] = []): OpenPack {
  const ask = async (path: string, range?: PackFileRequest['range']): Promise<PackFileReply> => {
    asked.push(path);
    if (path.endsWith('.html') || path.endsWith('.js')) {
      const body = bytes('x').buffer;
      return { request: 1, status: 200, type: path.endsWith('.js') ? 'text/javascript' : 'text/html', size: 1, body };
    }
    if (path !== 'en/one.json') return { request: 1, status: 404 };
    const body = bytes('{"a":1}').buffer;
    if (range === undefined) return { request: 1, status: 200, type: 'application/json', size: 7, body };
    if (range.from >= 7) return { request: 1, status: 416, size: 7 };
    return {
      request: 1,
      status: 206,
      type: 'application/json',
      size: 7,
      from: range.from,
      to: 6,
      body: body.slice(range.from),
    };
  };
  const hostFiles = new Map([['/__host/player.html', { body: bytes('<p>'), type: 'text/html; charset=utf-8' }]]);
  return { packId: 'fractions', hostFiles, source: { ask, tellGone: () => undefined, close: () => undefined } };
}

const get = (path: string, more: { method?: string; range?: string; host?: string } = {}, pack = openPack()) =>
  answerPackRequest(pack, {
    method: more.method ?? 'GET',
    address: `pack://${more.host ?? 'fractions'}${path}`,
    range: more.range ?? null,
  });

describe('answerPackRequest', () => {
  it('serves our own player with a policy that lets only our own scripts run', async () => {
    const answer = await get('/__host/player.html');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain('script-src pack://fractions/__host/;');
  });

  it('serves a file of the pack as something that can do nothing', async () => {
    const answer = await get('/en/one.json');
    expect([answer.status, await answer.text()]).toEqual([200, '{"a":1}']);
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  });

  it('PACK-32 serves a page or script that the pack brought with a policy that reaches nothing but the pack', async () => {
    for (const path of ['/content/a/index.html', '/content/a/run.js', '/__runtime/h5p-runtime/index.html']) {
      const policy = (await get(path)).headers.get('content-security-policy') ?? '';
      expect(policy).toContain('sandbox allow-scripts allow-same-origin allow-forms;');
      expect(policy).toContain("connect-src 'self'; form-action 'none'; frame-ancestors 'self'");
      expect(policy).not.toMatch(/allow-popups|allow-modals|allow-downloads|allow-top|https?:/);
    }
  });

  it('asks for the same file whatever the query, and in composed form', async () => {
    const asked: string[] = [];
    await get('/content/a/index.html?page=2&x=/../y', {}, openPack(asked));
    await get(`/content/${encodeURIComponent('cafe\u0301')}.html`, {}, openPack(asked));
    expect(asked).toEqual(['content/a/index.html', 'content/caf\u00e9.html']);
  });

  it('PACK-33 asks for files of runtime packs by their id, and for nothing beside them', async () => {
    const asked: string[] = [];
    for (const path of ['/__runtime/h5p-runtime/a.js', '/__runtime/', '/__runtime/h5p-runtime/', '/__runtime/UP/a.js', '/__runtime/h5p-runtime/__host/a.js', '/__lrs/about'])
      await get(path, {}, openPack(asked));
    expect(asked).toEqual(['__runtime/h5p-runtime/a.js']);
  });

  it('never asks the page for our own files, nor serves a pack file under our path', async () => {
    const asked: string[] = [];
    for (const path of ['/__host/none.js', '/__host/', '/__host/../en/one.json', '/__host'])
      await get(path, {}, openPack(asked));
    expect(asked.filter((path) => path.startsWith('__host'))).toEqual([]);
  });

  it.each(['POST', 'HEAD', 'PUT'])('answers no %s', async (method) => {
    expect((await get('/en/one.json', { method })).status).toBe(404);
  });

  it('answers for no other pack', async () => {
    expect((await get('/en/one.json', { host: 'cravings' })).status).toBe(404);
  });

  it('answers parts, and says when there is no such part', async () => {
    const part = await get('/en/one.json', { range: 'bytes=2-' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-6/7', 'a":1}']);
    const beyond = await get('/en/one.json', { range: 'bytes=99-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */7']);
  });

  it('asks the page only for paths that a pack may have, whatever is asked of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.webPath(), fc.string(), async (path, range) => {
        const asked: string[] = [];
        const answer = await get(path === '' ? '/' : path, { range }, openPack(asked));
        expect(answer.headers.get('content-security-policy')).not.toBeNull();
        for (const one of asked) {
          expect(one.split('/').every((part) => part !== '' && !part.startsWith('.'))).toBe(true);
          expect(one).not.toMatch(/[\p{Cc}\\:*?"<>|]|^__host/iu);
        }
      }),
    );
  });
});

describe('parseRange', () => {
  it('reads one range, and ends an open one after 8 MiB', () => {
    expect(parseRange('bytes=0-99')).toEqual({ from: 0, to: 99 });
    expect(parseRange('bytes=100-')).toEqual({ from: 100, to: 100 + 8 * 1024 * 1024 - 1 });
  });

  it.each([null, '', 'bytes=-5', 'bytes=5-2', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=a-b', `bytes=${'9'.repeat(40)}-`])(
    'takes %j for the whole file',
    (header) => {
      expect(parseRange(header)).toBeUndefined();
    },
  );
});
