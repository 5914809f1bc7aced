import { Blob as NodeBlob } from 'node:buffer';
import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import type { PackRelease } from '#protocol/education/schema.ts';
import type { PackId } from '#protocol/ids.ts';
import type { FileEntry } from '#protocol/packs/file-list.ts';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { fail, ok } from '#protocol/result.ts';
import { openTabletDatabase, type TabletDatabase } from '../db/open-tablet-database.ts';
import { checkStoredFiles } from './check-stored-files.ts';
import { installPack, type InstallContext } from './install-pack.ts';
import { createPackShelf } from './pack-shelf.ts';
import { packStores } from './pack-stores.ts';
import { createRoomKeeper } from './room-keeper.ts';

// jsdom's Blob does not survive being stored; Node's does, as a browser's.
globalThis.Blob = NodeBlob as unknown as typeof Blob;

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** A small real pack: one lesson in one language, with a picture that changes with the version. */
function makePack(version: number) {
  const contents = new Map([
    ['en/01.json', `{"lesson":"the same in every version"}`],
    ['media/wave.svg', `<svg>${String(version)}</svg>`],
  ]);
  const files = [...contents].map(([path, text]) => ({
    path,
    sha256: sha256(text),
    bytes: text.length,
    type: path.endsWith('svg') ? 'image/svg+xml' : 'application/json',
    role: path.endsWith('svg') ? 'image' : 'lesson',
  }));
  const list = JSON.stringify({ format: 'throughline-file-list/1', files });
  const manifest = JSON.stringify({
    format: 'throughline-pack/1', minPlayer: 1, packId: 'small-pack', version, channel: 'live', languages: ['en'], title: { en: 'Small' }, summary: { en: 'Small' }, subject: 'maths', level: ['any'], minutes: 5,
    licence: 'Apache-2.0', attribution: ['us'], audience: {}, a11y: { captions: true, transcripts: true, imageDescriptions: true, needsSound: false, hazards: [] },
    items: [{ activityId: 'small-pack.one', kind: 'lesson', title: { en: 'One' }, entry: { en: 'en/01.json' }, completion: { rule: 'viewed' }, minutes: 5 }],
    fileLists: [{ sha256: sha256(list), bytes: list.length, files: files.length }],
    totals: { files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0), optionalBytes: 0 },
  } satisfies Partial<Record<keyof Manifest, unknown>>);
  const release = { packId: 'small-pack', version, manifestSha256: sha256(manifest), title: { en: 'Small' }, bytes: 100, people: null, publishedAt: 1 } as unknown as PackRelease;
  return { release, manifest, list, bytesOf: (hash: string) => [...contents.values()].find((text) => sha256(text) === hash) ?? '' };
}

type Pack = ReturnType<typeof makePack>;
type Interference = { readonly manifest?: (text: string) => string; readonly file?: (text: string, nth: number) => string | undefined };

let database: TabletDatabase | undefined;
let databases = 0;
afterEach(() => { database?.close(); });

async function openShelf() {
  databases += 1;
  database = await openTabletDatabase({ stores: packStores, personStores: [], name: `packs-${String(databases)}` });
  return createPackShelf(database);
}

/** A device that says this of its room however much goes from it: a browser says only some seconds later what room a deletion made. */
const roomOf = (free: number | undefined, quota = 8 * (free ?? 0)) => createRoomKeeper(() => Promise.resolve(free === undefined ? undefined : { free, quota }), () => 5);

