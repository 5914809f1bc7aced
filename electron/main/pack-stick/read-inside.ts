import { constants } from 'node:fs';
import { open, readlink, realpath, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** A plain file below the stick's folder, open for reading; close it. */
export type InsideFile = { readonly handle: FileHandle; readonly size: number };

/**
 * Opens a file of a stick, and nothing else. `name` is made by us from hashes and slugs, never from what lies there.
 * `unsafe`: a link at any place of the path, a pipe, a device, or more than `maxBytes`. Undefined: there is none.
 *
 * Whoever made the stick owns its file system, so what is opened is looked at, not its name: no link is followed at the
 * end, a pipe does not make us wait, and where the open file really lies must be where it was looked for.
 */
export async function openInside(
  folder: string,
  name: string,
  maxBytes: number,
): Promise<InsideFile | 'unsafe' | undefined> {
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined) return undefined;
  const file = join(root, name);
  let handle: FileHandle;
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : 'unsafe';
  }
  try {
    const status = await handle.stat();
    const lies = await readlink(`/proc/self/fd/${String(handle.fd)}`);
    if (status.isFile() && lies === file && status.size <= maxBytes) return { handle, size: status.size };
  } catch {
    // Pulled out, or no file system that answers.
  }
  await handle.close();
  return 'unsafe';
}

/** Reads `length` bytes from `from` on; undefined where the stick gives fewer, which one that is pulled out does. */
export async function readPart(
  handle: FileHandle,
  from: number,
  length: number,
): Promise<Buffer<ArrayBuffer> | undefined> {
  const bytes = Buffer.alloc(length);
  for (let filled = 0; filled < length; ) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, from + filled);
    if (bytesRead === 0) return undefined;
    filled += bytesRead;
  }
  return bytes;
}
