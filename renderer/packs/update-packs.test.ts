import { Blob as NodeBlob } from 'node:buffer';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makePackInMemory, type PackInMemory } from '../../tests/support/pack-in-memory.ts';
import { makeTrustKey } from '../../tests/support/trust-keys.ts';
import { CHUNK_BYTES } from '#protocol/packs/file-list.ts';
import { fail, ok } from '#protocol/result.ts';
import type { ShellPort, StickNews } from '#protocol/shell/bridge.ts';
import { openTabletDatabase, type TabletDatabase } from '../db/open-tablet-database.ts';
import { createPackShelf } from './pack-shelf.ts';
import { usePackStatus } from './pack-status.ts';
import { PACK_STORE, packStores } from './pack-stores.ts';
import type { StoredRelease } from './stored-release.ts';
import { updatePacks } from './update-packs.ts';

// jsdom's Blob does not survive being stored; Node's does, as a browser's.
globalThis.Blob = NodeBlob as unknown as typeof Blob;
/** What the disk says of itself; it knows nothing unless a test gives it a size. */
let estimate: () => Promise<StorageEstimate>;
Object.defineProperty(navigator, 'storage', { value: { persist: async () => true, estimate: () => estimate() }, configurable: true });

const key = makeTrustKey('education-1', 'education');
const film = Uint8Array.from({ length: 5 * CHUNK_BYTES + 3 }, (_, at) => (at * 13 + (at >> 8)) & 255);
const pack = makePackInMemory('film-pack', 1, new Map([['a.json', Buffer.from('{}')], ['b.html', Buffer.from('<p>words</p>')], ['c.png', film]]), key);
type Shell = Pick<ShellPort, 'fetchManifest' | 'fetchPiece' | 'fetchFiles' | 'fetchRelease' | 'stick'>;
/** What a line does: how many pieces it still carries, and what was asked of it. */
type Line = { pieces: number; readonly asked: string[] };

let database: TabletDatabase;
let count = 0;
beforeEach(async () => {
  count += 1;
  estimate = async () => ({});
  database = await openTabletDatabase({ stores: packStores, personStores: [], name: `update-${String(count)}` });
});
afterEach(() => { database.close(); });

function shellOver(line: Line, more: Partial<Shell> = {}, source: 'network' | 'stick' = 'network'): Shell {
  return {
    fetchRelease: async () => fail({ code: 'unreachable' }),
    stick: async () => ({ state: 'none' }),
    fetchManifest: async () => ok({ manifest: pack.manifest, signatures: pack.signatures, fileLists: [...pack.fileLists], source }),
    fetchFiles: async ({ files }) => {
      line.asked.push(...files.map(({ sha256 }) => sha256));
      return ok({ files: files.map(({ sha256 }) => ({ sha256, data: new Uint8Array(pack.blobs.get(sha256) ?? []) })), received: 0, rest: false, source });
    },
    // As a line does that is cut in the middle: two chunks of what was asked come.
    fetchPiece: async ({ from }) => {
      line.asked.push(String(from / CHUNK_BYTES));
      if (line.pieces === 0) return fail({ code: 'unreachable' });
      line.pieces -= 1;
      return ok({ data: film.slice(from, from + 2 * CHUNK_BYTES), source });
    },
    ...more,
  };
}

async function update(shell: Shell): Promise<void> {
  await updatePacks({ shell, database, now: () => 5, chance: () => 0.99, startDelay: () => 0 });
}
const release = async (one: PackInMemory): Promise<void> => { await database.table<StoredRelease>(PACK_STORE.releases).put({ ...one.release, id: one.release.packId }); };
const installed = () => createPackShelf(database).installed();

/** A disk with this much room for packs. */
function diskOf(bytes: number): void {
  estimate = async () => {
    const rows = await database.table<{ readonly id: string; readonly blob?: Blob }>(PACK_STORE.files).toArray();
    // An eighth of a small disk is kept for what people write.
    return { quota: 8 * bytes, usage: 6 * bytes + rows.reduce((sum, { blob }) => sum + (blob?.size ?? 0), 0) };
  };
}

