import { randomBytes } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { makeUuidV7, type PackId, type RecordId } from '#protocol/ids.ts';
import type { Revocations } from '#protocol/packs/verify-pack.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { bytesToId, idToBytes } from '../db/id-bytes.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import type { StaffCaller } from '../http/staff-route.ts';
import type { Revocation, RevocationFacts, RevokeRequest } from './staff-api.ts';
import type { PackTables } from './tables.ts';

/** Announced by whoever changes what is out or taken back: the signed list is made anew at the next question. */
export const RELEASE_TOPIC = 'packs.release';

type Tables = Kysely<PackTables>;
type Row = Selectable<PackTables['pack_revocations']>;

/** Stands for "every edition" in the table. */
const ALL_EDITIONS = 0;

/**
 * Takes a pack or a key back, with the reason kept beside it and in the audit (PACK-18). Whoever calls tells the
 * tablets afterwards, in the same transaction. `not-found`: no such pack or key was ever here.
 */
export async function revoke(
  tx: GatewayTransaction,
  staff: StaffCaller,
  request: RevokeRequest,
): Promise<Result<Revocation, { readonly code: 'not-found' | 'revoked-already' }>> {
  const tables = tx.tables<PackTables>();
  if (!(await isKnown(tables, request))) return fail({ code: 'not-found' });
  const named = { kind: request.kind, ...nameOf(request) };
  const row: Row = {
    id: idToBytes(makeUuidV7(tx.now, randomBytes(10))),
    ...named,
    reason: request.reason,
    revoked_at: tx.now,
    revoked_by: idToBytes(staff.staffId),
  };
  const inserted = await tables
    .insertInto('pack_revocations')
    .values(row)
    .onConflict((conflict) => conflict.columns(['kind', 'subject', 'version']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return fail({ code: 'revoked-already' });
  await noteRevocation(tx, staff, 'packs.revoke', row, request.reason);
  return ok({ ...revocationOf(row, new Map([[staff.staffId, staff.name]])), lift: null });
}

/** One revocation that stands, or undefined. */
export function loadRevocationRow(tx: GatewayTransaction, revocationId: RecordId): Promise<Row | undefined> {
  return tx
    .tables<PackTables>()
    .selectFrom('pack_revocations')
    .selectAll()
    .where('id', '=', idToBytes(revocationId))
    .executeTakeFirst();
}

/** What stands as taken back, as the verifier wants it; in a fixed order, because it goes into signed bytes. */
export async function loadRevocations(tables: Tables): Promise<Revocations> {
  const rows = await tables.selectFrom('pack_revocations').selectAll().orderBy('subject').orderBy('version').execute();
  return {
    keyIds: rows.filter((row) => row.kind === 'key').map((row) => row.subject),
    manifests: [],
    packs: rows
      .filter((row) => row.kind === 'pack')
      .map(({ subject, version }) => ({ packId: subject, ...(version === ALL_EDITIONS ? {} : { version }) })),
  };
}

/** Whether an edition is taken back: itself, its pack, or a key that signed it (PACK-6). */
export function isRevoked(
  revoked: Revocations,
  edition: { readonly packId: string; readonly version: number; readonly signedBy: readonly string[] },
): boolean {
  return (
    edition.signedBy.some((keyId) => revoked.keyIds.includes(keyId)) ||
    revoked.packs.some((one) => one.packId === edition.packId && (one.version ?? edition.version) === edition.version)
  );
}

/** The ids of the keys that signed, out of `signed_by` of an edition. */
export function signersOf(row: Pick<Selectable<PackTables['pack_editions']>, 'signed_by'>): readonly string[] {
  return (JSON.parse(row.signed_by) as readonly { readonly keyId: string }[]).map((signer) => signer.keyId);
}

async function isKnown(tables: Tables, request: RevokeRequest): Promise<boolean> {
  if (request.kind === 'key') {
    const key = await tables
      .selectFrom('pack_keys')
      .select('key_id')
      .where('key_id', '=', request.keyId)
      .executeTakeFirst();
    if (key !== undefined) return true;
    // A key that is trusted no more may still stand under editions that tablets have.
    const editions = await tables.selectFrom('pack_editions').select('signed_by').execute();
    return editions.some((row) => signersOf(row).includes(request.keyId));
  }
  let editions = tables.selectFrom('pack_editions').select('version').where('pack_id', '=', request.packId);
  if (request.version !== undefined) editions = editions.where('version', '=', request.version);
  return (await editions.executeTakeFirst()) !== undefined;
}

function nameOf(request: RevokeRequest): Pick<Row, 'subject' | 'version'> {
  return request.kind === 'key'
    ? { subject: request.keyId, version: ALL_EDITIONS }
    : { subject: request.packId, version: request.version ?? ALL_EDITIONS };
}

/** A revocation as the console shows it, but for who wants to lift it. Takes the names of staff by id. */
export function revocationOf(row: Row, names: ReadonlyMap<string, string>): RevocationFacts {
  const standing = {
    revocationId: bytesToId<RecordId>(row.id),
    reason: row.reason,
    revokedAt: row.revoked_at,
    revokedBy: names.get(bytesToId(row.revoked_by)) ?? '',
  };
  if (row.kind === 'key') return { kind: 'key', keyId: row.subject, ...standing };
  const version = row.version === ALL_EDITIONS ? {} : { version: row.version };
  return { kind: 'pack', packId: row.subject as PackId, ...version, ...standing };
}

/** Writes an act about a revocation into the audit, with its reason, and has the signed list made anew. */
export async function noteRevocation(
  tx: GatewayTransaction,
  staff: StaffCaller,
  action: string,
  row: Row,
  reason: string,
): Promise<void> {
  tx.announce(RELEASE_TOPIC);
  const detail = { kind: row.kind, version: row.version, reason };
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'staff', id: staff.staffId },
    action,
    subject: row.subject,
    detail,
  });
}
