import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileListSchema } from '#protocol/packs/file-list.ts';
import type { PackContents } from '#protocol/packs/compare-packs.ts';
import { MAX_MANIFEST_BYTES, type Manifest, manifestSchema } from '#protocol/packs/manifest.ts';

/** An edition with the exact bytes of its manifest, which are what is signed. */
export type BuiltPack = PackContents & { readonly manifestBytes: Buffer; readonly manifestSha256: string };

/** Where an edition's manifest and signatures lie in a folder of packs (SPEC PACK-20). */
export function editionFolder(folder: string, packId: string, version: number): string {
  return join(folder, 'packs', packId, String(version));
}

/** Where a file lies in a folder of packs. */
export function blobIn(folder: string, sha256: string): string {
  return join(folder, 'blobs', sha256.slice(0, 2), sha256);
}

/** Reads the edition of a folder of packs that our own builder wrote; undefined when it is not there. */
export async function readBuiltPack(folder: string, packId: string, version: number): Promise<BuiltPack | undefined> {
  const file = join(editionFolder(folder, packId, version), 'manifest.json');
  const manifestBytes = await readFile(file).catch(() => undefined);
  if (manifestBytes === undefined || manifestBytes.length > MAX_MANIFEST_BYTES) return undefined;
  const manifest = manifestSchema.parse(JSON.parse(manifestBytes.toString('utf8')));
  const manifestSha256 = createHash('sha256').update(manifestBytes).digest('hex');
  const lists = await readLists(manifest, (sha256) => blobIn(folder, sha256));
  return { manifest, manifestBytes, manifestSha256, lists };
}

/** Reads the file lists a manifest names. Takes where a file with a hash lies. */
export async function readLists(
  manifest: Manifest,
  pathOf: (sha256: string) => string,
): Promise<PackContents['lists']> {
  const lists = [];
  for (const { sha256, activityId } of manifest.fileLists) {
    const { files } = fileListSchema.parse(JSON.parse(await readFile(pathOf(sha256), 'utf8')));
    lists.push({ activityId, files });
  }
  return lists;
}
