import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdCompressSync, type ZstdOptions } from 'node:zlib';
import { MAX_PATCH_BYTES, type FrameEncoding } from '#protocol/packs/blob-frames.ts';
import type { BlobStore } from './blob-store.ts';
import { nodeTrustCrypto } from './verify-with-node.ts';

const compress = promisify<Buffer, ZstdOptions, Buffer>(zstdCompress);

/** A file as it is sent. */
export type PackedFile = { readonly encoding: FrameEncoding; readonly bytes: Buffer };

/** Files made small for the way to tablets: made once, kept beside the store, thrown away when they are too many. */
export type PackedFiles = {
  /** The file, as a difference from `base` where that is smaller, or packed, or as it is. Undefined: not here. */
  readonly read: (sha256: string, base: string | undefined) => Promise<PackedFile | undefined>;
};

/**
 * Patches are made once and fetched by hundreds, so they may take their time: level 19 of zstd made a text update
 * 5.2 % of the whole where level 9 made 18.5 % (performance.md 2.7), and 22 a little less again. A first download is
 * packed while it is sent.
 */
const LEVELS = { patch: 22, zstd: 6 } as const;

/** Smaller than this is not worth a frame of its own. */
const LEAST_BYTES = 128;
/** From here on the packed form of a whole file is kept; below, it is made anew each time. */
const KEPT_FROM = 64 * 1024;
/** What does not get at least this much smaller (media) is sent as it is. */
const WORTH_IT = 0.95;
/** Room for packed files beside the store: 1 GiB; the ones longest unused go first. */
export const PACKED_BYTES = 1024 * 1024 * 1024;
/** How many are made between two looks at the room. */
const LOOK_EVERY = 200;

/** Opens the cache in `<data>/packed`. What is in it can be made again, so it is in no back-up. */
export function createPackedFiles(dataFolder: string, blobs: BlobStore, limit = PACKED_BYTES): PackedFiles {
  const home = join(dataFolder, 'packed');
  // Two tablets that want the same at once: it is made once.
  const making = new Map<string, Promise<Buffer | undefined>>();
  let made = 0;
  const packed = async (name: string, make: () => Promise<Buffer | undefined>): Promise<Buffer | undefined> => {
    const file = join(home, name.slice(0, 2), name);
    const known = await readKept(file);
    if (known !== undefined) return known.length === 0 ? undefined : known;
    const under = making.get(name) ?? keep(file, make).finally(() => making.delete(name));
    making.set(name, under);
    made += 1;
    if (made % LOOK_EVERY === 0) await forgetOldest(home, limit);
    return under;
  };
  return {
    read: async (sha256, base) => {
      const readWhole = async () => readFile(blobs.pathOf(sha256)).catch(() => undefined);
      const patch =
        base === undefined
          ? undefined
          : await packed(`${sha256}-${base}`, async () => makePatch(await readWhole(), sha256, blobs, base));
      if (patch !== undefined) return { encoding: 'patch', bytes: patch };
      const whole = await readWhole();
      if (whole === undefined) return undefined;
      // A small file is packed sooner than a file with its packed form is found.
      const smaller =
        whole.length < KEPT_FROM
          ? await packAsIs(whole, sha256)
          : await packed(sha256, () => pack(whole, sha256, LEVELS.zstd));
      return smaller === undefined ? { encoding: 'raw', bytes: whole } : { encoding: 'zstd', bytes: smaller };
    },
  };
}

/** The difference between two files: zstd with the old one as dictionary (MOVE-3). */
async function makePatch(
  whole: Buffer | undefined,
  sha256: string,
  blobs: BlobStore,
  base: string,
): Promise<Buffer | undefined> {
  const path = blobs.pathOf(base);
  const size = (await stat(path).catch(() => undefined))?.size;
  if (size === undefined || size > MAX_PATCH_BYTES || (whole?.length ?? 0) > MAX_PATCH_BYTES) return undefined;
  return pack(whole, sha256, LEVELS.patch, await readFile(path));
}

async function pack(
  whole: Buffer | undefined,
  sha256: string,
  level: number,
  dictionary?: Buffer,
): Promise<Buffer | undefined> {
  if (whole === undefined || whole.length < LEAST_BYTES) return undefined;
  // What a disk changed is sent as it is, and refused where it arrives; it must not live on in here once it is mended.
  if (nodeTrustCrypto.sha256(whole) !== sha256) throw new Damaged();
  const span = whole.length + (dictionary?.length ?? 0);
  const options: ZstdOptions = {
    // The size stands in the frame, so that whoever unpacks it knows before they begin.
    pledgedSrcSize: whole.length,
    params: {
      [constants.ZSTD_c_compressionLevel]: level,
      [constants.ZSTD_c_contentSizeFlag]: 1,
      // Wide enough to see the whole of the old file from the end of the new one.
      [constants.ZSTD_c_windowLog]: Math.min(25, Math.max(10, Math.ceil(Math.log2(span + 1)))),
    },
    ...(dictionary === undefined ? {} : { dictionary }),
  };
  // Handing a small one to another thread takes longer than packing it.
  const small = whole.length < KEPT_FROM ? zstdCompressSync(whole, options) : await compress(whole, options);
  return small.length <= whole.length * WORTH_IT ? small : undefined;
}

async function packAsIs(whole: Buffer, sha256: string): Promise<Buffer | undefined> {
  try {
    return await pack(whole, sha256, LEVELS.zstd);
  } catch (error) {
    if (error instanceof Damaged) return undefined;
    throw error;
  }
}

/** The bytes in the store are not those of their name. */
class Damaged extends Error {}

/** An empty file remembers that packing is of no use here. */
async function readKept(file: string): Promise<Buffer | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes !== undefined) await utimes(file, new Date(), new Date()).catch(() => undefined);
  return bytes;
}

async function keep(file: string, make: () => Promise<Buffer | undefined>): Promise<Buffer | undefined> {
  try {
    const bytes = await make();
    await write(file, bytes ?? Buffer.alloc(0)).catch(() => undefined);
    return bytes;
  } catch (error) {
    if (error instanceof Damaged) return undefined;
    throw error;
  }
}

/** Where this fails, for want of room for one, it is made again next time. */
async function write(file: string, bytes: Buffer): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, bytes, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function forgetOldest(home: string, limit: number): Promise<void> {
  const files: { readonly path: string; readonly size: number; readonly usedAt: number }[] = [];
  for (const shelf of await readdir(home).catch(() => []))
    for (const name of await readdir(join(home, shelf)).catch(() => [])) {
      const path = join(home, shelf, name);
      const known = await stat(path).catch(() => undefined);
      if (known !== undefined) files.push({ path, size: known.size, usedAt: known.mtimeMs });
    }
  let total = files.reduce((sum, file) => sum + file.size, 0);
  for (const file of files.sort((one, other) => one.usedAt - other.usedAt)) {
    if (total <= limit) return;
    await rm(file.path, { force: true });
    total -= file.size;
  }
}
