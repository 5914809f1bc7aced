import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import type { PackRelease } from '#protocol/education/schema.ts';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { fail, ok } from '#protocol/result.ts';
import { openTabletDatabase, type TabletDatabase } from '../db/open-tablet-database.ts';
import { installPack, type InstallContext } from './install-pack.ts';
import { createPackShelf } from './pack-shelf.ts';
import { packStores } from './pack-stores.ts';

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

function contextFor(shelf: InstallContext['shelf'], pack: Pack, interference: Interference = {}, freeBytes?: number): InstallContext & { readonly fetched: string[] } {
  const fetched: string[] = [];
  return {
    shelf,
    fetched,
    now: () => 5,
    onProgress: () => undefined,
    freeBytes: () => Promise.resolve(freeBytes),
    shell: {
      fetchManifest: () => Promise.resolve(ok({ manifest: interference.manifest?.(pack.manifest) ?? pack.manifest, signatures: '[]', fileLists: [pack.list] })),
      fetchFile: ({ sha256: hash }) => {
        fetched.push(hash);
        const text = interference.file === undefined ? pack.bytesOf(hash) : interference.file(pack.bytesOf(hash), fetched.length);
        return Promise.resolve(text === undefined ? fail({ code: 'unreachable' as const }) : ok(new TextEncoder().encode(text)));
      },
    },
  };
}

test('PACK-29 a version is live only when all its files are here, and a cut fetch goes on where it stopped', async () => {
  const shelf = await openShelf();
  const pack = makePack(1);
  const cut = contextFor(shelf, pack, { file: (text, nth) => (nth === 2 ? undefined : text) });
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
  await shelf.sweep([]);
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
