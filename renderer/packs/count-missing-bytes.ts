import { CHUNK_BYTES, type FileEntry } from '#protocol/packs/file-list.ts';
import type { PackShelf } from './pack-shelf.ts';

/** What is still to come of files that are not here, in bytes: of a big one less than its size, where pieces of it are. */
export async function countMissingBytes(missing: readonly FileEntry[], shelf: Pick<PackShelf, 'chunksHere'>): Promise<number> {
  let bytes = 0;
  for (const file of missing) bytes += file.bytes - (file.chunks === undefined ? 0 : Math.min(file.bytes, (await shelf.chunksHere(file)) * CHUNK_BYTES));
  return bytes;
}
