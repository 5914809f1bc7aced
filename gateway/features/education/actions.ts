import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { makeUuidV7, type PackId, type RecordId, type TabletId } from '#protocol/ids.ts';
import { fail, neverReached, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import type { StaffCaller } from '../../http/staff-route.ts';
import { publicationOf } from '../../packs/pack-queries.ts';
import { isRevoked, loadRevocations, signersOf } from '../../packs/revocations.ts';
import type { PackAudience, PackPublication, PublishPackRequest } from '../../packs/staff-api.ts';
import type { PackTables } from '../../packs/tables.ts';
import { findRuntimesToPublish } from './find-runtimes.ts';
import { refreshReleases } from './releases.ts';

/** Every tablet there is; the tablets feature knows. */
export type AllTablets = (tx: GatewayTransaction) => Promise<readonly TabletId[]>;

/**
 * Publishes an edition to one more audience. A pack has one edition that is out: publishing a newer one to anybody
 * moves everybody to it, and an older one can no longer be published, because tablets refuse to go back (PACK-5).
 * A program the pack needs goes out to the same audience with it.
 */
export async function publishPack(
  tx: GatewayTransaction,
  staff: StaffCaller,
  allTablets: AllTablets,
  packId: PackId,
  request: PublishPackRequest,
): Promise<Result<PackPublication, PublishFailure>> {
  const { version } = request;
  const tables = tx.tables<PackTables>();
  const refusal = await editionRefusal(tables, packId, version);
  if (refusal !== undefined) return fail({ code: refusal });
  const published = await publishedVersion(tables, packId);
  if (published !== undefined && version < published) return fail({ code: 'version-must-rise' });
  const runtimes = await findRuntimesToPublish(tables, packId, request);
  if (!runtimes.ok) return runtimes;
  // Before the course, and in the same transaction: no tablet is told of a course whose program it is not told of.
  for (const runtime of runtimes.value)
    await putOut(tx, staff, runtime.packId, { version: runtime.version, audience: request.audience });
  const publication = await putOut(tx, staff, packId, request);
  await refreshReleases(tx, await allTablets(tx));
  return ok(publication);
}

type PublishFailure = { readonly code: 'not-found' | 'version-must-rise' | 'pack-revoked' | 'runtime-missing'; readonly detail?: string };

/** One more audience for one pack, with its audit entry. */
async function putOut(
  tx: GatewayTransaction,
  staff: StaffCaller,
  packId: PackId,
  request: PublishPackRequest,
): Promise<PackPublication> {
  const { version, audience } = request;
  // A test tablet tries an edition by itself; everybody else stays where they are.
  if ((await publishedVersion(tx.tables<PackTables>(), packId)) !== version && audience.kind !== 'tablet') {
    await tx
      .tables<PackTables>()
      .insertInto('pack_published')
      .values({ pack_id: packId, version, since: tx.now })
      .onConflict((conflict) => conflict.column('pack_id').doUpdateSet({ version, since: tx.now }))
      .execute();
  }
  const publication = await addPublication(tx, staff, packId, request);
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'staff', id: staff.staffId },
    action: 'packs.publish',
    subject: packId,
    detail: { version, audience: audience.kind, to: valueOf(audience) },
  });
  return publication;
}

async function publishedVersion(tables: Kysely<PackTables>, packId: PackId): Promise<number | undefined> {
  const row = await tables
    .selectFrom('pack_published')
    .select('version')
    .where('pack_id', '=', packId)
    .executeTakeFirst();
  return row?.version;
}

/** Why an edition cannot be given to anybody: it is not here, or it was taken back. */
async function editionRefusal(
  tables: Kysely<PackTables>,
  packId: PackId,
  version: number,
): Promise<'not-found' | 'pack-revoked' | undefined> {
  const edition = await tables
    .selectFrom('pack_editions')
    .select('signed_by')
    .where('pack_id', '=', packId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (edition === undefined) return 'not-found';
  const revoked = await loadRevocations(tables);
  return isRevoked(revoked, { packId, version, signedBy: signersOf(edition) }) ? 'pack-revoked' : undefined;
}

/** Takes one audience away again. Tablets that have nobody else for it are told to remove the pack. */
export async function withdrawPublication(
  tx: GatewayTransaction,
  staff: StaffCaller,
  allTablets: AllTablets,
  publicationId: RecordId,
): Promise<Result<void, { readonly code: 'not-found' }>> {
  const tables = tx.tables<PackTables>();
  const row = await tables
    .selectFrom('pack_publications')
    .selectAll()
    .where('id', '=', idToBytes(publicationId))
    .executeTakeFirst();
  if (row === undefined) return fail({ code: 'not-found' });
  await tables.deleteFrom('pack_publications').where('id', '=', row.id).execute();
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'staff', id: staff.staffId },
    action: 'packs.withdraw',
    subject: row.pack_id,
    detail: { audience: row.audience_kind, to: row.audience_value },
  });
  await refreshReleases(tx, await allTablets(tx));
  return ok(undefined);
}

/** Publishing to the same audience again gives it new days, and a test tablet another edition. */
async function addPublication(
  tx: GatewayTransaction,
  staff: StaffCaller,
  packId: PackId,
  { version, audience, from, until }: PublishPackRequest,
): Promise<PackPublication> {
  const tables = tx.tables<PackTables>();
  const key = { pack_id: packId, audience_kind: audience.kind, audience_value: valueOf(audience) };
  const terms = {
    version: audience.kind === 'tablet' ? version : null,
    from_day: from ?? null,
    until_day: until ?? null,
  };
  const id = idToBytes(makeUuidV7(tx.now, randomBytes(10)));
  await tables
    .insertInto('pack_publications')
    .values({ ...key, ...terms, id, published_at: tx.now, published_by: idToBytes(staff.staffId) })
    .onConflict((conflict) => conflict.columns(['pack_id', 'audience_kind', 'audience_value']).doUpdateSet(terms))
    .execute();
  const row = await tables
    .selectFrom('pack_publications')
    .selectAll()
    .where('pack_id', '=', packId)
    .where('audience_kind', '=', key.audience_kind)
    .where('audience_value', '=', key.audience_value)
    .executeTakeFirstOrThrow();
  return publicationOf(row, new Map([[staff.staffId, staff.name]]));
}

function valueOf(audience: PackAudience): string {
  switch (audience.kind) {
    case 'everyone':
      return '';
    case 'wing':
      return audience.wing;
    case 'group':
      return audience.groupId;
    case 'person':
      return audience.personId;
    case 'tablet':
      return audience.tabletId;
    default:
      return neverReached(audience);
  }
}

/** Says whether staff recommend a published course; tablets show it near the top. */
export async function pickPack(
  tx: GatewayTransaction,
  staff: StaffCaller,
  allTablets: AllTablets,
  packId: PackId,
  staffPick: boolean,
): Promise<Result<void, { readonly code: 'not-found' }>> {
  const updated = await tx
    .tables<PackTables>()
    .updateTable('pack_published')
    .set({ staff_pick: staffPick ? 1 : 0 })
    .where('pack_id', '=', packId)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) return fail({ code: 'not-found' });
  const actor = { kind: 'staff', id: staff.staffId } as const;
  await appendAudit(tx, { at: tx.now, actor, action: 'packs.pick', subject: packId, detail: { staffPick } });
  await refreshReleases(tx, await allTablets(tx));
  return ok(undefined);
}
