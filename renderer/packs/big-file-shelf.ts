import type { Table } from 'dexie';
import { CHUNK_BYTES, type FileEntry } from '#protocol/packs/file-list.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { TabletDatabase } from '../db/open-tablet-database.ts';
import { unlessFull } from '../db/stores.ts';
import { PACK_STORE, type StoredFile, type StoredPiece } from './pack-stores.ts';

/**
 * Where big files lie while they come and afterwards: as the pieces they came in, each kept at once, with one row of the
 * file's own name written last. So a cut costs a piece, and no big file is ever held or written a second time whole.
 */
export type BigFileShelf = {
  /** How many of a file's chunks are here, from its start on without a gap. */
  readonly chunksHere: (file: FileEntry) => Promise<number>;
  /** Keeps a verified piece that begins with chunk `first`. */
  readonly keepPiece: (file: FileEntry, first: number, piece: Blob) => Promise<Result<true, { readonly code: 'storage-full' }>>;
  /** Gives the file its name once all pieces are here. `pieces-missing`: they are not. `storage-full`: no room for the name. Nothing changed. */
  readonly finishFile: (file: FileEntry) => Promise<Result<true, { readonly code: 'pieces-missing' | 'storage-full' }>>;
};

/** The big files of the tablet database. */
export function createBigFileShelf(database: TabletDatabase): BigFileShelf {
  const files = database.table<StoredFile>(PACK_STORE.files);
  return {
    chunksHere: async ({ sha256 }) => chunksIn(await loadPieces(files, sha256)),
    keepPiece: async ({ sha256 }, first, piece) => {
      const kept = await unlessFull(files.put({ id: pieceId(sha256, first), blob: piece }));
      return kept.ok ? ok(true) : kept;
    },
    finishFile: async (file) => {
      const change = database.dexie.transaction('rw', files, async () => {
        const pieces = await loadPieces(files, file.sha256);
        const bytes = pieces.reduce((sum, piece) => sum + piece.blob.size, 0);
        if (chunksIn(pieces) !== file.chunks?.sha256.length || bytes !== file.bytes) return fail({ code: 'pieces-missing' as const });
        await files.put({ id: file.sha256, type: file.type });
        return ok(true as const);
      });
      const changed = await unlessFull(change);
      return changed.ok ? changed.value : changed;
    },
  };
}

/** A stored file's bytes, from one row or from its pieces; nothing is read yet. Undefined where it is not here. */
export async function loadStoredFile(files: Table<StoredFile, string>, sha256: string): Promise<Blob | undefined> {
  const row = await files.get(sha256);
  if (row === undefined || 'blob' in row) return row?.blob;
  return new Blob((await loadPieces(files, sha256)).map((piece) => piece.blob), { type: row.type });
}

/** The name of a file whose row, or whose piece's row, has this id. */
export function fileOfRow(id: string): string {
  return id.slice(0, 64);
}

/** Ids of everything that lies here of one file. */
export async function rowsOfFile(files: Table<StoredFile, string>, sha256: string): Promise<readonly string[]> {
  return [sha256, ...(await files.where(':id').between(`${sha256}.`, `${sha256}/`).primaryKeys())];
}

async function loadPieces(files: Table<StoredFile, string>, sha256: string): Promise<readonly StoredPiece[]> {
  const rows = await files.where(':id').between(`${sha256}.`, `${sha256}/`).sortBy('id');
  return rows.filter((row): row is StoredPiece => 'blob' in row);
}

/** With four digits they sort as they follow each other: no file has more than 512 chunks. */
function pieceId(sha256: string, first: number): string {
  return `${sha256}.${String(first).padStart(4, '0')}`;
}

function chunksIn(pieces: readonly StoredPiece[]): number {
  let next = 0;
  for (const { id, blob } of pieces) {
    if (Number(id.slice(65)) !== next) break;
    next += Math.ceil(blob.size / CHUNK_BYTES);
  }
  return next;
}
