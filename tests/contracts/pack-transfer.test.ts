import 'fake-indexeddb/auto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createBlobStore } from '../../gateway/packs/blob-store.ts';
import { createPackedFiles } from '../../gateway/packs/packed-files.ts';
import { encodeFrameHead } from '#protocol/packs/blob-frames.ts';
import { createBatchTaker, type Unpack, type WantedFile } from '#protocol/packs/take-batch.ts';
import { verifyManifest } from '#protocol/packs/verify-pack.ts';
import { fail, ok } from '#protocol/result.ts';
import { openTabletDatabase } from '../../renderer/db/open-tablet-database.ts';
import { installPack, type InstallContext } from '../../renderer/packs/install-pack.ts';
import { createPackShelf, type PackShelf } from '../../renderer/packs/pack-shelf.ts';
import { packStores } from '../../renderer/packs/pack-stores.ts';
import { createRoomKeeper } from '../../renderer/packs/room-keeper.ts';
import { hashOf, makePackInMemory, type PackInMemory } from '../support/pack-in-memory.ts';
import { makeTrustKey, testCrypto } from '../support/trust-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'transfer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const blobs = createBlobStore(folder);
const packed = createPackedFiles(folder, blobs);
const key = makeTrustKey('education-1', 'education');
const unpack: Unpack = async (frame, dictionary) => zstdDecompressSync(frame, { dictionary });
let databases = 0;

async function openShelf(): Promise<PackShelf> {
  databases += 1;
  return createPackShelf(await openTabletDatabase({ stores: packStores, personStores: [], name: `transfer-${String(databases)}` }));
}

/** Puts an edition's files where the gateway keeps them. */
function receive(pack: PackInMemory): void {
  for (const [sha256, bytes] of pack.blobs) {
    mkdirSync(dirname(blobs.pathOf(sha256)), { recursive: true });
    writeFileSync(blobs.pathOf(sha256), bytes);
  }
}

/** What the gateway answers to a question for these files. */
async function answerOf(wanted: readonly WantedFile[]): Promise<Buffer> {
  const frames: Uint8Array[] = [];
  for (const [index, { sha256, base }] of wanted.entries()) {
    const file = await packed.read(sha256, base?.sha256);
    if (file === undefined) frames.push(encodeFrameHead(index, 'absent', 0));
    else frames.push(encodeFrameHead(index, file.encoding, file.bytes.length), file.bytes);
  }
  return Buffer.concat(frames);
}

/** A tablet's line to the gateway: `cutAt` says after how many bytes each answer is cut, or undefined. */
function contextOf(shelf: PackShelf, pack: PackInMemory, cutAt: (length: number) => number | undefined): InstallContext {
  return {
    shelf,
    ...{ now: () => 5, onProgress: () => undefined, openFiles: () => [], pause: () => Promise.resolve() },
    ...{ room: createRoomKeeper(() => Promise.resolve(undefined), () => 5), isPaused: () => Promise.resolve(false) },
    shell: {
      fetchManifest: async ({ packId, version }) => {
        const verified = await verifyManifest({
          manifestBytes: Buffer.from(pack.manifest),
          signatures: JSON.parse(pack.signatures),
          trustedKeys: [{ ...key.trusted, role: 'education' }],
          ...{ threshold: 1, highestSeen: {}, revoked: { keyIds: [], manifests: [], packs: [] }, expected: { packId, version } },
          ...testCrypto,
        });
        return verified.ok ? ok({ manifest: pack.manifest, signatures: pack.signatures, fileLists: [...pack.fileLists], source: 'network' }) : fail({ code: 'signature-refused' });
      },
      fetchPiece: async () => fail({ code: 'not-found' }),
      fetchFiles: async ({ files }) => {
        const answer = await answerOf(files);
        const taker = createBatchTaker(files, unpack, hashOf);
        if (!(await taker.take(answer.subarray(0, cutAt(answer.length) ?? answer.length)))) return fail({ code: 'file-refused' });
        const taken = taker.taken();
        return taken.files.length === 0 ? fail({ code: 'unreachable' }) : ok({ ...taken, source: 'network' });
      },
    },
  };
}

/** Whether every file of the edition that is live lies here, byte for byte. */
async function isWhole(shelf: PackShelf, pack: PackInMemory): Promise<boolean> {
  const [live] = await shelf.installed();
  if (live?.manifestSha256 !== pack.release.manifestSha256) return false;
  for (const file of live.files) {
    const blob = await shelf.loadFile(file.sha256);
    if (blob === undefined || hashOf(new Uint8Array(await blob.arrayBuffer())) !== file.sha256) return false;
  }
  return true;
}

const text = fc.array(fc.constantFrom('fractions ', 'are parts ', 'of a whole. ', '<p>', '</p>\n', '½ '), { maxLength: 400 }).map((words) => Buffer.from(words.join('')));
const contents = fc
  .uniqueArray(fc.tuple(fc.constantFrom('json', 'html', 'png'), fc.integer({ min: 0, max: 40 }), fc.oneof(text, fc.uint8Array({ maxLength: 3000 }))), { minLength: 1, maxLength: 12, selector: ([type, name]) => `${type}${String(name)}` })
  .map((files) => new Map(files.map(([type, name, bytes]) => [`f${String(name)}.${type}`, new Uint8Array(bytes)])));

