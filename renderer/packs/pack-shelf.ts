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
  /** Keeps one verified file. `storage-full` leaves everything as it was. */
  readonly keepFile: (sha256: string, blob: Blob) => Promise<Result<true, { readonly code: 'storage-full' }>>;
  readonly loadFile: (sha256: string) => Promise<Blob | undefined>;
  /** Switches to a version whose files are all here: one row, so old or new, never a mixture (PACK-29). */
  readonly activate: (pack: Omit<InstalledPack, 'id' | 'highestVersion' | 'live'> & { readonly packId: PackId }) => Promise<void>;
  /** Hides a pack that the prison withdrew. Progress is elsewhere and stays. */
  readonly withdraw: (packId: PackId) => Promise<void>;
  readonly installed: () => Promise<readonly InstalledPack[]>;
  /** Frees files that no live pack names, except those of packs in `open`. Run when no pack is being brought. */
  readonly sweep: (open: readonly FileEntry[]) => Promise<void>;
};

/** The shelf over the tablet database. */
export function createPackShelf(database: TabletDatabase): PackShelf {
  const packs = database.table<InstalledPack>(PACK_STORE.installed);
  const files = database.table<StoredFile>(PACK_STORE.files);
  return {
    highestVersion: async (packId) => (await packs.get(packId))?.highestVersion ?? 0,
    missingFiles: async (wanted) => {
      const unique = [...new Map(wanted.map((file) => [file.sha256 as string, file])).values()];
      const here = new Set<unknown>(await files.where(':id').anyOf(unique.map((file) => file.sha256)).primaryKeys());
      return unique.filter((file) => !here.has(file.sha256));
    },
    keepFile: async (sha256, blob) => {
      try {
        await files.put({ id: sha256, blob });
        return ok(true);
      } catch (error) {
        if (isStorageFull(error)) return fail({ code: 'storage-full' });
        throw error;
      }
    },
    loadFile: async (sha256) => (await files.get(sha256))?.blob,
    activate: async ({ packId, ...pack }) => {
      const before = (await packs.get(packId))?.highestVersion ?? 0;
      await packs.put({ ...pack, id: packId, highestVersion: Math.max(before, pack.version), live: true });
    },
    withdraw: async (packId) => {
      const pack = await packs.get(packId);
      if (pack !== undefined) await packs.put({ ...pack, live: false });
    },
    installed: () => packs.toArray(),
    sweep: async (open) => {
      const live = (await packs.toArray()).filter((pack) => pack.live);
      const wanted = new Set<unknown>([...live.flatMap((pack) => pack.files), ...open].map((file) => file.sha256));
      const stale = (await files.toCollection().primaryKeys()).filter((sha256) => !wanted.has(sha256));
      await files.bulkDelete(stale);
    },
  };
}