function contextFor(shelf: InstallContext['shelf'], pack: Pack, interference: Interference = {}, free?: number): InstallContext & { readonly fetched: string[] } {
  const fetched: string[] = [];
  return {
    shelf,
    fetched,
    now: () => 5,
    onProgress: () => undefined,
    room: roomOf(free),
    isPaused: () => Promise.resolve(false),
    pause: () => Promise.resolve(),
    openFiles: () => [],
    shell: {
      fetchManifest: () => Promise.resolve(ok({ manifest: interference.manifest?.(pack.manifest) ?? pack.manifest, signatures: '[]', fileLists: [pack.list], source: 'network' as const })),
      fetchPiece: () => Promise.resolve(fail({ code: 'not-found' as const })),
      // As a line does that is cut at the first file it does not carry: what came before it is answered.
      fetchFiles: ({ files }) => {
        const came: { sha256: (typeof files)[number]['sha256']; data: Uint8Array<ArrayBuffer> }[] = [];
        for (const file of files) {
          fetched.push(file.sha256);
          const text = interference.file === undefined ? pack.bytesOf(file.sha256) : interference.file(pack.bytesOf(file.sha256), fetched.length);
          if (text === undefined) break;
          came.push({ sha256: file.sha256, data: new TextEncoder().encode(text) });
        }
        return Promise.resolve(came.length === 0 ? fail({ code: 'unreachable' as const }) : ok({ files: came, received: 0, rest: came.length < files.length, source: 'network' as const }));
      },
    },
  };
}

test('PACK-29 a version is live only when all its files are here, and a cut fetch goes on where it stopped', async () => {
  const shelf = await openShelf();
  const pack = makePack(1);
  const cut = contextFor(shelf, pack, { file: (text, nth) => (nth >= 2 ? undefined : text) });
  expect(await installPack(pack.release, cut)).toEqual(fail({ code: 'later' }));
  expect(await shelf.installed()).toEqual([]);
  const again = contextFor(shelf, pack);
  expect((await installPack(pack.release, again)).ok).toBe(true);
  expect(again.fetched).toHaveLength(1);
  expect(await shelf.installed()).toMatchObject([{ id: 'small-pack', version: 1, live: true }]);
});

test('an update fetches only what changed, and what nobody names any more is swept', async () => {
  const shelf = await openShelf();
  await installPack(makePack(1).release, contextFor(shelf, makePack(1)));
  const update = contextFor(shelf, makePack(2));
  await installPack(makePack(2).release, update);
  expect(update.fetched).toEqual([sha256('<svg>2</svg>')]);
  await shelf.sweep([], 10);
  expect(await shelf.loadFile(sha256('<svg>1</svg>'))).toBeDefined();
  await shelf.sweep([], 25 * 3600 * 1000);
  expect(await shelf.loadFile(sha256('<svg>1</svg>'))).toBeUndefined();
  expect(await shelf.loadFile(sha256('<svg>2</svg>'))).toBeDefined();
});

test('a manifest that is not the released one, and a file with one changed letter, change nothing here', async () => {
  const shelf = await openShelf();
  const pack = makePack(1);
  const other = contextFor(shelf, pack, { manifest: (text) => text.replace('Small', 'Smell') });
  expect(await installPack(pack.release, other)).toEqual(fail({ code: 'refused', detail: 'not-the-released-manifest' }));
  const flipped = contextFor(shelf, pack, { file: (text) => text.replace('e', 'x') });
  expect(await installPack(pack.release, flipped)).toEqual(fail({ code: 'refused', detail: 'hash-wrong' }));
  expect(await shelf.installed()).toEqual([]);
});

test('without room nothing is fetched at all, and the person is told how much is missing', async () => {
  const shelf = await openShelf();
  const pack = makePack(1);
  const full = contextFor(shelf, pack, {}, 1000);
  const result = await installPack(pack.release, full);
  expect(!result.ok && result.error.code).toBe('no-space');
  expect(full.fetched).toEqual([]);
});

test('PACK-5 the highest version is remembered when a pack is withdrawn', async () => {
  const shelf = await openShelf();
  const pack = makePack(7);
  await installPack(pack.release, contextFor(shelf, pack));
  await shelf.withdraw(pack.release.packId);
  expect(await shelf.highestVersion(pack.release.packId)).toBe(7);
  expect(await shelf.installed()).toMatchObject([{ live: false }]);
});