/** Two lines in one: what one pack's files come from, and what they are asked of. */
function shellOverTwo(other: PackInMemory, line: Line): Shell {
  const over = shellOver(line);
  const of = (packId: string) => (packId === other.release.packId ? other : pack);
  return {
    ...over,
    fetchManifest: async ({ packId }) => {
      const { manifest, signatures, fileLists } = of(packId);
      return ok({ manifest, signatures, fileLists: [...fileLists], source: 'network' });
    },
    fetchFiles: async ({ packId, files }) => {
      line.asked.push(...files.map(({ sha256 }) => sha256));
      return ok({ files: files.map(({ sha256 }) => ({ sha256, data: new Uint8Array(of(packId).blobs.get(sha256) ?? []) })), received: 0, rest: false, source: 'network' });
    },
  };
}
const partOf = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 8)) & 255);
/** A course of small files, so that nothing of it comes in pieces. */
const courseOf = (packId: string, bytes: number) => makePackInMemory(packId, 1, new Map([['a.json', Buffer.from('{ }')], ...Array.from({ length: 8 }, (_, at) => [`p${String(at)}.png`, partOf(Math.floor(bytes / 8) + at)] as const)]), key);

it('MOVE-1 a course that does not fit takes nothing from another that is half here', async () => {
  const other = courseOf('other-pack', film.length + 3 * CHUNK_BYTES);
  for (const one of [pack, other]) await release(one);
  diskOf(film.length * 1.1);
  await update(shellOverTwo(other, { pieces: 1, asked: [] }));
  expect(usePackStatus.getState().coming['other-pack']).toMatchObject({ state: 'failed', failure: { code: 'no-space' } });
  const rest: Line = { pieces: 9, asked: [] };
  await update(shellOverTwo(other, rest));
  expect(rest.asked).toEqual(['2', '4']);
  expect(await installed()).toMatchObject([{ id: 'film-pack', live: true }]);
});

it('MOVE-5 what came of another course goes at the very last, and only where that makes room enough', async () => {
  const other = courseOf('other-pack', film.length);
  for (const one of [pack, other]) await release(one);
  diskOf(film.length * 1.2);
  await update(shellOverTwo(other, { pieces: 1, asked: [] }));
  expect(await installed()).toMatchObject([{ id: 'other-pack', live: true }]);
});

it('MOVE-1 what came before a cut stays over the next runs, and a big file goes on with the chunk that is missing', async () => {
  await release(pack);
  await update(shellOver({ pieces: 1, asked: [] }));
  expect(await installed()).toEqual([]);
  // Another start of the tablet, with no network at all.
  await update(shellOver({ pieces: 0, asked: [] }, { fetchManifest: async () => fail({ code: 'unreachable' }) }));
  const rest: Line = { pieces: 9, asked: [] };
  await update(shellOver(rest));
  expect(rest.asked).toEqual(['2', '4']);
  expect(await installed()).toMatchObject([{ id: 'film-pack', live: true }]);
  const blob = await createPackShelf(database).loadFile(pack.files[2]!.sha256);
  expect(Buffer.compare(Buffer.from(await blob!.arrayBuffer()), film)).toBe(0);
});

it('PACK-13 a chunk with one wrong bit is never kept, and what was kept before it stays', async () => {
  await release(pack);
  const wrong = film.slice();
  wrong[2 * CHUNK_BYTES + 1]! ^= 1;
  await update(shellOver({ pieces: 9, asked: [] }, { fetchPiece: async ({ from }) => ok({ data: wrong.slice(from, from + 2 * CHUNK_BYTES), source: 'network' }) }));
  expect(usePackStatus.getState().coming['film-pack']).toEqual({ state: 'failed', failure: { code: 'refused', detail: 'hash-wrong' } });
  const honest: Line = { pieces: 9, asked: [] };
  await update(shellOver(honest));
  expect(honest.asked).toEqual(['2', '4']);
});

it('what came of a pack that is not released any more is swept', async () => {
  await release(pack);
  await update(shellOver({ pieces: 1, asked: [] }));
  await database.table(PACK_STORE.releases).clear();
  await update(shellOver({ pieces: 0, asked: [] }));
  expect(await database.table(PACK_STORE.files).count()).toBe(0);
});

it('PACK-37 a course for everyone comes by stick alone to a tablet that never heard of it, others do not, and it goes when the list drops it', async () => {
  const { packId, version, manifestSha256 } = pack.release;
  const list = (packs: readonly object[]) => async () => ok({ serial: 1, issuedAt: 1, revoked: { keyIds: [], manifests: [], packs: [] }, packs } as never);
  const ready = async (): Promise<StickNews> => ({ state: 'ready' });
  const line = { pieces: 99, asked: [] };
  await update(shellOver(line, { stick: ready, fetchRelease: list([{ packId, version, manifestSha256 }]) }, 'stick'));
  expect(await installed()).toEqual([]);
  await update(shellOver(line, { stick: ready, fetchRelease: list([{ packId, version, manifestSha256, everyone: true }]) }, 'stick'));
  expect(await installed()).toMatchObject([{ id: 'film-pack', live: true }]);
  expect(await database.table<StoredRelease>(PACK_STORE.releases).toArray()).toMatchObject([{ title: { en: 'One' }, people: null, fromList: true }]);
  await update(shellOver(line, { fetchRelease: list([]) }));
  expect(await installed()).toMatchObject([{ live: false }]);
});

