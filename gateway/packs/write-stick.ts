import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Kysely } from 'kysely';
import { type ReleaseReply, releaseSchema } from '#protocol/packs/release.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { createBlobStore } from './blob-store.ts';
import type { PackTables } from './tables.ts';

/** What was written: `files` counts those that were not there before. */
export type WrittenStick = {
  readonly packs: number;
  readonly files: number;
  readonly bytes: number;
  readonly serial: number;
  readonly issuedAt: number;
};

/**
 * Why no stick was written. `no-list`: nothing was ever published here, or nobody could believe the list
 * because there are no roles. `file-damaged`: a file here is not the one that was signed; `sha256` names it.
 */
export type StickFailure = { readonly code: 'no-list' } | { readonly code: 'file-damaged'; readonly sha256: string };

/**
 * Writes everything that is live here onto a stick (PACK-19): packs, files by hash, and last the signed list with every
 * roles document, so that a stick pulled out half written says nothing new. What is there whole stays. Reads the
 * gateway's database and store; changes nothing in them.
 */
export async function writeStick(
  tables: Kysely<PackTables>,
  dataFolder: string,
  folder: string,
): Promise<Result<WrittenStick, StickFailure>> {
  const release = await tables.selectFrom('pack_release').selectAll().executeTakeFirst();
  const roles = await tables
    .selectFrom('pack_roles')
    .select(['document', 'signatures'])
    .orderBy('version')
    .execute();
  if (release === undefined || roles.length === 0) return fail({ code: 'no-list' });
  const { packs } = releaseSchema.parse(JSON.parse(release.document));
  const written = { files: 0, bytes: 0 };
  for (const { packId, version } of packs) {
    const copied = await writeEdition(tables, dataFolder, folder, { packId, version });
    if (!copied.ok) return copied;
    written.files += copied.value.files;
    written.bytes += copied.value.bytes;
  }
  const { document, signatures } = release;
  const list: ReleaseReply = { roles, release: { document, signatures } };
  await writeWhole(join(folder, 'release.json'), Buffer.from(JSON.stringify(list)));
  return ok({ packs: packs.length, ...written, serial: release.serial, issuedAt: release.issued_at });
}

type Edition = { readonly packId: string; readonly version: number };
type Copied = { readonly files: number; readonly bytes: number };

/** Files first, then the manifest that names them. */
async function writeEdition(
  tables: Kysely<PackTables>,
  dataFolder: string,
  folder: string,
  { packId, version }: Edition,
): Promise<Result<Copied, StickFailure>> {
  const files = await tables
    .selectFrom('pack_files')
    .select(['sha256', 'bytes'])
    .where('pack_id', '=', packId)
    .where('version', '=', version)
    .execute();
  const blobs = createBlobStore(dataFolder);
  let [count, bytes] = [0, 0];
  for (const file of files) {
    const target = join(folder, 'blobs', file.sha256.slice(0, 2), file.sha256);
    if (await isWhole(target, file)) continue;
    if (!(await copyVerified(blobs.pathOf(file.sha256), target, file.sha256)))
      return fail({ code: 'file-damaged', sha256: file.sha256 });
    count += 1;
    bytes += file.bytes;
  }
  const edition = await tables
    .selectFrom('pack_editions')
    .select(['manifest', 'signatures'])
    .where('pack_id', '=', packId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  const home = join(folder, 'packs', packId, String(version));
  await writeWhole(join(home, 'manifest.json'), Buffer.from(edition.manifest));
  await writeWhole(join(home, 'signatures.json'), Buffer.from(edition.signatures));
  return ok({ files: count, bytes });
}

/** By its bytes, not by its size: cheap sticks lose some, and writing them again is how that is mended. */
async function isWhole(path: string, { sha256, bytes }: { readonly sha256: string; readonly bytes: number }): Promise<boolean> {
  if ((await stat(path).catch(() => undefined))?.size !== bytes) return false;
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    // A stick that does not give the file back.
    return false;
  }
  return hash.digest('hex') === sha256;
}

/** False, and nothing is written, where the bytes are not those of the name. */
async function copyVerified(from: string, to: string, sha256: string): Promise<boolean> {
  const bytes = await readFile(from);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return false;
  await writeWhole(to, bytes);
  return true;
}

/** Under another name first, and flushed: sticks are pulled out early. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(`${file}.new`, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
}
