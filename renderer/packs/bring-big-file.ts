import { CHUNK_BYTES, type FileEntry } from '#protocol/packs/file-list.ts';
import { MAX_PIECE_CHUNKS } from '#protocol/packs/take-chunks.ts';
import { verifyChunk } from '#protocol/packs/verify-files.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { LONGEST_WAIT, PATIENCE, toFailure, type BringContext, type FilesToBring, type Kept } from './bring-context.ts';
import { hashBytes } from './hash-bytes.ts';
import type { InstallFailure } from './install-failure.ts';
import { missingRoom } from './pack-room.ts';

/**
 * Brings one big file piece by piece (PACK-13): each chunk is judged before its piece is kept, each piece is kept at
 * once, and only what is missing is asked for, also after the power went. Never more than a piece is held.
 */
export async function bringBigFile(wanted: FilesToBring, file: FileEntry, context: BringContext, kept: Kept): Promise<Result<true, InstallFailure>> {
  const { shelf } = context;
  const chunks = file.chunks?.sha256 ?? [];
  let next = await shelf.chunksHere(file);
  if (next > 0) kept(Math.min(file.bytes, next * CHUNK_BYTES), undefined);
  for (let tries = 0; next < chunks.length; ) {
    if (await context.isPaused()) return fail({ code: 'paused' });
    const short = missingRoom(file.bytes - next * CHUNK_BYTES, await context.room.look());
    if (short > 0) return fail({ code: 'no-space', missingBytes: short });
    const piece = { from: next * CHUNK_BYTES, chunks: chunks.slice(next, next + MAX_PIECE_CHUNKS) };
    const fetched = await context.shell.fetchPiece({ packId: wanted.packId, version: wanted.version, sha256: file.sha256, bytes: file.bytes, ...piece });
    if (!fetched.ok) {
      const { code, waitFor } = fetched.error;
      tries += 1;
      if (code !== 'busy' || tries > PATIENCE) return fail(toFailure(code));
      await context.pause(Math.min(waitFor ?? 1000, LONGEST_WAIT));
      continue;
    }
    const { data, source } = fetched.value;
    const judged = await judgePiece(file, next, data);
    if (!judged.ok) return judged;
    const stored = await shelf.keepPiece(file, next, new Blob([new Uint8Array(data)]));
    if (!stored.ok) return fail({ code: 'no-space', missingBytes: file.bytes - next * CHUNK_BYTES });
    next += judged.value;
    kept(data.length, source);
  }
  const finished = await shelf.finishFile(file);
  if (finished.ok) return ok(true);
  return fail(finished.error.code === 'storage-full' ? { code: 'no-space', missingBytes: file.sha256.length + file.type.length } : { code: 'later' });
}

/** The shell judged it already; what is kept for months is judged by whoever keeps it too (PACK-14). Returns how many chunks it is. */
async function judgePiece(file: FileEntry, first: number, data: Uint8Array): Promise<Result<number, InstallFailure>> {
  const count = Math.ceil(data.length / CHUNK_BYTES);
  if (count === 0) return fail({ code: 'refused', detail: 'size-wrong' });
  for (let at = 0; at < count; at += 1) {
    const verified = await verifyChunk(file, first + at, data.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES), hashBytes);
    if (!verified.ok) return fail({ code: 'refused', detail: verified.error.code });
  }
  return ok(count);
}
