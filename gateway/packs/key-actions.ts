import type { TrustedKey } from '#protocol/packs/manifest.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { AuditActor } from '../audit/hash-entry.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
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
