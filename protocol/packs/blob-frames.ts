import { z } from 'zod/mini';
import { sha256Schema } from '../ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { MAX_FILES } from './file-list.ts';

/** Most bytes of whole files one answer carries: 32 MiB (content-packs.md 6.6). A tablet asks for less. */
export const MAX_BATCH_BYTES = 32 * 1024 * 1024;

/** Most files of one question. */
export const MAX_BATCH_FILES = 4096;

/** Largest file that is sent as the difference from another, and largest of those it is told from: decoding holds both (MOVE-3). */
export const MAX_PATCH_BYTES = 16 * 1024 * 1024;

/** POST /tablet/blobs: the files wanted, in the order they are wanted; `base` is a file the tablet has, which the wanted one came from. */
export const blobsRequestSchema = z.strictObject({
  files: z
    .array(z.strictObject({ sha256: sha256Schema, base: z.optional(sha256Schema) }))
    .check(z.minLength(1), z.maxLength(Math.min(MAX_BATCH_FILES, MAX_FILES))),
});
/** The files wanted. */
export type BlobsRequest = z.infer<typeof blobsRequestSchema>;

/** How a file's bytes stand in a frame; `absent` says that the gateway does not have it, or that it is not for this tablet. */
export const FRAME_ENCODINGS = ['raw', 'zstd', 'patch', 'absent'] as const;
/** How a file's bytes stand in a frame. */
export type FrameEncoding = (typeof FRAME_ENCODINGS)[number];

/** One file of the answer: its place in the question, and its bytes as they were sent. */
export type BlobFrame = { readonly index: number; readonly encoding: FrameEncoding; readonly bytes: Uint8Array<ArrayBuffer> };

/** Bytes before each frame: index and length as unsigned 32-bit numbers, big end first, then one byte of encoding (MOVE-2). */
export const FRAME_HEAD_BYTES = 9;

/** The head of a frame of `length` bytes. */
export function encodeFrameHead(index: number, encoding: FrameEncoding, length: number): Uint8Array {
  const head = new Uint8Array(FRAME_HEAD_BYTES);
  const view = new DataView(head.buffer);
  view.setUint32(0, index);
  view.setUint32(4, length);
  view.setUint8(8, FRAME_ENCODINGS.indexOf(encoding));
  return head;
}

/** `frame-malformed`: not frames, a place nobody asked for, one place twice, or longer than a file may be. */
export type FrameRefusal = { readonly code: 'frame-malformed' };

/** Reads frames out of pieces of any size; holds one frame at a time. */
export type FrameReader = {
  /** Takes the next piece; returns the frames that are now whole. After a refusal it takes nothing more. */
  readonly take: (piece: Uint8Array) => Result<readonly BlobFrame[], FrameRefusal>;
  /** Whether the last frame is whole: false after a cut. */
  readonly isAtEnd: () => boolean;
};

/** `limits[index]` is the most bytes the file at that place may have, encoded or not; places beyond it were not asked for. */
export function createFrameReader(limits: readonly number[]): FrameReader {
  const seen = new Set<number>();
  // What is being filled: a head, then its body, then the next head.
  let head = { bytes: new Uint8Array(FRAME_HEAD_BYTES), filled: 0 };
  let body: { readonly frame: BlobFrame; readonly bytes: Uint8Array; filled: number } | undefined;
  let broken = false;
  const beginBody = (): boolean => {
    const frame = readHead(head.bytes, limits);
    if (frame === undefined || seen.has(frame.index)) return false;
    seen.add(frame.index);
    head = { bytes: new Uint8Array(FRAME_HEAD_BYTES), filled: 0 };
    body = { frame, bytes: frame.bytes, filled: 0 };
    return true;
  };
  return {
    take: (piece) => {
      const whole: BlobFrame[] = [];
      for (let at = 0; !broken; ) {
        at += fill(body ?? head, piece, at);
        if (body === undefined && head.filled === FRAME_HEAD_BYTES) broken = !beginBody();
        else if (body !== undefined && body.filled === body.bytes.length) {
          whole.push(body.frame);
          body = undefined;
        } else if (at >= piece.length) return ok(whole);
      }
      return fail({ code: 'frame-malformed' });
    },
    isAtEnd: () => !broken && body === undefined && head.filled === 0,
  };
}

/** Copies as much as fits; returns how much that was. */
function fill(target: { readonly bytes: Uint8Array; filled: number }, piece: Uint8Array, at: number): number {
  const part = piece.subarray(at, at + target.bytes.length - target.filled);
  target.bytes.set(part, target.filled);
  target.filled += part.length;
  return part.length;
}

/** The frame a head announces, still empty; undefined for one that nobody asked for. */
function readHead(head: Uint8Array, limits: readonly number[]): BlobFrame | undefined {
  const view = new DataView(head.buffer, head.byteOffset);
  const [index, length] = [view.getUint32(0), view.getUint32(4)];
  const encoding = FRAME_ENCODINGS[view.getUint8(8)];
  const limit = limits[index];
  if (encoding === undefined || limit === undefined || length > limit) return undefined;
  return { index, encoding, bytes: new Uint8Array(length) };
}

/** First four bytes of a zstd frame (RFC 8878 section 3.1.1). */
const ZSTD_MAGIC = 0xfd2fb528;

/**
 * How many bytes a zstd frame says it unpacks to (RFC 8878 section 3.1.1.1), or undefined when it does not say or is no
 * such frame. Looked at before unpacking, so that a small frame cannot ask for gigabytes of memory.
 */
export function zstdContentSize(bytes: Uint8Array): number | undefined {
  if (bytes.length < 6) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== ZSTD_MAGIC) return undefined;
  const descriptor = view.getUint8(4);
  const singleSegment = (descriptor & 0x20) !== 0;
  const sizeBytes = [singleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const at = 5 + (singleSegment ? 0 : 1) + dictionaryBytes;
  if (sizeBytes === 0 || bytes.length < at + sizeBytes) return undefined;
  if (sizeBytes === 1) return view.getUint8(at);
  if (sizeBytes === 2) return view.getUint16(at, true) + 256;
  if (sizeBytes === 4) return view.getUint32(at, true);
  const size = view.getBigUint64(at, true);
  return size <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(size) : undefined;
}
