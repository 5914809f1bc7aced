import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFrameReader, encodeFrameHead, zstdContentSize, type BlobFrame } from './blob-frames.ts';

const encodings = fc.constantFrom('raw' as const, 'zstd' as const, 'patch' as const, 'absent' as const);
const files = fc.array(fc.tuple(encodings, fc.uint8Array({ maxLength: 200 })), { minLength: 1, maxLength: 12 });

function encode(all: readonly (readonly [BlobFrame['encoding'], Uint8Array])[]): Uint8Array {
  return Buffer.concat(all.flatMap(([encoding, bytes], index) => [encodeFrameHead(index, encoding, bytes.length), bytes]));
}

it('MOVE-2 frames come out as they went in, however the line cuts them into pieces', () => {
  fc.assert(
    fc.property(files, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (all, sizes) => {
      const reader = createFrameReader(all.map(() => 200));
      const stream = encode(all);
      const frames: BlobFrame[] = [];
      for (let at = 0, turn = 0; at < stream.length; turn += 1) {
        const size = sizes[turn % sizes.length]!;
        const taken = reader.take(stream.subarray(at, at + size));
        if (!taken.ok) throw new Error('refused');
        frames.push(...taken.value);
        at += size;
      }
      expect(reader.isAtEnd()).toBe(true);
      expect(frames).toEqual(all.map(([encoding, bytes], index) => ({ index, encoding, bytes: new Uint8Array(bytes) })));
    }),
  );
});

it('MOVE-2 a stream cut anywhere gives the whole frames before the cut and says that it was cut', () => {
  fc.assert(
    fc.property(files, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
      const stream = encode(all);
      const cut = Math.floor(share * (stream.length - 1));
      const reader = createFrameReader(all.map(() => 200));
      const taken = reader.take(stream.subarray(0, cut));
      expect(taken.ok && taken.value.every((frame) => Buffer.from(frame.bytes).equals(Buffer.from(all[frame.index]![1])))).toBe(true);
      const ends = all.map((_, index) => encode(all.slice(0, index + 1)).length);
      expect(reader.isAtEnd()).toBe(cut === 0 || ends.includes(cut));
    }),
  );
});

it('MOVE-2 refuses a place nobody asked for, one place twice, an unknown encoding and more bytes than a file may have', () => {
  const take = (...parts: Uint8Array[]) => createFrameReader([10, 10]).take(Buffer.concat(parts)).ok;
  expect(take(encodeFrameHead(2, 'raw', 1), new Uint8Array(1))).toBe(false);
  expect(take(encodeFrameHead(0, 'raw', 11))).toBe(false);
  expect(take(encodeFrameHead(0, 'raw', 0), encodeFrameHead(0, 'raw', 0))).toBe(false);
  expect(take(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1, 9))).toBe(false);
});

it('a zstd frame says how much it unpacks to, and anything else says nothing', () => {
  for (const size of [0, 1, 255, 256, 70_000, 300_000])
    expect(zstdContentSize(zstdCompressSync(Buffer.alloc(size, 'ab'), { pledgedSrcSize: size }))).toBe(size);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => bytes[0] === 0x28 || zstdContentSize(bytes) === undefined));
});
