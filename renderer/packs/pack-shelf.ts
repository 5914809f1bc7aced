import type { Table } from 'dexie';
import type { PackId } from '#protocol/ids.ts';
import type { FileEntry } from '#protocol/packs/file-list.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { TabletDatabase } from '../db/open-tablet-database.ts';
import { unlessFull } from '../db/stores.ts';
import { createBigFileShelf, fileOfRow, loadStoredFile, rowsOfFile, type BigFileShelf } from './big-file-shelf.ts';
import { PACK_STORE, type ComingPack, type InstalledPack, type StoredFile } from './pack-stores.ts';

/** Where packs lie on this tablet. */
export type PackShelf = BigFileShelf & {
  /** Highest version ever live here, 0 for none (PACK-5). */
  readonly highestVersion: (packId: PackId) => Promise<number>;
  /** Which of these files are not here yet, each hash once. */
  readonly missingFiles: (files: readonly FileEntry[]) => Promise<readonly FileEntry[]>;
  /** Keeps verified files, all or none. `storage-full` leaves everything as it was. */
  readonly keepFiles: (files: readonly { readonly sha256: string; readonly blob: Blob }[]) => Promise<Result<true, { readonly code: 'storage-full' }>>;
  readonly loadFile: (sha256: string) => Promise<Blob | undefined>;
  /** Remembers what a pack on its way is made of, so that what comes of it stays until it is live, however often it is cut. */
  readonly expectPack: (packId: PackId, files: readonly FileEntry[]) => Promise<Result<true, { readonly code: 'storage-full' }>>;
  /** Forgets the packs on their way that are none of these: they are not released any more. */
  readonly forgetComing: (released: readonly string[]) => Promise<void>;
  /**
   * Switches to a version: one transaction that sees every file it must have and writes one row, so old or new, never a
   * mixture (PACK-29). `files-missing`: one of them went meanwhile. `storage-full`: no room for the row. Nothing changed.
   */
  readonly activate: (pack: Omit<InstalledPack, 'id' | 'highestVersion' | 'live' | 'previous' | 'damaged'> & { readonly packId: PackId }) => Promise<Result<true, { readonly code: 'files-missing' | 'storage-full' }>>;
  /** Hides a pack that the prison withdrew. Progress is elsewhere and stays. `storage-full`: no room to write that; nothing changed. */
  readonly withdraw: (packId: PackId) => Promise<Result<true, { readonly code: 'storage-full' }>>;
  readonly installed: () => Promise<readonly InstalledPack[]>;
  /** Frees files that no live pack names and no pack on its way, except those of packs in `open` and of versions before until their time (`now`). Answers how many bytes. */
  readonly sweep: (open: readonly FileEntry[], now: number) => Promise<number>;
  /** How many bytes that sweep would free once this was given up. Changes nothing. */
  readonly wouldFree: (given: GivenUp, open: readonly FileEntry[], now: number) => Promise<number>;
  /** Gives it up, because a pack that comes needs its room; the next sweep frees it. A disk too full even to note that keeps it. */
  readonly giveUp: (given: GivenUp) => Promise<void>;
  /** Takes a damaged file away and has its packs brought again. */
  readonly dropDamaged: (sha256: string) => Promise<void>;
};

/** What is given up for a pack that comes: the versions before, and with `comingBut` also what came of every other pack on its way. */
export type GivenUp = { readonly comingBut?: PackId };

/** How long the files of the version before stay: a day (content-packs.md 6.7). */
const KEEP_PREVIOUS = 24 * 3600 * 1000;

/** The shelf over the tablet database. */
export function createPackShelf(database: TabletDatabase): PackShelf {
  const tables: Tables = {
    database,
    packs: database.table<InstalledPack>(PACK_STORE.installed),
    files: database.table<StoredFile>(PACK_STORE.files),
    state: database.table<ComingPack>(PACK_STORE.state),
  };
  return { ...fileShelf(tables), ...createBigFileShelf(database), ...packShelf(tables), ...comingShelf(tables), ...shelfRoom(tables) };
}

type Tables = {
  readonly database: TabletDatabase;
  readonly packs: Table<InstalledPack, string>;
  readonly files: Table<StoredFile, string>;
  readonly state: Table<ComingPack, string>;
};

const COMING = 'coming|';

function fileShelf({ files }: Tables): Pick<PackShelf, 'missingFiles' | 'keepFiles' | 'loadFile'> {
  return {
    missingFiles: async (wanted) => {
      const unique = [...new Map(wanted.map((file) => [file.sha256 as string, file])).values()];
      const here = new Set<unknown>(await files.where(':id').anyOf(unique.map((file) => file.sha256)).primaryKeys());
      return unique.filter((file) => !here.has(file.sha256));
    },
    keepFiles: async (kept) => {
      const put = await unlessFull(files.bulkPut(kept.map(({ sha256, blob }) => ({ id: sha256, blob }))));
      return put.ok ? ok(true) : put;
    },
    loadFile: (sha256) => loadStoredFile(files, sha256),
  };
}

