import type { StoreDeclaration } from '../db/stores.ts';
import type { FileEntry } from '#protocol/packs/file-list.ts';

/** A pack on this tablet. The row is the switch: a version is live when the row says so, and never half. Id: packId. */
export type InstalledPack = {
  readonly id: string;
  readonly version: number;
  /** Never goes down, not even when a pack is withdrawn: no rollback (PACK-5). */
  readonly highestVersion: number;
  readonly manifestSha256: string;
  /** The manifest as signed; verified before it was stored. */
  readonly manifest: string;
  readonly files: readonly FileEntry[];
  readonly installedAt: number;
  /** False after the prison withdrew it: hidden, its files freed, progress kept. */
  readonly live: boolean;
  /** Names of the keys that signed it: a key taken back hides it (PACK-6). Absent on rows of before there were any. */
  readonly signedBy?: readonly string[];
  /** Files of the version before, kept until this time: a difference is told from them, and going back costs nothing. */
  readonly previous?: { readonly files: readonly FileEntry[]; readonly until: number };
  /** Set when a stored file was found damaged: the pack is brought again, as far as it is missing. */
  readonly damaged?: true;
};

/** A piece of a big file. Id: SHA-256 of the file, a dot, and the number of the piece's first chunk in four digits. */
export type StoredPiece = { readonly id: string; readonly blob: Blob };

/**
 * One file's bytes, shared by every pack and version that has the same. Id: SHA-256. A big one has no bytes of its own:
 * its row says that all its pieces are here, and of which type they are together.
 */
export type StoredFile = StoredPiece | { readonly id: string; readonly type: string };

/**
 * What a pack on its way is made of, kept until it is here: what of it came is not swept meanwhile (MOVE-1), also over
 * a restart. Id: `coming|` and the pack's.
 */
export type ComingPack = { readonly id: string; readonly files: readonly string[] };

/** Stores of the tablet database that belong to packs. */
export const packStores: readonly StoreDeclaration[] = [
  { name: 'packs_installed', indexes: [] },
  { name: 'packs_files', indexes: [] },
  { name: 'packs_releases', indexes: [] },
  { name: 'packs_state', indexes: [] },
];

/** Names of the stores, once. */
export const PACK_STORE = {
  installed: 'packs_installed',
  files: 'packs_files',
  releases: 'packs_releases',
  state: 'packs_state',
} as const;
