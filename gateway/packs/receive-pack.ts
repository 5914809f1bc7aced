import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Revocations } from '#protocol/packs/verify-pack.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { idToBytes } from '../db/id-bytes.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import type { RouteFailure } from '../http/error-replies.ts';
import type { StaffCaller } from '../http/staff-route.ts';
import type { BlobStore } from './blob-store.ts';
import { type ExplodedPack, explodePack, type PackCommand } from './explode-pack.ts';
import { editionOf, loadPackKeys } from './pack-queries.ts';
import { isRevoked, loadRevocations } from './revocations.ts';
import type { PackEdition } from './staff-api.ts';
import type { PackTables } from './tables.ts';

/** Largest pack that is taken. */
export const MAX_PACK_BYTES = 512 * 1024 * 1024;

export type ReceiveDependencies = {
  readonly database: GatewayDatabase;
  readonly dataFolder: string;
  readonly blobs: BlobStore;
  readonly packCommand: PackCommand;
};

type Texts = { readonly manifest: string; readonly signatures: string };

/**
 * Takes an uploaded pack: to a file of its own, judged there by another process, and only then kept (walk B, station
 * 7). Whatever goes wrong, nothing of it stays.
 */
export async function receivePack(
  dependencies: ReceiveDependencies,
  staff: StaffCaller,
  bytes: Readable,
): Promise<Result<PackEdition, RouteFailure>> {
  const work = join(dependencies.dataFolder, 'incoming', randomUUID());
  await mkdir(work, { recursive: true, mode: 0o700 });
  try {
    const file = join(work, 'upload.pack');
    if (!(await store(bytes, file))) return fail({ code: 'too-large' });
    const keys = await loadPackKeys(dependencies.database.reads());
    const out = join(work, 'out');
    const exploded = await explodePack(dependencies.packCommand, keys, { file, out, work });
    if (!exploded.ok) return await noteRefusal(dependencies.database, staff, exploded.error.reason);
    const revoked = await loadRevocations(dependencies.database.reads());
    const reason = revocationReason(revoked, exploded.value);
    if (reason !== undefined) return await noteRefusal(dependencies.database, staff, reason);
    return await keep(dependencies, staff, exploded.value, out);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Why a pack that was believed may not come in all the same: it, or a key under it, was taken back (PACK-6). */
function revocationReason(revoked: Revocations, { manifest, signedBy }: ExplodedPack): string | undefined {
  const signers = signedBy.map((signer) => signer.keyId);
  if (signers.some((keyId) => revoked.keyIds.includes(keyId))) return 'key-revoked';
  return isRevoked(revoked, { ...manifest, signedBy: signers }) ? 'revoked' : undefined;
}

/** False when more came than is taken: a length that was not announced is counted as it arrives. */
async function store(bytes: Readable, file: string): Promise<boolean> {
  let received = 0;
  const counter = new Transform({
    transform: (part: Buffer, _encoding, done) => {
      received += part.length;
      done(received > MAX_PACK_BYTES ? new TooLarge() : null, part);
    },
  });
  try {
    await pipeline(bytes, counter, createWriteStream(file, { mode: 0o600 }));
    return true;
  } catch (error) {
    if (error instanceof TooLarge) return false;
    throw error;
  }
}

class TooLarge extends Error {}

async function noteRefusal(
  database: GatewayDatabase,
  staff: StaffCaller,
  reason: string,
): Promise<Result<never, RouteFailure>> {
  // A refused pack may be an attack: who brought it, and why it was refused, is kept.
  await database.committer.submit((tx) =>
    appendAudit(tx, {
      at: tx.now,
      actor: { kind: 'staff', id: staff.staffId },
      action: 'packs.refused',
      subject: 'pack',
      detail: { reason },
    }),
  );
  return fail({ code: 'pack-refused', detail: reason });
}

async function keep(
  dependencies: ReceiveDependencies,
  staff: StaffCaller,
  pack: ExplodedPack,
  out: string,
): Promise<Result<PackEdition, RouteFailure>> {
  const home = join(out, 'packs', pack.manifest.packId, String(pack.manifest.version));
  const texts = {
    manifest: await readFile(join(home, 'manifest.json'), 'utf8'),
    signatures: await readFile(join(home, 'signatures.json'), 'utf8'),
  };
  // Files first: a row must never promise bytes that are not there. Files without a row harm nobody.
  await dependencies.blobs.takeOver(join(out, 'blobs'));
  return dependencies.database.committer.submit((tx) => insertEdition(tx, staff, pack, texts));
}

async function insertEdition(
  tx: GatewayTransaction,
  staff: StaffCaller,
  pack: ExplodedPack,
  texts: Texts,
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