function packShelf({ database, packs, files, state }: Tables): Pick<PackShelf, 'highestVersion' | 'activate' | 'withdraw' | 'installed'> {
  return {
    highestVersion: async (packId) => (await packs.get(packId))?.highestVersion ?? 0,
    activate: async ({ packId, ...pack }) => {
      const change = database.dexie.transaction('rw', packs, files, state, async () => {
        const needed = [...new Set<string>(pack.files.flatMap((file) => (file.optional === true ? [] : [file.sha256])))];
        if ((await files.where(':id').anyOf(needed).count()) < needed.length) return fail({ code: 'files-missing' as const });
        const before = await packs.get(packId);
        const previous = before?.live === true && before.version !== pack.version ? { previous: { files: before.files, until: pack.installedAt + KEEP_PREVIOUS } } : {};
        await packs.put({ ...pack, ...previous, id: packId, highestVersion: Math.max(before?.highestVersion ?? 0, pack.version), live: true });
        await state.delete(`${COMING}${packId}`);
        return ok(true as const);
      });
      const changed = await unlessFull(change);
      return changed.ok ? changed.value : changed;
    },
    withdraw: async (packId) => {
      const pack = await packs.get(packId);
      if (pack === undefined) return ok(true);
      const put = await unlessFull(packs.put({ ...pack, live: false }));
      return put.ok ? ok(true) : put;
    },
    installed: () => packs.toArray(),
  };
}

function comingShelf({ state }: Tables): Pick<PackShelf, 'expectPack' | 'forgetComing'> {
  return {
    expectPack: async (packId, files) => {
      const put = await unlessFull(state.put({ id: `${COMING}${packId}`, files: files.map((file) => file.sha256) }));
      return put.ok ? ok(true) : put;
    },
    forgetComing: async (released) => {
      const gone = (await loadComing(state)).filter(({ id }) => !released.includes(id.slice(COMING.length)));
      await state.bulkDelete(gone.map(({ id }) => id));
    },
  };
}

function shelfRoom({ database, packs, files, state }: Tables): Pick<PackShelf, 'sweep' | 'wouldFree' | 'giveUp' | 'dropDamaged'> {
  const isGiven = ({ comingBut }: GivenUp, { id }: ComingPack) => comingBut !== undefined && id !== `${COMING}${comingBut}`;
  const unneeded = async (open: readonly FileEntry[], now: number, given?: GivenUp): Promise<string[]> => {
    const live = (await packs.toArray()).filter((pack) => pack.live);
    const previous = given === undefined ? live.flatMap((pack) => (pack.previous !== undefined && now < pack.previous.until ? pack.previous.files : [])) : [];
    const kept = [...live.flatMap((pack) => pack.files), ...previous, ...open].map((file) => file.sha256);
    const coming = (await loadComing(state)).flatMap((pack) => (given !== undefined && isGiven(given, pack) ? [] : pack.files));
    const wanted = new Set<string>([...kept, ...coming]);
    return (await files.toCollection().primaryKeys()).filter((id) => !wanted.has(fileOfRow(id)));
  };
  const sizeOf = async (ids: string[]) => (await files.bulkGet(ids)).reduce((sum, row) => sum + (row !== undefined && 'blob' in row ? row.blob.size : 0), 0);
  return {
    sweep: async (open, now) => {
      const ids = await unneeded(open, now);
      const freed = await sizeOf(ids);
      await files.bulkDelete(ids);
      return freed;
    },
    wouldFree: async (given, open, now) => sizeOf(await unneeded(open, now, given)),
    giveUp: async (given) => {
      const before = (await packs.toArray()).filter((pack) => pack.previous !== undefined);
      await unlessFull(packs.bulkPut(before.map(({ previous: _, ...pack }) => pack)));
      await state.bulkDelete((await loadComing(state)).filter((pack) => isGiven(given, pack)).map(({ id }) => id));
    },
    dropDamaged: (sha256) =>
      database.dexie.transaction('rw', packs, files, async () => {
        await files.bulkDelete([...(await rowsOfFile(files, sha256))]);
        const hit = (await packs.toArray()).filter((pack) => pack.live && pack.files.some((file) => file.sha256 === sha256));
        await packs.bulkPut(hit.map((pack) => ({ ...pack, damaged: true as const })));
      }),
  };
}

function loadComing(state: Table<ComingPack, string>): Promise<readonly ComingPack[]> {
  return state.where(':id').startsWith(COMING).toArray();
}
