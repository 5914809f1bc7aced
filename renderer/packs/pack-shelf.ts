import type { Table } from 'dexie';
import type { PackId } from '#protocol/ids.ts';
import type { FileEntry } from '#protocol/packs/file-list.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { TabletDatabase } from '../db/open-tablet-database.ts';
import { isStorageFull } from '../db/stores.ts';
import { PACK_STORE, type InstalledPack, type StoredFile } from './pack-stores.ts';

/** Where packs lie on this tablet. */
export type PackShelf = {
  /** Highest version ever live here, 0 for none (PACK-5). */
  readonly highestVersion: (packId: PackId) => Promise<number>;
  /** Which of these files are not here yet, each hash once. */
  readonly missingFiles: (files: readonly FileEntry[]) => Promise<readonly FileEntry[]>;
  /** Keeps verified files, all or none. `storage-full` leaves everything as it was. */
  readonly keepFiles: (files: readonly { readonly sha256: string; readonly blob: Blob }[]) => Promise<Result<true, { readonly code: 'storage-full' }>>;
  readonly loadFile: (sha256: string) => Promise<Blob | undefined>;
  /**
   * Switches to a version: one transaction that sees every file it must have and writes one row, so old or new, never a
   * mixture (PACK-29). `files-missing`: one of them went meanwhile; nothing changed.
   */
  readonly activate: (pack: Omit<InstalledPack, 'id' | 'highestVersion' | 'live' | 'previous' | 'damaged'> & { readonly packId: PackId }) => Promise<Result<true, { readonly code: 'files-missing' }>>;
  /** Hides a pack that the prison withdrew. Progress is elsewhere and stays. */
  readonly withdraw: (packId: PackId) => Promise<void>;
  readonly installed: () => Promise<readonly InstalledPack[]>;
  /** Frees files that no live pack names, except those of packs in `open` and of versions before until their time (`now`). Run when no pack is being brought. */
  readonly sweep: (open: readonly FileEntry[], now: number) => Promise<void>;
  /** Gives up the versions before, because a new pack needs their room. */
  readonly dropPrevious: () => Promise<void>;
  /** Takes a damaged file away and has its packs brought again. */
  readonly dropDamaged: (sha256: string) => Promise<void>;
};

/** How long the files of the version before stay: a day (content-packs.md 6.7). */
const KEEP_PREVIOUS = 24 * 3600 * 1000;

/** The shelf over the tablet database. */
export function createPackShelf(database: TabletDatabase): PackShelf {
  const tables: Tables = { database, packs: database.table<InstalledPack>(PACK_STORE.installed), files: database.table<StoredFile>(PACK_STORE.files) };
  return { ...fileShelf(tables), ...packShelf(tables), ...shelfRoom(tables) };
}

type Tables = { readonly database: TabletDatabase; readonly packs: Table<InstalledPack, string>; readonly files: Table<StoredFile, string> };

function fileShelf({ files }: Tables): Pick<PackShelf, 'missingFiles' | 'keepFiles' | 'loadFile'> {
  return {
    missingFiles: async (wanted) => {
      const unique = [...new Map(wanted.map((file) => [file.sha256 as string, file])).values()];
      const here = new Set<unknown>(await files.where(':id').anyOf(unique.map((file) => file.sha256)).primaryKeys());
      return unique.filter((file) => !here.has(file.sha256));
    },
    keepFiles: async (kept) => {
      try {
        await files.bulkPut(kept.map(({ sha256, blob }) => ({ id: sha256, blob })));
        return ok(true);
      } catch (error) {
        if (isStorageFull(error)) return fail({ code: 'storage-full' });
        throw error;
      }
    },
    loadFile: async (sha256) => (await files.get(sha256))?.blob,
  };
}

function packShelf({ database, packs, files }: Tables): Pick<PackShelf, 'highestVersion' | 'activate' | 'withdraw' | 'installed'> {
  return {
    highestVersion: async (packId) => (await packs.get(packId))?.highestVersion ?? 0,
    activate: ({ packId, ...pack }) =>
      database.dexie.transaction('rw', packs, files, async () => {
        const needed = [...new Set<string>(pack.files.flatMap((file) => (file.optional === true ? [] : [file.sha256])))];
        if ((await files.where(':id').anyOf(needed).count()) < needed.length) return fail({ code: 'files-missing' });
        const before = await packs.get(packId);
        const previous = before?.live === true && before.version !== pack.version ? { previous: { files: before.files, until: pack.installedAt + KEEP_PREVIOUS } } : {};
        await packs.put({ ...pack, ...previous, id: packId, highestVersion: Math.max(before?.highestVersion ?? 0, pack.version), live: true });
        return ok(true);
      }),
    withdraw: async (packId) => {
      const pack = await packs.get(packId);
      if (pack !== undefined) await packs.put({ ...pack, live: false });
    },
    installed: () => packs.toArray(),
  };
}

function shelfRoom({ database, packs, files }: Tables): Pick<PackShelf, 'sweep' | 'dropPrevious' | 'dropDamaged'> {
  return {
    sweep: async (open, now) => {
      const live = (await packs.toArray()).filter((pack) => pack.live);
      const kept = live.flatMap((pack) => [...pack.files, ...(pack.previous !== undefined && now < pack.previous.until ? pack.previous.files : [])]);
      const wanted = new Set<unknown>([...kept, ...open].map((file) => file.sha256));
      const stale = (await files.toCollection().primaryKeys()).filter((sha256) => !wanted.has(sha256));
      await files.bulkDelete(stale);
    },
    dropPrevious: async () => {
      await packs.toCollection().modify((pack) => { delete (pack as { previous?: unknown }).previous; });
    },
    dropDamaged: (sha256) =>
      database.dexie.transaction('rw', packs, files, async () => {
        await files.delete(sha256);
        const hit = (await packs.toArray()).filter((pack) => pack.live && pack.files.some((file) => file.sha256 === sha256));
        await packs.bulkPut(hit.map((pack) => ({ ...pack, damaged: true as const })));
      }),
  };
}
