import { createDCtx, decompressUsingDict, freeDCtx, init } from '@bokuweb/zstd-wasm';
import type { Unpack } from '#protocol/packs/take-batch.ts';

let ready: Promise<void> | undefined;

/**
 * Unpacks a zstd frame by WebAssembly, because the tests' Electron 25 has Node 18, whose zlib has no zstd
 * (content-packs.md, decisions). Its memory is as large as the largest patch and its file, at most 48 MiB.
 */
export const unpackZstd: Unpack = async (frame, dictionary) => {
  ready ??= init();
  await ready;
  const context = createDCtx();
  try {
    return decompressUsingDict(context, frame, dictionary);
  } finally {
    freeDCtx(context);
  }
};
