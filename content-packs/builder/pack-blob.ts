import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import type { Sha256 } from '#protocol/ids.ts';
import { CHUNKED_ABOVE_BYTES, CHUNK_BYTES, type FileEntry } from '#protocol/packs/file-list.ts';
import { sha256 } from './node-crypto.ts';
import type { SourceFile } from './read-source.ts';

/** The content of one file of a pack: bytes the builder made, or a source file that is read when it is needed and not kept. */
export type PackBlob = { readonly bytes: number; readonly read: () => Promise<Uint8Array> };

/** A blob with what its entry in a file list says of it (PACK-12, PACK-13). */
export type HashedBlob = { readonly blob: PackBlob; readonly said: Pick<FileEntry, 'sha256' | 'bytes' | 'chunks'> };

/** Hashes bytes the builder made. */
export function hashBytes(bytes: Uint8Array): HashedBlob {
  const blob = { bytes: bytes.length, read: () => Promise.resolve(bytes) };
  const hash = sha256(bytes) as Sha256;
  if (bytes.length <= CHUNKED_ABOVE_BYTES) return { blob, said: { sha256: hash, bytes: bytes.length } };
  const chunks = Array.from(
    { length: Math.ceil(bytes.length / CHUNK_BYTES) },
    (_, at) => sha256(bytes.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES)) as Sha256,
  );
  return { blob, said: { sha256: hash, bytes: bytes.length, chunks: { size: CHUNK_BYTES, sha256: chunks } } };
}

/** Hashes a source file, a large one chunk by chunk, so that a film never stands in memory whole. */
export async function hashFile({ place, bytes }: SourceFile): Promise<HashedBlob> {
  // Without another thread: for thousands of small files the waiting costs more than the reading.
  const blob = { bytes, read: async () => readFileSync(place) };
  if (bytes <= CHUNKED_ABOVE_BYTES) return { blob, said: hashBytes(readFileSync(place)).said };
  const whole = createHash('sha256');
  const chunks: Sha256[] = [];
  let read = 0;
  for await (const chunk of createReadStream(place, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    whole.update(chunk);
    chunks.push(sha256(chunk) as Sha256);
    read += chunk.length;
  }
  const hash = whole.digest('hex') as Sha256;
  return { blob, said: { sha256: hash, bytes: read, chunks: { size: CHUNK_BYTES, sha256: chunks } } };
}
