import type { TrustedKey } from '#protocol/packs/manifest.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { AuditActor } from '../audit/hash-entry.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import type { RouteFailure } from '../http/error-replies.ts';
import type { StaffCaller } from '../http/staff-route.ts';
import type { EstablishmentKeys } from './establishment-keys.ts';
import { loadPackKeys } from './pack-queries.ts';
import { loadRevocations } from './revocations.ts';
import { loadStandingRoles } from './roles-documents.ts';
import type { PackTables } from './tables.ts';

/** Trusts a key from now on. A name is never given to another key: it stands in signatures already made. */
export async function trustKey(
  tx: GatewayTransaction,
  actor: AuditActor,
  key: TrustedKey,
): Promise<Result<void, { readonly code: 'key-known' | 'keys-by-roles' }>> {
  const tables = tx.tables<PackTables>();
  if ((await loadStandingRoles(tables)) !== undefined) return fail({ code: 'keys-by-roles' });
  const known = await tables
    .selectFrom('pack_keys')
    .select('key_id')
    .where('key_id', '=', key.keyId)
    .executeTakeFirst();
  if (known !== undefined) return fail({ code: 'key-known' });
  await tables
    .insertInto('pack_keys')
    .values({ key_id: key.keyId, role: key.role, public_key: key.publicKey, added_at: tx.now })
    .execute();
  await appendAudit(tx, {
    at: tx.now,
    actor,
    action: 'packs.trust',
    subject: key.keyId,
    detail: { role: key.role, publicKey: key.publicKey },
  });
  return ok(undefined);
}

/** Trusts a key no more: packs signed with it are refused from now on; those already here were judged when they came. */
export async function distrustKey(
  tx: GatewayTransaction,
  actor: AuditActor,
  keyId: string,
): Promise<Result<void, { readonly code: 'not-found' | 'keys-by-roles' }>> {
  if ((await loadStandingRoles(tx.tables<PackTables>())) !== undefined) return fail({ code: 'keys-by-roles' });
  const deleted = await tx.tables<PackTables>().deleteFrom('pack_keys').where('key_id', '=', keyId).executeTakeFirst();
  if (deleted.numDeletedRows === 0n) return fail({ code: 'not-found' });
  await appendAudit(tx, { at: tx.now, actor, action: 'packs.distrust', subject: keyId, detail: {} });
  return ok(undefined);
}

/**
 * Makes this establishment's two signing keys and trusts them. Where a signed roles document says whose keys count, the
 * root key has yet to name them. New ones in their place are made only when one of the old is trusted no more or was
 * taken back: drafts that are submitted then need to be submitted again.
 */
export async function trustOwnKeys(
  { database, keys }: { readonly database: GatewayDatabase; readonly keys: EstablishmentKeys },
  staff: StaffCaller,
): Promise<Result<{ keys: TrustedKey[] }, RouteFailure>> {
  const trusted = (await loadPackKeys(database.reads())).map((key) => key.keyId);
  const revoked = await loadRevocations(database.reads());
  const byRoles = (await loadStandingRoles(database.reads())) !== undefined;
  const stands = ({ keyId }: TrustedKey): boolean =>
    (byRoles || trusted.includes(keyId)) && !revoked.keyIds.includes(keyId);
  if (keys.publicKeys().length > 0 && keys.publicKeys().every(stands)) return fail({ code: 'keys-made' });
  const made = await keys.make();
  return database.committer.submit(async (tx) => {
    const actor = { kind: 'staff', id: staff.staffId } as const;
    const named = made.map((key) => key.keyId);
    await appendAudit(tx, {
      at: tx.now,
      actor,
      action: 'packs.own-keys',
      subject: 'pack-keys',
      detail: { keys: named },
    });
    for (const key of byRoles ? [] : made) await trustKey(tx, actor, key);
    return ok({ keys: [...made] });
  });
}