test('PACK-29 a version is not switched to when one of its files went meanwhile, and a damaged file is brought again', async () => {
  const shelf = await openShelf();
  const pack = makePack(1);
  await installPack(pack.release, contextFor(shelf, pack));
  const [installed] = await shelf.installed();
  await shelf.dropDamaged(sha256('<svg>1</svg>'));
  expect(await shelf.installed()).toMatchObject([{ live: true, damaged: true }]);
  expect(await shelf.activate({ ...installed!, packId: pack.release.packId })).toEqual(fail({ code: 'files-missing' }));
  const again = contextFor(shelf, pack);
  expect((await installPack(pack.release, again)).ok).toBe(true);
  expect(again.fetched).toEqual([sha256('<svg>1</svg>')]);
  expect((await shelf.installed())[0]?.damaged).toBeUndefined();
});

test('a stored file that the disk changed is found by the sample and taken away; whole ones stay', async () => {
  const shelf = await openShelf();
  const pack = makePack(1);
  await installPack(pack.release, contextFor(shelf, pack));
  expect(await checkStoredFiles(shelf, () => 0)).toBe(0);
  const [file] = (await shelf.installed())[0]!.files;
  await shelf.keepFiles([{ sha256: file!.sha256, blob: new Blob(['x'.repeat(file!.bytes)]) }]);
  expect(await checkStoredFiles(shelf, () => 0)).toBe(1);
  expect(await shelf.loadFile(file!.sha256)).toBeUndefined();
});

test('a pause stops between batches, keeps what came, and busy gateways are waited for as long as they ask', async () => {
  const shelf = await openShelf();
  const pack = makePack(1);
  const paused = { ...contextFor(shelf, pack), isPaused: () => Promise.resolve(true) };
  expect(await installPack(pack.release, paused)).toEqual(fail({ code: 'paused' }));
  const open = contextFor(shelf, pack);
  const waited: number[] = [];
  const busyTwice: InstallContext = {
    ...open,
    pause: async (milliseconds) => void waited.push(milliseconds),
    shell: { ...open.shell, fetchFiles: (input) => (waited.length < 2 ? Promise.resolve(fail({ code: 'busy', waitFor: 700 + waited.length })) : open.shell.fetchFiles(input)) },
  };
  expect((await installPack(pack.release, busyTwice)).ok).toBe(true);
  expect(waited).toEqual([700, 701]);
});

test('MOVE-5 where room is short the versions before go first, and then a pack comes without what is optional', async () => {
  const shelf = await openShelf();
  await installPack(makePack(1).release, contextFor(shelf, makePack(1)));
  await installPack(makePack(2).release, contextFor(shelf, makePack(2)));
  expect(await shelf.loadFile(sha256('<svg>1</svg>'))).toBeDefined();
  const three = makePack(3);
  const full = contextFor(shelf, three, {}, 100);
  // Kept where it would be given up in vain.
  expect(!(await installPack(three.release, { ...full, room: roomOf(0, 800) })).ok).toBe(true);
  expect(await shelf.loadFile(sha256('<svg>1</svg>'))).toBeDefined();
  // An eighth of the disk is kept for what people write: 100 of 800. The picture that comes takes 13, and 12 go with the one before.
  const film = { sha256: 'film', bytes: 50 } as unknown as FileEntry;
  await shelf.expectPack('other-pack' as PackId, [film]);
  await shelf.keepFiles([{ sha256: film.sha256, blob: new Blob(['x'.repeat(50)]) }]);
  expect((await installPack(three.release, { ...full, room: roomOf(105, 800) })).ok).toBe(true);
  expect(await shelf.loadFile(sha256('<svg>1</svg>'))).toBeUndefined();
  expect(await shelf.loadFile(film.sha256)).toBeDefined();
  expect(await shelf.loadFile(sha256('<svg>2</svg>'))).toBeDefined();
});
