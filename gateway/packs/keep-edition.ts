import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Revocations } from '#protocol/packs/verify-pack.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { idToBytes } from '../db/id-bytes.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import type { RouteFailure } from '../http/error-replies.ts';
import type { StaffCaller } from '../http/staff-route.ts';
import type { ExplodedPack } from './explode-pack.ts';
import { editionOf } from './pack-queries.ts';
import { isRevoked } from './revocations.ts';
import type { PackEdition } from './staff-api.ts';
import type { PackTables } from './tables.ts';

/** The very text that was signed, and its signatures. */
export type EditionTexts = { readonly manifest: string; readonly signatures: string };

/** Reads both texts of an edition out of the folder it was exploded into. */
export async function readEditionTexts(out: string, { manifest }: ExplodedPack): Promise<EditionTexts> {
  const home = join(out, 'packs', manifest.packId, String(manifest.version));
  return {
    manifest: await readFile(join(home, 'manifest.json'), 'utf8'),
    signatures: await readFile(join(home, 'signatures.json'), 'utf8'),
  };
}

/** Why a pack that was believed may not come in all the same: it, or a key under it, was taken back (PACK-6). */
export function revocationReason(revoked: Revocations, { manifest, signedBy }: ExplodedPack): string | undefined {
  const signers = signedBy.map((signer) => signer.keyId);
  if (signers.some((keyId) => revoked.keyIds.includes(keyId))) return 'key-revoked';
  return isRevoked(revoked, { ...manifest, signedBy: signers }) ? 'revoked' : undefined;
}

/** This very edition, where it is kept here already; somebody was not sure that the first upload had worked. */
export async function findSameEdition(
  tables: Kysely<PackTables>,
  staff: StaffCaller,
  { manifest, manifestSha256 }: ExplodedPack,
): Promise<PackEdition | undefined> {
  const row = await tables
    .selectFrom('pack_editions')
    .selectAll()
    .where('pack_id', '=', manifest.packId)
    .where('version', '=', manifest.version)
    .where('manifest_sha256', '=', manifestSha256)
    .executeTakeFirst();
  return row === undefined ? undefined : editionOf(row, new Map([[staff.staffId, staff.name]]));
}

/** Keeps an edition that was judged: its row, its files' hashes and the audit entry, in the caller's transaction. */
export async function insertEdition(
  tx: GatewayTransaction,
  staff: StaffCaller,
  pack: ExplodedPack,
  texts: EditionTexts,
): Promise<Result<PackEdition, RouteFailure>> {
  const tables = tx.tables<PackTables>();
  const { packId, version } = pack.manifest;
  const names = new Map([[staff.staffId, staff.name]]);
  const newest = await tables
    .selectFrom('pack_editions')
    .selectAll()
    .where('pack_id', '=', packId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  // The same edition again is no error: somebody was not sure the first upload had worked.
  if (newest?.version === version && newest.manifest_sha256 === pack.manifestSha256)
    return ok(editionOf(newest, names));
  if (newest !== undefined && newest.version >= version) return fail({ code: 'version-must-rise' });
  const row = {
    pack_id: packId,
    version,
    manifest_sha256: pack.manifestSha256,
    manifest: texts.manifest,
    signatures: texts.signatures,
    signed_by: JSON.stringify(pack.signedBy),
    received_at: tx.now,
    received_by: idToBytes(staff.staffId),
  };
  await tables.insertInto('pack_editions').values(row).execute();
  await insertFiles(tx, pack);
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'staff', id: staff.staffId },
    action: 'packs.receive',
    subject: packId,
    detail: { version, manifestSha256: pack.manifestSha256, signedBy: pack.signedBy.map((signer) => signer.keyId) },
  });
  return ok(editionOf(row, names));
}

/** Every file and every file list, by its hash: what a tablet that has the pack may fetch. */
async function insertFiles(tx: GatewayTransaction, { manifest, files }: ExplodedPack): Promise<void> {
  const { packId, version } = manifest;
  const byHash = new Map([...files, ...manifest.fileLists].map((file) => [file.sha256 as string, file.bytes]));
  for (const [sha256, bytes] of byHash) {
    await tx
      .tables<PackTables>()
      .insertInto('pack_files')
      .values({ pack_id: packId, version, sha256, bytes })
      .execute();
  }
}