const onStick = async (): Promise<StickNews> => ({ state: 'ready' });
type Listed = { readonly packId: string; readonly version: number; readonly manifestSha256: string; readonly everyone?: boolean };
const listOf = (packs: readonly PackInMemory[]) => async () => {
  const listed = packs.map(({ release: { packId, version, manifestSha256 } }): Listed => ({ packId, version, manifestSha256, everyone: true }));
  return ok({ serial: 1, issuedAt: 1, revoked: { keyIds: [], manifests: [], packs: [] }, packs: listed } as never);
};
const releases = () => database.table<StoredRelease>(PACK_STORE.releases).toArray();

it('PACK-33 a program that comes by stick is fetched before the course that needs it', async () => {
  const program = makePackInMemory('z-program', 1, new Map([['a.json', Buffer.from('[]')]]), key, { kind: 'runtime', items: [] });
  const asked: string[] = [];
  const over = shellOverTwo(program, { pieces: 99, asked: [] });
  const fetchFiles: Shell['fetchFiles'] = async (wanted) => {
    asked.push(wanted.packId);
    return over.fetchFiles(wanted);
  };
  await update({ ...over, stick: onStick, fetchRelease: listOf([pack, program]), fetchFiles });
  expect(await releases()).toMatchObject([{ id: 'film-pack' }, { id: 'z-program', kind: 'runtime' }]);
  expect([...new Set(asked)]).toEqual(['z-program', 'film-pack']);
});

it('PACK-37 what a stick says stands in front of the tablet’s own record only while a list has it, without that record’s days', async () => {
  const newer = makePackInMemory('film-pack', 2, new Map([['a.json', Buffer.from('{"two":2}')]]), key);
  const own: StoredRelease = { ...pack.release, id: pack.release.packId, people: ['one'], from: '2020-01-01', until: '2020-12-31' };
  await database.table<StoredRelease>(PACK_STORE.releases).put(own);
  await update({ ...shellOver({ pieces: 9, asked: [] }), stick: onStick, fetchRelease: listOf([newer]), fetchManifest: async () => ok({ manifest: newer.manifest, signatures: newer.signatures, fileLists: [...newer.fileLists], source: 'stick' }), fetchFiles: async ({ files }) => ok({ files: files.map(({ sha256 }) => ({ sha256, data: new Uint8Array(newer.blobs.get(sha256) ?? []) })), received: 0, rest: false, source: 'stick' }) });
  const [row] = await releases();
  expect(row).toMatchObject({ version: 2, people: null, fromList: true, own });
  expect([row?.from, row?.until]).toEqual([undefined, undefined]);
  expect(await installed()).toMatchObject([{ version: 2, live: true }]);
  await update(shellOver({ pieces: 0, asked: [] }, { stick: onStick, fetchRelease: listOf([]) }));
  expect(await releases()).toEqual([{ ...own, afterStick: true }]);
  expect(await installed()).toMatchObject([{ version: 2, live: true }]);
});

it('PACK-5 an older edition than a stick brought is no longer waited for: the good one stays, and nothing is told of it', async () => {
  const newer = makePackInMemory('film-pack', 2, new Map([['a.json', Buffer.from('{"two":2}')]]), key);
  await release(newer);
  // Somebody was told that it cannot come; then it came.
  await update(shellOver({ pieces: 0, asked: [] }, { fetchManifest: async () => fail({ code: 'rolled-back', detail: 'version-rolled-back' }) }));
  expect(usePackStatus.getState().coming['film-pack']).toMatchObject({ state: 'failed' });
  await createPackShelf(database).activate({ packId: newer.release.packId, version: 2, manifestSha256: newer.release.manifestSha256, manifest: newer.manifest, files: [], installedAt: 1, signedBy: [] });
  await database.table<StoredRelease>(PACK_STORE.releases).put({ ...pack.release, id: pack.release.packId, afterStick: true });
  const told: unknown[] = [];
  const stop = usePackStatus.subscribe(({ coming }) => { told.push(coming['film-pack']); });
  await update(shellOver({ pieces: 9, asked: [] }, { fetchManifest: async () => fail({ code: 'rolled-back', detail: 'version-rolled-back' }) }));
  stop();
  expect(told).toEqual([undefined]);
  expect(await installed()).toMatchObject([{ version: 2, live: true }]);
});

