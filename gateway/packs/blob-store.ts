import { constants } from 'node:fs';
import { access, chmod, mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of packs, each under its own SHA-256, readable and never written again. */
export type BlobStore = {
  /** Where a file with this hash is, whether or not it is here. `sha256` is 64 lower-case hexadecimal characters. */
  readonly pathOf: (sha256: string) => string;
  /** Takes over every file below `folder` (`<aa>/<sha256>`, verified by whoever made it); those already here stay. */
  readonly takeOver: (folder: string) => Promise<void>;
};

/** Opens the store in `<data>/blobs`. */
export function createBlobStore(dataFolder: string): BlobStore {
  const home = join(dataFolder, 'blobs');
  const pathOf = (sha256: string): string => join(home, sha256.slice(0, 2), sha256);
  return {
    pathOf,
    takeOver: async (folder) => {
      for (const shelf of await readdir(folder)) {
        await mkdir(join(home, shelf), { recursive: true, mode: 0o700 });
        for (const name of await readdir(join(folder, shelf)))
          await takeOne(join(folder, shelf, name), join(home, shelf, name));
        await flush(join(home, shelf));
      }
    },
  };
}

/** Flushed before it gets its name: after a power cut a name here stands for whole bytes. */
async function takeOne(from: string, to: string): Promise<void> {
  if (await exists(to)) return;
  await flush(from);
  await chmod(from, 0o400);
  await rename(from, to);
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
