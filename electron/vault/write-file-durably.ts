import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '#protocol/result.ts';

/** The disk has no room: what was there before is still there. */
export type StorageFull = { readonly code: 'storage-full' };

const OWNER_ONLY = 0o600;
const FOLDER_OWNER_ONLY = 0o700;
/** Kept free for the day the disk is full, so that people can still sign in (security.md 5 G101). */
const RESERVE = '.reserve';
const RESERVE_BYTES = 64 * 1024;

/**
 * Replaces a file so that after a power cut there is the whole old one or the whole new one: a new file beside it,
 * flushed, then renamed over it, then the folder flushed. The old one stays under `<file>.previous`.
 * Returns `storage-full`; throws on a broken disk.
 */
export async function writeFileDurably(file: string, text: string): Promise<Result<null, StorageFull>> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true, mode: FOLDER_OWNER_ONLY });
  try {
    await replace(file, text);
  } catch (cause) {
    if (!isFull(cause)) throw cause;
    // The reserve gives the room back; it is made again when there is room for it.
    await rm(join(folder, RESERVE), { force: true });
    try {
      await replace(file, text);
    } catch (again) {
      await rm(`${file}.new`, { force: true });
      if (isFull(again)) return fail({ code: 'storage-full' });
      throw again;
    }
  }
  await keepReserve(folder);
  return ok(null);
}

/** Flushes what renames and new names in a folder have changed. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function replace(file: string, text: string): Promise<void> {
  await writeAndFlush(`${file}.new`, text);
  await rename(file, `${file}.previous`).catch(ignoreMissing);
  await rename(`${file}.new`, file);
  await flushFolder(dirname(file));
}

async function writeAndFlush(file: string, text: string | Uint8Array): Promise<void> {
  const handle = await open(file, 'w', OWNER_ONLY);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function keepReserve(folder: string): Promise<void> {
  const file = join(folder, RESERVE);
  const there = await stat(file).catch(() => undefined);
  if (there?.size === RESERVE_BYTES) return;
  // Not zeros: some file systems keep no room for those.
  await writeAndFlush(file, new Uint8Array(RESERVE_BYTES).fill(0x55)).catch(() => rm(file, { force: true }));
}

function isFull(cause: unknown): boolean {
  const code = (cause as NodeJS.ErrnoException).code;
  return code === 'ENOSPC' || code === 'EDQUOT';
}

function ignoreMissing(cause: unknown): void {
  if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
}
