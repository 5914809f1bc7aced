import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Manifest } from '#protocol/packs/manifest.ts';
import type { BlobStore } from '../blob-store.ts';
import { isRevoked, loadRevocations, signersOf } from '../revocations.ts';
import type { PackTables } from '../tables.ts';
import { blobIn, editionFolder } from './built-pack.ts';

type Runtimes = NonNullable<Manifest['runtimes']>;

/**
 * Lays the programs a draft needs out as folders of packs, one below another's side, so that the checker can open what
 * they play. Each is the newest edition here that stands; one that is not here is left out, and the checker says so.
 * Returns the folders.
 */
export async function layOutRuntimes(
  { tables, blobs }: { readonly tables: Kysely<PackTables>; readonly blobs: BlobStore },
  needed: Runtimes,
  into: string,
): Promise<readonly string[]> {
  await rm(into, { recursive: true, force: true });
  const folders: string[] = [];
  for (const runtime of needed) {
    const edition = await newestStanding(tables, runtime);
    if (edition === undefined) continue;
    const folder = join(into, runtime.packId);
    const home = editionFolder(folder, runtime.packId, edition.version);
    await mkdir(home, { recursive: true, mode: 0o700 });
    await writeFile(join(home, 'manifest.json'), edition.manifest);
    await writeFile(join(home, 'signatures.json'), edition.signatures);
    for (const sha256 of await loadFileHashes(tables, runtime.packId, edition.version))
      await linkBlob(blobs.pathOf(sha256), blobIn(folder, sha256));
    folders.push(folder);
  }
  return folders;
}

async function newestStanding(tables: Kysely<PackTables>, { packId, minVersion }: Runtimes[number]) {
  const revoked = await loadRevocations(tables);
  const rows = await tables
    .selectFrom('pack_editions')
    .select(['version', 'manifest', 'signatures', 'signed_by'])
    .where('pack_id', '=', packId)
    .where('version', '>=', minVersion)
    .orderBy('version', 'desc')
    .execute();
  return rows.find((row) => !isRevoked(revoked, { packId, version: row.version, signedBy: signersOf(row) }));
}

async function loadFileHashes(tables: Kysely<PackTables>, packId: string, version: number): Promise<readonly string[]> {
  const rows = await tables
    .selectFrom('pack_files')
    .select('sha256')
    .where('pack_id', '=', packId)
    .where('version', '=', version)
    .execute();
  return rows.map((row) => row.sha256);
}

/** A second name for bytes that are never written again. */
async function linkBlob(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await link(from, to);
}