describe('a pack on the line', () => {
  it('MOVE-1 MOVE-3 any edition arrives whole over a line cut at any bytes, first as new and then as the difference from any other', async () => {
    await fc.assert(
      fc.asyncProperty(contents, contents, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), async (old, next, cuts) => {
        const shelf = await openShelf();
        const left = [...cuts];
        for (const pack of [makePackInMemory('cut-pack', 1, old, key), makePackInMemory('cut-pack', 2, next, key)]) {
          receive(pack);
          const context = contextOf(shelf, pack, (length) => { const cut = left.pop(); return cut === undefined ? undefined : Math.floor(cut * length); });
          let tries = 0;
          while (!(await installPack(pack.release, context)).ok) {
            tries += 1;
            if (tries > 40) throw new Error('it never came');
          }
          expect(await isWhole(shelf, pack)).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('PACK-29 a tablet that ends at any step of the switch has the old edition or the new one, and each is whole', async () => {
    const editions = [1, 2].map((version) => makePackInMemory('step-pack', version, new Map([['a.json', Buffer.from('{}')], ['b.html', Buffer.from(`edition ${String(version)} `.repeat(40))], ['c.png', Buffer.from([version, 2, 3])]]), key));
    for (const edition of editions) receive(edition);
    const [one, two] = [editions[0]!, editions[1]!];
    const reached = new Set<string>();
    for (let step = 0; step < 30; step += 1) {
      const shelf = await openShelf();
      await installPack(one.release, contextOf(shelf, one, () => undefined));
      let calls = 0;
      const dying = new Proxy(shelf, {
        get: (target, name: keyof PackShelf) => async (...given: unknown[]) => {
          calls += 1;
          if (calls > step) throw new Error('the power went');
          reached.add(name);
          return (target[name] as (...all: unknown[]) => Promise<unknown>)(...given);
        },
      });
      const ended = await installPack(two.release, contextOf(dying, two, () => undefined)).then(() => true, () => false);
      expect((await isWhole(shelf, one)) !== (await isWhole(shelf, two))).toBe(true);
      expect(await isWhole(shelf, two)).toBe(ended);
      expect((await installPack(two.release, contextOf(shelf, two, () => undefined))).ok && (await isWhole(shelf, two))).toBe(true);
    }
    expect([...reached].sort()).toEqual(['activate', 'expectPack', 'highestVersion', 'installed', 'keepFiles', 'loadFile', 'missingFiles']);
  });

  it('PACK-14 no flipped bit of an answer changes what counts, patches among them, and one of list or manifest refuses the pack', async () => {
    const page = (words: string) => Buffer.from(`<h1>${words}</h1><p>`.repeat(30));
    const [one, two] = [1, 2].map((version) => makePackInMemory('flip-pack', version, new Map([['a.json', Buffer.from('{}')], ['b.html', page(`edition ${String(version)}`)]]), key)) as [PackInMemory, PackInMemory];
    receive(one);
    receive(two);
    const base = { sha256: one.files[1]!.sha256, data: one.blobs.get(one.files[1]!.sha256)! };
    const wanted = [two.files[0]!, { ...two.files[1]!, base }];
    const answer = await answerOf(wanted);
    expect(answer.length).toBeLessThan(base.data.length / 2);
    let harmless = 0;
    for (let at = 0; at < answer.length * 8; at += 1) {
      const flipped = Buffer.from(answer);
      flipped[at >> 3] = flipped[at >> 3]! ^ (1 << (at & 7));
      const taker = createBatchTaker(wanted, unpack, hashOf);
      await taker.take(flipped);
      const { files } = taker.taken();
      // A few bits say nothing about the content (zstd's window, for one). Whatever counts is the right bytes.
      expect(files.every((file) => hashOf(file.data) === file.sha256)).toBe(true);
      if (files.length === wanted.length) harmless += 1;
    }
    expect(harmless).toBeLessThan(answer.length * 8 * 0.05);
    const shelf = await openShelf();
    const flip = (whole: string, at: number) => whole.slice(0, at) + String.fromCharCode(whole.charCodeAt(at) ^ 1) + whole.slice(at + 1);
    for (let at = 0; at < two.manifest.length; at += 1) {
      const manifest = flip(two.manifest, at);
      expect((await installPack(two.release, contextOf(shelf, { ...two, manifest }, () => undefined))).ok).toBe(false);
    }
    for (let at = 0; at < two.fileLists[0]!.length; at += 1) {
      const fileLists = [flip(two.fileLists[0]!, at)];
      expect((await installPack(two.release, contextOf(shelf, { ...two, fileLists }, () => undefined))).ok).toBe(false);
    }
    expect(await shelf.installed()).toEqual([]);
  });
});