it('PACK-5 an older edition that the gateway itself publishes is refused, and that is told', async () => {
  const newer = makePackInMemory('film-pack', 2, new Map([['a.json', Buffer.from('{"two":2}')]]), key);
  await createPackShelf(database).activate({ packId: newer.release.packId, version: 2, manifestSha256: newer.release.manifestSha256, manifest: newer.manifest, files: [], installedAt: 1, signedBy: [] });
  await release(pack);
  await update(shellOver({ pieces: 9, asked: [] }, { fetchManifest: async () => fail({ code: 'rolled-back', detail: 'version-rolled-back' }) }));
  expect(usePackStatus.getState().coming['film-pack']).toMatchObject({ state: 'failed', failure: { code: 'refused' } });
  expect(await installed()).toMatchObject([{ version: 2, live: true }]);
});

it('PACK-5 where the newer edition of a stick was taken back, the older one is told to be refused: a course does not go without a word', async () => {
  const newer = makePackInMemory('film-pack', 2, new Map([['a.json', Buffer.from('{"two":2}')]]), key);
  const shelf = createPackShelf(database);
  await shelf.activate({ packId: newer.release.packId, version: 2, manifestSha256: newer.release.manifestSha256, manifest: newer.manifest, files: [], installedAt: 1, signedBy: [] });
  await shelf.withdraw(newer.release.packId);
  await database.table<StoredRelease>(PACK_STORE.releases).put({ ...pack.release, id: pack.release.packId, afterStick: true });
  await update(shellOver({ pieces: 9, asked: [] }, { fetchManifest: async () => fail({ code: 'rolled-back', detail: 'version-rolled-back' }) }));
  expect(usePackStatus.getState().coming['film-pack']).toMatchObject({ state: 'failed', failure: { code: 'refused' } });
});

/** A disk that takes no new row of this store while `isFull` says so. */
function fillDisk(store: string, isFull: (id: string) => boolean): void {
  const refuse = (id: string) => {
    if (isFull(id)) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
  };
  const table = database.dexie.table<object, string>(store);
  table.hook('creating', (id) => { refuse(id); });
  table.hook('updating', (_changes, id) => { refuse(id); });
}

/** Puts a file there that no pack names; answers whether it was swept. */
async function leaveFile(words = 'left over'): Promise<() => boolean> {
  const table = database.dexie.table<{ readonly id: string; readonly blob: Blob }, string>(PACK_STORE.files);
  const id = 'f'.repeat(64);
  await table.put({ id, blob: new Blob([words]) });
  let swept = false;
  table.hook('deleting', (gone) => { swept ||= gone === id; });
  return () => swept;
}

it('MOVE-5 a disk that is too full for the row of one course says so of that course, and the others come', async () => {
  const small = courseOf('other-pack', 100);
  for (const one of [pack, small]) await release(one);
  fillDisk(PACK_STORE.state, (id) => id === 'coming|film-pack');
  await update(shellOverTwo(small, { pieces: 9, asked: [] }));
  expect(usePackStatus.getState().coming['film-pack']).toMatchObject({ state: 'failed', failure: { code: 'no-space' } });
  expect(await installed()).toMatchObject([{ id: 'other-pack', live: true }]);
});

it('MOVE-5 a disk that is too full for the name of a big file says so of its course, the others come, and the next run needs no piece again', async () => {
  const small = courseOf('other-pack', 100);
  for (const one of [pack, small]) await release(one);
  let isFull = true;
  fillDisk(PACK_STORE.files, (id) => isFull && id === pack.files[2]!.sha256);
  await update(shellOverTwo(small, { pieces: 9, asked: [] }));
  expect(usePackStatus.getState().coming['film-pack']).toMatchObject({ state: 'failed', failure: { code: 'no-space' } });
  expect(await installed()).toMatchObject([{ id: 'other-pack', live: true }]);
  isFull = false;
  const rest: Line = { pieces: 9, asked: [] };
  await update(shellOverTwo(small, rest));
  expect(rest.asked).toEqual([]);
  expect(await installed()).toMatchObject([{ id: 'film-pack', live: true }, { id: 'other-pack' }]);
});

it('MOVE-4 a course comes into the room that was just made, though the device says only later that it is there', async () => {
  const small = courseOf('other-pack', 100);
  await leaveFile('x'.repeat(3 * film.length));
  for (const one of [pack, small]) await release(one);
  // Nothing is free but what is kept for what people write; it says so however much goes.
  estimate = async () => ({ quota: 80_000_000, usage: 70_000_000 });
  await update(shellOverTwo(small, { pieces: 9, asked: [] }));
  expect(await installed()).toMatchObject([{ id: 'film-pack', live: true }, { id: 'other-pack', live: true }]);
});

