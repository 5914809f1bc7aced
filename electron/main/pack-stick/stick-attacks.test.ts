import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sha256 } from '#protocol/ids.ts';
import { createBatchTaker } from '#protocol/packs/take-batch.ts';
import type { GatewayCall } from '../gateway-link/request.ts';
import { createPackStick, type PackStick } from './create-pack-stick.ts';

const SECRET = 'what lies elsewhere on this tablet';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex') as Sha256;
const blobName = (sha256: string) => `blobs/${sha256.slice(0, 2)}/${sha256}`;

let home: string;
let folder: string;
let stick: PackStick;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'stick-'));
  folder = join(home, 'mounted');
  put('release.json', '{}');
  writeFileSync(join(home, 'secret'), SECRET);
  stick = createPackStick(folder);
});
afterEach(() => rmSync(home, { recursive: true }));

function put(name: string, content: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

/** What the stick answers, as text; undefined where nothing is asked of it any more. */
async function ask(call: Partial<GatewayCall> & { readonly path: string }): Promise<string | undefined> {
  const requester = await stick.requester();
  if (requester === undefined) return undefined;
  const answer = await requester({ method: 'GET', maxBytes: 1000, ...call });
  return answer.ok ? answer.value.body.toString() : answer.error.code;
}

async function expectUnsafe(answered: string | undefined): Promise<void> {
  expect(answered).not.toContain(SECRET);
  expect(await stick.news()).toEqual({ state: 'refused', reason: 'unsafe' });
  expect(await stick.requester()).toBeUndefined();
}

describe('a stick that somebody made to do harm', () => {
  it('PACK-36 with a file that is a link to a file of this tablet gives nothing, and is not used any more', async () => {
    mkdirSync(join(folder, dirname(blobName(hashOf(SECRET)))), { recursive: true });
    symlinkSync(join(home, 'secret'), join(folder, blobName(hashOf(SECRET))));
    await expectUnsafe(await ask({ path: `/tablet/blobs/${hashOf(SECRET)}` }));
  });

  it('PACK-36 with a folder that is a link out of the stick gives nothing either', async () => {
    mkdirSync(join(home, 'elsewhere', hashOf(SECRET).slice(0, 2)), { recursive: true });
    writeFileSync(join(home, 'elsewhere', hashOf(SECRET).slice(0, 2), hashOf(SECRET)), SECRET);
    symlinkSync(join(home, 'elsewhere'), join(folder, 'blobs'));
    await expectUnsafe(await ask({ path: `/tablet/blobs/${hashOf(SECRET)}` }));
  });

  it('PACK-36 whose list is a link, a pipe or a device is refused at once and keeps nobody waiting', async () => {
    for (const make of [() => symlinkSync(join(home, 'secret'), join(folder, 'release.json')), () => execFileSync('mkfifo', [join(folder, 'release.json')]), () => symlinkSync('/dev/zero', join(folder, 'release.json'))]) {
      rmSync(join(folder, 'release.json'));
      make();
      await expectUnsafe(await ask({ path: '/tablet/release?roles=0&serial=0' }));
    }
  });

  it('PACK-36 with a file of a terabyte that takes no room on it is refused unread', async () => {
    put(blobName(hashOf('x')), 'x');
    truncateSync(join(folder, blobName(hashOf('x'))), 1024 ** 4);
    const before = process.memoryUsage().rss;
    await expectUnsafe(await ask({ path: `/tablet/blobs/${hashOf('x')}` }));
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    rmSync(join(folder, 'release.json'));
    put('release.json', '');
    truncateSync(join(folder, 'release.json'), 1024 ** 4);
    await expectUnsafe(await ask({ path: '/tablet/release?roles=0&serial=0' }));
  });

  it('PACK-36 is asked for no name but those made of slugs and hashes', async () => {
    put('packs/../secret/manifest.json', SECRET);
    for (const path of ['/tablet/packs/../1/manifest', '/tablet/packs/a%2f..%2f..%2fsecret/1/manifest', `/tablet/blobs/../../secret`, `/tablet/blobs/${'A'.repeat(64)}`, '/etc/passwd', '/tablet/exchange'])
      expect(await ask({ path })).not.toContain(SECRET);
    expect(await stick.news()).toEqual({ state: 'ready' });
  });

  it('PACK-36 cannot fill the memory with a batch: a file larger than was asked for ends it', async () => {
    put(blobName(hashOf('small')), 'y');
    truncateSync(join(folder, blobName(hashOf('small'))), 50_000_000);
    const wanted = [{ sha256: hashOf('small'), bytes: 5 }];
    const taker = createBatchTaker(wanted, async () => new Uint8Array(), (bytes) => createHash('sha256').update(bytes).digest('hex'));
    const requester = await stick.requester();
    await requester?.({ method: 'POST', path: '/tablet/blobs', body: { files: [{ sha256: hashOf('small') }] }, maxBytes: 5000, onPiece: async (piece) => { await taker.take(piece); } });
    expect(taker.taken()).toMatchObject({ files: [], absent: 1 });
    expect(await stick.news()).toEqual({ state: 'refused', reason: 'unsafe' });
  });

  it('a tablet whose image names no folder takes no stick, and another stick is looked at afresh', async () => {
    expect(await createPackStick(undefined).news()).toEqual({ state: 'none' });
    await stick.news();
    stick.refuse('not-ours');
    expect(await stick.news()).toEqual({ state: 'refused', reason: 'not-ours' });
    rmSync(folder, { recursive: true });
    expect(await stick.news()).toEqual({ state: 'none' });
    put('release.json', '{ }');
    expect(await stick.news()).toEqual({ state: 'ready' });
  });
});
