import { createDCtx, decompressUsingDict, freeDCtx, init } from '@bokuweb/zstd-wasm';
import type { Unpack } from '#protocol/packs/take-batch.ts';

let ready: Promise<void> | undefined;

/**
 * Browser adapter only: unpacks a zstd frame by WebAssembly, because Chromium 114 has no zstd a page could use. Its memory is as large as the largest patch and its file, at most 48 MiB.
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
