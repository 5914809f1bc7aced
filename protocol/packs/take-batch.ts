import type { Sha256 } from '../ids.ts';
import { createFrameReader, zstdContentSize, type BlobFrame } from './blob-frames.ts';
import type { HashBytes } from './verify-pack.ts';

/** Bytes over a plain buffer, as every runtime can hand them on. */
type Bytes = Uint8Array<ArrayBuffer>;

/** One file that is wanted, and perhaps the one it came from. `bytes` is the size the signed list names. */
export type WantedFile = {
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly base?: { readonly sha256: Sha256; readonly data: Uint8Array } | undefined;
};

/** Unpacks a zstd frame with a dictionary, which may be empty; throws when it is none. A parameter: every runtime has another. */
export type Unpack = (frame: Uint8Array, dictionary: Uint8Array) => Promise<Uint8Array>;

/** What a batch came to. `rest`: there is more to ask for. */
export type TakenBatch = {
  readonly files: { sha256: Sha256; data: Bytes }[];
  readonly received: number;
  readonly rest: boolean;
  /** Places the gateway has no file for. */
  readonly absent: number;
};

/** A zstd frame of bytes that do not get smaller is a little larger than they are. */
const FRAME_SLACK = 4096;

/** Most bytes a batch may take on the line. */
export function mostBytesOf(wanted: readonly WantedFile[]): number {
  return wanted.reduce((sum, file) => sum + file.bytes + FRAME_SLACK, 0);
}

/** Takes a batch piece by piece. One taker with two callers (kiosk and browser), so that the rule cannot drift. */
export type BatchTaker = {
  /** False when something is wrong with it: then nothing of it may be used, and no more is read. */
  readonly take: (piece: Uint8Array) => Promise<boolean>;
  readonly taken: () => TakenBatch;
};

/**
 * Takes the answer to a question for many files (MOVE-2): each is unpacked and judged by size and hash before it counts
 * (PACK-14). What came before a cut counts; one wrong file makes the whole answer wrong.
 */
export function createBatchTaker(wanted: readonly WantedFile[], unpack: Unpack, sha256: HashBytes): BatchTaker {
  const reader = createFrameReader(wanted.map((file) => file.bytes + FRAME_SLACK));
  const files: TakenBatch['files'] = [];
  let [received, absent] = [0, 0];
  const takeFrame = async (frame: BlobFrame): Promise<boolean> => {
    const file = wanted[frame.index];
    if (file === undefined) return false;
    if (frame.encoding === 'absent') {
      absent += 1;
      return frame.bytes.length === 0;
    }
    const data = await unpackFrame(frame, file, unpack);
    if (data === undefined || (await sha256(data)) !== file.sha256) return false;
    files.push({ sha256: file.sha256, data });
    return true;
  };
  return {
    take: async (piece) => {
      received += piece.length;
      const frames = reader.take(piece);
      if (!frames.ok) return false;
      for (const frame of frames.value) if (!(await takeFrame(frame))) return false;
      return true;
    },
    taken: () => ({ files, received, absent, rest: files.length < wanted.length }),
  };
}

/** The file's bytes, or undefined for what does not unpack to exactly its size; nothing larger is ever unpacked. */
async function unpackFrame({ encoding, bytes }: BlobFrame, file: WantedFile, unpack: Unpack): Promise<Bytes | undefined> {
  if (encoding === 'raw') return bytes.length === file.bytes ? bytes : undefined;
  if (zstdContentSize(bytes) !== file.bytes) return undefined;
  if (encoding === 'patch' && file.base === undefined) return undefined;
  try {
    const unpacked = await unpack(bytes, encoding === 'patch' && file.base ? file.base.data : new Uint8Array());
    return unpacked.length === file.bytes ? (unpacked as Bytes) : undefined;
  } catch {
    return undefined;
  }
}
