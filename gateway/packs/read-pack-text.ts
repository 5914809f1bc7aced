import { readFile } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { fileListSchema } from '#protocol/packs/file-list.ts';
import type { BlobStore } from './blob-store.ts';
import { loadManifest } from './pack-queries.ts';
import type { PackTables } from './tables.ts';

/** The text of one file of an edition that was verified when it came; undefined when there is no such file. */
export async function readPackText(
  tables: Kysely<PackTables>,
  blobs: Pick<BlobStore, 'pathOf'>,
  packId: string,
  version: number,
  path: string,
): Promise<string | undefined> {
  const manifest = await loadManifest(tables, packId, version);
  for (const { sha256 } of manifest?.fileLists ?? []) {
    const { files } = fileListSchema.parse(JSON.parse(await readFile(blobs.pathOf(sha256), 'utf8')));
    const file = files.find((one) => one.path === path);
    if (file !== undefined) return readFile(blobs.pathOf(file.sha256), 'utf8');
  }
  return undefined;
}
