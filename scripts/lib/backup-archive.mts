import { createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import yazl from 'yazl';
import { Problem } from './problem.mts';

/** What a back-up holds beside the database. Without the keys no tablet would know the restored gateway again. */
export const SECRET_FILES: readonly string[] = [
  'secrets.json',
  'tablets-ca/ca-key.pem',
  'tablets-ca/ca.pem',
  'tablets-ca/door-key.pem',
];
/** Kept where it is there: a prison that makes no courses of its own has no signing keys (ADR 0019). */
const OPTIONAL_FILES: readonly string[] = ['keys/establishment-keys.json'];
const BLOB = /^blobs\/[0-9a-f]{2}\/[0-9a-f]{64}$/;

/** Writes a back-up: a checked copy of the database, the keys and the packs' files; flushed before it returns. */
export async function writeBackupArchive(data: string, databaseCopy: string, file: string): Promise<void> {
  const archive = new yazl.ZipFile();
  archive.addFile(databaseCopy, 'gateway.db', { compress: true });
  const optional = OPTIONAL_FILES.filter((name) => existsSync(join(data, name)));
  for (const name of [...SECRET_FILES, ...optional]) archive.addFile(join(data, name), name, { compress: true });
  // Media does not get smaller by packing it twice.
  for (const name of blobNames(data)) archive.addFile(join(data, name), name, { compress: false });
  archive.end();
  await pipeline(archive.outputStream as Readable, createWriteStream(file, { mode: 0o600 }));
  const handle = await open(file, 'r');
  await handle.sync();
  await handle.close();
}

/** Unpacks a back-up into an empty folder. Throws Problem for what is none, or holds a name a back-up does not have. */
export async function readBackupArchive(file: string, to: string): Promise<void> {
  const archive = await yauzl.openPromise(file, { lazyEntries: true, strictFileNames: true }).catch(() => {
    throw new Problem(`${file} is not a back-up, or is cut short.`);
  });
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName;
    // An archive from elsewhere must not write where it likes.
    if (name !== 'gateway.db' && ![...SECRET_FILES, ...OPTIONAL_FILES].includes(name) && !BLOB.test(name)) {
      throw new Problem(`${file} is not a back-up: it holds ${JSON.stringify(name)}.`);
    }
    mkdirSync(dirname(join(to, name)), { recursive: true, mode: 0o700 });
    const out = createWriteStream(join(to, name), { mode: BLOB.test(name) ? 0o400 : 0o600, flags: 'wx' });
    await pipeline(await archive.openReadStreamPromise(entry), out);
  }
}

function blobNames(data: string): readonly string[] {
  const home = join(data, 'blobs');
  if (!existsSync(home)) return [];
  return readdirSync(home).flatMap((shelf) => readdirSync(join(home, shelf)).map((name) => `blobs/${shelf}/${name}`));
}
