import type { PackRelease } from '#protocol/education/schema.ts';
import type { PackId, Sha256 } from '#protocol/ids.ts';
import { CHUNK_BYTES } from '#protocol/packs/file-list.ts';
import { ok } from '#protocol/result.ts';
import { openTabletDatabase } from '../../../renderer/db/open-tablet-database.ts';
import { hashBytes } from '../../../renderer/packs/hash-bytes.ts';
import { installPack, type InstallContext } from '../../../renderer/packs/install-pack.ts';
import { createPackShelf, type PackShelf } from '../../../renderer/packs/pack-shelf.ts';
import { packStores } from '../../../renderer/packs/pack-stores.ts';
import { createRoomKeeper } from '../../../renderer/packs/room-keeper.ts';

/** What this browser's database has: the version that is live, and whether every byte of it is right. */
export type Standing = { readonly version: number; readonly whole: boolean };

declare global {
  // Called by the test.
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface merges into the browser's own
  interface Window {
    /** Brings an edition; before the step of that name it holds still for ever. */
    bring: (version: number, holdBefore?: string) => Promise<Standing>;
    standing: () => Promise<Standing>;
    heldAt: string | undefined;
    /** How many pieces of the big file this page asked for. */
    piecesAsked: number;
  }
}

window.piecesAsked = 0;

const PACK = 'kill-pack' as PackId;
const encode = (text: string) => new TextEncoder().encode(text);

window.bring = async (version, holdBefore) => {
  const edition = await makeEdition(version);
  const step = async (name: string): Promise<void> => {
    if (name !== holdBefore) return;
    window.heldAt = name;
    await new Promise(() => undefined);
  };
  const installed = await installPack(edition.release, contextOf(edition, await openShelf(), step));
  if (!installed.ok) throw new Error(JSON.stringify(installed.error));
  await step('activated');
  return window.standing();
};

window.standing = async () => {
  const shelf = await openShelf();
  const [pack] = await shelf.installed();
  if (pack === undefined) return { version: 0, whole: false };
  for (const file of pack.files) {
    const blob = await shelf.loadFile(file.sha256);
    if (blob === undefined || (await hashBytes(new Uint8Array(await blob.arrayBuffer()))) !== file.sha256) return { version: pack.version, whole: false };
  }
  return { version: pack.version, whole: pack.live };
};

let shelf: Promise<PackShelf> | undefined;
function openShelf(): Promise<PackShelf> {
  shelf ??= openTabletDatabase({ stores: packStores, personStores: [], name: 'activation' }).then(createPackShelf);
  return shelf;
}

type Edition = Awaited<ReturnType<typeof makeEdition>>;

/** The product's own installation, shelf and database; only the line is made up. */
function contextOf({ manifest, list, bytes }: Edition, real: PackShelf, step: (name: string) => Promise<void>): InstallContext {
  let kept = 0;
  return {
    shelf: {
      ...real,
      expectPack: async (...given) => { await step('expect'); return real.expectPack(...given); },
      keepFiles: async (...given) => { await step('keep-files'); return real.keepFiles(...given); },
      keepPiece: async (...given) => { await step(`keep-piece-${String((kept += 1))}`); return real.keepPiece(...given); },
      finishFile: async (...given) => { await step('finish-file'); return real.finishFile(...given); },
      activate: async (...given) => { await step('activate'); return real.activate(...given); },
    },
    ...{ now: () => 5, onProgress: () => undefined, openFiles: () => [], pause: () => Promise.resolve() },
    ...{ room: createRoomKeeper(() => Promise.resolve(undefined), () => 5), isPaused: () => Promise.resolve(false) },
    shell: {
      fetchManifest: async () => { await step('manifest'); return ok({ manifest, signatures: '[]', fileLists: [list], source: 'network' }); },
      fetchFiles: async ({ files }) => { await step('batch'); return ok({ files: files.map(({ sha256 }) => ({ sha256, data: bytes.get(sha256) ?? new Uint8Array() })), received: 0, rest: false, source: 'network' }); },
      // Three chunks at a time, so that a big file comes in two pieces.
      fetchPiece: async ({ sha256, from }) => { await step(`piece-${String((window.piecesAsked += 1))}`); return ok({ data: (bytes.get(sha256) ?? new Uint8Array()).slice(from, from + 3 * CHUNK_BYTES), source: 'network' }); },
    },
  };
}

/** An edition of three files: one that never changes, a page, and a film that is new each time. */
async function makeEdition(version: number) {
  const film = Uint8Array.from({ length: 5 * CHUNK_BYTES + 11 }, (_, at) => (at * (2 * version + 1) + (at >> 7)) & 255);
  const contents = [['a.json', 'application/json', encode('{}')], ['b.html', 'text/html', encode(`edition ${String(version)} `.repeat(40))], ['c.mp4', 'video/mp4', film]] as const;
  const bytes = new Map<string, Uint8Array<ArrayBuffer>>();
  const files = [];
  for (const [path, type, data] of contents) {
    const sha256 = await hashBytes(data);
    bytes.set(sha256, data);
    const hashes = [];
    for (let at = 0; at < data.length; at += CHUNK_BYTES) hashes.push(await hashBytes(data.subarray(at, at + CHUNK_BYTES)));
    const chunks = hashes.length > 4 ? { chunks: { size: CHUNK_BYTES, sha256: hashes } } : {};
    files.push({ path, sha256, bytes: data.length, type, role: path === 'a.json' ? 'lesson' : 'content', ...chunks });
  }
  const list = JSON.stringify({ format: 'throughline-file-list/1', files });
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const manifest = JSON.stringify({
    ...{ format: 'throughline-pack/1', minPlayer: 1, packId: PACK, version, channel: 'live', languages: ['en'] },
    ...{ title: { en: 'One' }, summary: { en: 'One' }, subject: 'maths', level: ['any'], minutes: 5 },
    ...{ licence: 'Apache-2.0', attribution: ['us'], audience: {} },
    a11y: { captions: true, transcripts: true, imageDescriptions: true, needsSound: false, hazards: [] },
    items: [{ activityId: `${PACK}.one`, kind: 'lesson', title: { en: 'One' }, entry: { en: 'a.json' }, completion: { rule: 'viewed' }, minutes: 5 }],
    fileLists: [{ sha256: await hashBytes(encode(list)), bytes: encode(list).length, files: files.length }],
    totals: { files: files.length, bytes: total, optionalBytes: 0 },
  });
  const release: PackRelease = { packId: PACK, version, manifestSha256: (await hashBytes(encode(manifest))) as Sha256, title: { en: 'One' }, bytes: total, people: null, publishedAt: version };
  return { release, manifest, list, bytes };
}
