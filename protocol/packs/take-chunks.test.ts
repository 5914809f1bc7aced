import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Sha256 } from '../ids.ts';
import { CHUNK_BYTES } from './file-list.ts';
import { createChunkTaker, pieceLength } from './take-chunks.ts';

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const whole = Uint8Array.from({ length: 2 * CHUNK_BYTES + 100 }, (_, at) => (at * 7 + (at >> 11)) & 255);
const chunks = [0, 1, 2].map((at) => hash(whole.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES)) as Sha256);
const wanted = { bytes: whole.length, from: 0, chunks };

async function takeInPieces(bytes: Uint8Array, size: number, piece = wanted) {
  const taker = createChunkTaker(piece, hash);
  for (let at = 0; at < bytes.length; at += size) if (!(await taker.take(bytes.subarray(at, at + size)))) return { ended: at, taken: taker.taken() };
  return { ended: undefined, taken: taker.taken() };
}

it('PACK-13 a piece comes whole however it is cut into packets, and from the middle as from the start', async () => {
  for (const size of [1000, CHUNK_BYTES, 3 * CHUNK_BYTES]) expect(hash((await takeInPieces(whole, size)).taken)).toBe(hash(whole));
  const rest = { bytes: whole.length, from: CHUNK_BYTES, chunks: chunks.slice(1) };
  expect(hash((await takeInPieces(whole.subarray(CHUNK_BYTES), 70_000, rest)).taken)).toBe(hash(whole.subarray(CHUNK_BYTES)));
});

it('PACK-13 a wrong bit ends the stream with its own chunk, and what was right before it is kept', async () => {
  const flipped = Uint8Array.from(whole);
  flipped[CHUNK_BYTES + 5]! ^= 1;
  const { ended, taken } = await takeInPieces(flipped, 64 * 1024);
  expect(ended).toBeLessThan(2 * CHUNK_BYTES);
  expect(hash(taken)).toBe(hash(whole.subarray(0, CHUNK_BYTES)));
});

it('MOVE-1 after a cut the chunks that were whole count, and half a chunk does not', async () => {
  expect((await takeInPieces(whole.subarray(0, CHUNK_BYTES + 999), 5000)).taken.length).toBe(CHUNK_BYTES);
});

it('more bytes than the file has are never taken, and a piece outside the file or off the chunks is none', async () => {
  expect((await takeInPieces(Buffer.concat([whole, whole]), CHUNK_BYTES)).ended).toBeDefined();
  expect(pieceLength({ ...wanted, from: 5 })).toBe(0);
  expect(pieceLength({ ...wanted, from: 4 * CHUNK_BYTES })).toBe(0);
  expect(pieceLength({ ...wanted, chunks: [...chunks, ...chunks] })).toBe(0);
  expect(pieceLength({ ...wanted, from: 2 * CHUNK_BYTES, chunks: chunks.slice(2) })).toBe(100);
});
