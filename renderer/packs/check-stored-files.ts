import { CHUNK_BYTES, type FileEntry } from '#protocol/packs/file-list.ts';
import { verifyChunk, verifyFile } from '#protocol/packs/verify-files.ts';
import { hashBytes } from './hash-bytes.ts';
import type { PackShelf } from './pack-shelf.ts';

/** One file in a hundred is looked at in each run, one chunk of a big one, and at most this many bytes: a second of a slow tablet. */
const SHARE = 0.01;
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Judges a sample of what lies here again, because disks forget (content-packs.md 6.4). A damaged file is taken away,
 * so that it is fetched again and never shown. Takes a chance from 0 to below 1; returns how many were damaged.
 */
export async function checkStoredFiles(shelf: PackShelf, chance: () => number): Promise<number> {
  const packs = (await shelf.installed()).filter((pack) => pack.live);
  const files = [...new Map(packs.flatMap((pack) => pack.files).map((file) => [file.sha256 as string, file])).values()];
  let [damaged, bytes] = [0, 0];
  for (const file of pick(files, Math.ceil(files.length * SHARE), chance)) {
    bytes += Math.min(file.bytes, file.chunks === undefined ? file.bytes : CHUNK_BYTES);
    if (bytes > MOST_BYTES) break;
    const blob = await shelf.loadFile(file.sha256);
    // One that is not here is optional, or on its way.
    if (blob === undefined || (await isWhole(file, blob, chance))) continue;
    await shelf.dropDamaged(file.sha256);
    damaged += 1;
  }
  return damaged;
}

async function isWhole(file: FileEntry, blob: Blob, chance: () => number): Promise<boolean> {
  try {
    if (file.chunks !== undefined) return await isChunkWhole(file, blob, Math.floor(chance() * file.chunks.sha256.length));
    return (await verifyFile(file, new Uint8Array(await blob.arrayBuffer()), hashBytes)).ok;
  } catch {
    // A blob whose bytes cannot be read at all.
    return false;
  }
}

/** Of a big file one chunk is looked at: never more than a MiB is held. */
async function isChunkWhole(file: FileEntry, blob: Blob, index: number): Promise<boolean> {
  const chunk = blob.slice(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
  return blob.size === file.bytes && (await verifyChunk(file, index, new Uint8Array(await chunk.arrayBuffer()), hashBytes)).ok;
}

function pick<Item>(items: readonly Item[], count: number, chance: () => number): readonly Item[] {
  const start = Math.floor(chance() * items.length);
  return [...items.slice(start), ...items.slice(0, start)].slice(0, count);
}
