import type { Sha256 } from '../ids.ts';
import { CHUNK_BYTES } from './file-list.ts';
import type { HashBytes } from './verify-pack.ts';

/** Most chunks of one question: 8 MiB, so that a page and its shell hold little and a long line is still kept busy. */
export const MAX_PIECE_CHUNKS = 8;

/**
 * A piece of a big file: the chunks from byte `from` on (a multiple of `CHUNK_BYTES`), each with the hash the signed list
 * names for it. `bytes` is the size of the whole file.
 */
export type WantedPiece = { readonly bytes: number; readonly from: number; readonly chunks: readonly Sha256[] };

/** How many bytes a piece has; 0 where it lies outside the file, or does not begin with a chunk. */
export function pieceLength({ bytes, from, chunks }: WantedPiece): number {
  if (from % CHUNK_BYTES !== 0 || from >= bytes) return 0;
  const length = Math.min(chunks.length * CHUNK_BYTES, bytes - from);
  return Math.ceil(length / CHUNK_BYTES) === chunks.length ? length : 0;
}

/** Takes a piece as it comes. One taker for network, stick and browser, so that the rule cannot drift. */
export type ChunkTaker = {
  /** False when a chunk is wrong or there is too much: no more is read, and what was right before it counts. */
  readonly take: (bytes: Uint8Array) => Promise<boolean>;
  /** The chunks that are whole and right, from the first on. */
  readonly taken: () => Uint8Array<ArrayBuffer>;
};

/** Judges each chunk the moment it is whole (PACK-13): nothing that is wrong, and nothing after it, is ever handed on. */
export function createChunkTaker(wanted: WantedPiece, sha256: HashBytes): ChunkTaker {
  const all = new Uint8Array(pieceLength(wanted));
  let [filled, judged] = [0, 0];
  let wrong = false;
  const judgeWhole = async (): Promise<boolean> => {
    for (let end = nextEnd(judged, all.length); end <= filled && judged < filled; end = nextEnd(judged, all.length)) {
      if ((await sha256(all.subarray(judged, end))) !== wanted.chunks[judged / CHUNK_BYTES]) return false;
      judged = end;
    }
    return true;
  };
  return {
    take: async (bytes) => {
      wrong ||= filled + bytes.length > all.length;
      if (wrong) return false;
      all.set(bytes, filled);
      filled += bytes.length;
      wrong = !(await judgeWhole());
      return !wrong;
    },
    taken: () => (judged === all.length ? all : all.slice(0, judged)),
  };
}

function nextEnd(judged: number, length: number): number {
  return Math.min(judged + CHUNK_BYTES, length);
}
