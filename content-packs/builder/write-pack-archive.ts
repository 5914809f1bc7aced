import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import type { PackSignature } from '#protocol/packs/manifest.ts';
import { blobPath, editionPath } from './pack-carrier.ts';
import { signaturesBytes } from './pack-stage.ts';
import type { BuiltPack } from './write-manifest.ts';

/** Local time on purpose: the DOS field of a ZIP has no zone, so this gives the same bytes in every one. */
const SAME_TIME = new Date(2000, 0, 1);

/**
 * Writes a pack as one `.pack` file (PACK-19): stored, manifest first, blobs in the builder's order, no clock in it.
 * It is written beside its place and renamed, so a half-written file never has the real name.
 */
export async function writePackArchive(
  file: string,
  pack: BuiltPack,
  signatures: readonly PackSignature[],
): Promise<void> {
  const zip = new yazl.ZipFile();
  const add = (bytes: Uint8Array, name: string) => {
    zip.addBuffer(Buffer.from(bytes), name, {
      compress: false,
      mtime: SAME_TIME,
      mode: 0o100644,
      forceDosTimestamp: true,
    });
  };
  add(pack.manifestBytes, `${editionPath(pack)}/manifest.json`);
  add(signaturesBytes(signatures), `${editionPath(pack)}/signatures.json`);
  for (const [sha256, bytes] of pack.blobs) add(bytes, blobPath(sha256));
  zip.end();
  const partial = `${file}.partial`;
  try {
    await pipeline(zip.outputStream, createWriteStream(partial));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