it('MOVE-5 a row that finds no room is tried once more when what nobody needs is gone', async () => {
  await release(pack);
  const isSwept = await leaveFile();
  fillDisk(PACK_STORE.state, (id) => id === 'coming|film-pack' && !isSwept());
  await update(shellOver({ pieces: 9, asked: [] }));
  expect(await installed()).toMatchObject([{ id: 'film-pack', live: true }]);
});

it('PACK-18 a full disk that cannot keep how new the list is hides what was taken back all the same', async () => {
  await release(pack);
  await update(shellOver({ pieces: 9, asked: [] }));
  fillDisk(PACK_STORE.state, () => true);
  const revoked = { keyIds: [], manifests: [pack.release.manifestSha256], packs: [] };
  await update(shellOver({ pieces: 0, asked: [] }, { fetchRelease: async () => ok({ serial: 2, issuedAt: 2, revoked, packs: [] } as never) }));
  expect(await installed()).toMatchObject([{ live: false }]);
});

/** A list that takes these back, so that the shell lets them in no more. */
const takingBack = (packs: readonly PackInMemory[]): Partial<Shell> => {
  const manifests = packs.map((one) => one.release.manifestSha256);
  return {
    fetchRelease: async () => ok({ serial: 2, issuedAt: 2, revoked: { keyIds: [], manifests, packs: [] }, packs: [] } as never),
    fetchManifest: async () => fail({ code: 'unreachable' }),
  };
};

it('PACK-18 what was taken back is hidden on a full disk, too: what nobody needs goes first', async () => {
  await release(pack);
  await update(shellOver({ pieces: 9, asked: [] }));
  const isSwept = await leaveFile();
  fillDisk(PACK_STORE.installed, () => !isSwept());
  await update(shellOver({ pieces: 0, asked: [] }, takingBack([pack])));
  expect(await installed()).toMatchObject([{ live: false }]);
});

it('PACK-18 a course that a full disk cannot hide holds up no other, and is hidden by the next run that finds room', async () => {
  const other = courseOf('other-pack', 100);
  for (const one of [pack, other]) await release(one);
  await update(shellOverTwo(other, { pieces: 9, asked: [] }));
  let isFull = true;
  fillDisk(PACK_STORE.installed, (id) => isFull && id === 'film-pack');
  const line = { ...shellOver({ pieces: 0, asked: [] }), ...takingBack([pack, other]) };
  await update(line);
  expect(await installed()).toMatchObject([{ id: 'film-pack', live: true }, { id: 'other-pack', live: false }]);
  expect(await createPackShelf(database).missingFiles(other.files)).toHaveLength(other.files.length);
  isFull = false;
  await update(line);
  expect(await installed()).toMatchObject([{ live: false }, { live: false }]);
});

it('what nobody needs goes even after a run that broke off', async () => {
  const isSwept = await leaveFile();
  await expect(update(shellOver({ pieces: 0, asked: [] }, { fetchRelease: () => Promise.reject(new Error('broken')) }))).rejects.toThrow('broken');
  expect(isSwept()).toBe(true);
});

it('PACK-37 a full disk gives the tablet’s own record back once there is room, and until then the other courses come', async () => {
  const other = courseOf('other-pack', 100);
  const own: StoredRelease = { ...pack.release, id: pack.release.packId, people: ['one'] };
  await database.table<StoredRelease>(PACK_STORE.releases).bulkPut([{ ...own, people: null, fromList: true, own }, { ...other.release, id: other.release.packId }]);
  let isFull = true;
  fillDisk(PACK_STORE.releases, (id) => isFull && id === 'film-pack');
  const line = { ...shellOverTwo(other, { pieces: 9, asked: [] }), fetchRelease: listOf([]) };
  await update(line);
  expect(await installed()).toMatchObject([{ id: 'film-pack', live: true }, { id: 'other-pack', live: true }]);
  expect(await releases()).toMatchObject([{ fromList: true }, { id: 'other-pack' }]);
  isFull = false;
  await update(line);
  expect((await releases())[0]).toEqual(own);
});

it('PACK-37 the tablet’s own record is tried once more when what nobody needs is gone', async () => {
  const own: StoredRelease = { ...pack.release, id: pack.release.packId, people: ['one'] };
  await database.table<StoredRelease>(PACK_STORE.releases).put({ ...own, people: null, fromList: true, own });
  const isSwept = await leaveFile();
  fillDisk(PACK_STORE.releases, () => !isSwept());
  await update(shellOver({ pieces: 0, asked: [] }, { fetchRelease: listOf([]) }));
  expect(await releases()).toEqual([own]);
});
