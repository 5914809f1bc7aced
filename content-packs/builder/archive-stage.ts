import { writeSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { ok } from '#protocol/result.ts';
import { blobPath, editionPath } from './pack-carrier.ts';
import { signaturesBytes, type EditionHead, type PackStage } from './pack-stage.ts';
import { createStoredZip } from './stored-zip.ts';

/**
 * Opens a stage for one `.pack` file (PACK-19): stored, manifest first, then blobs in the order they come, no clock in
 * it. It is written beside its place and renamed, so a half-written file never has the real name. Takes the file and
 * what names the edition.
 */
export async function openArchiveStage(file: string, head: EditionHead): Promise<PackStage> {
  const partial = `${file}.partial`;
  const handle = await open(partial, 'w');
  const zip = createStoredZip(async (bytes) => {
    for (let at = 0; at < bytes.length;) at += writeSync(handle.fd, bytes, at);
  });
  const written = new Set<string>();
  let isOpen = true;
  const close = async () => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  await zip.add(`${editionPath(head)}/manifest.json`, head.manifestBytes);
  await zip.add(`${editionPath(head)}/signatures.json`, signaturesBytes(head.signatures));
  return {
    putBlob: async (sha256, bytes) => {
      if (written.has(sha256)) return;
      written.add(sha256);
      await zip.add(blobPath(sha256), bytes);
    },
    commit: async () => {
      await zip.end();
      await handle.datasync();
      await close();
      await rename(partial, file);
      return ok(file);
    },
    abandon: async () => {
      await close();
      await rm(partial, { force: true });
    },
  };
}
