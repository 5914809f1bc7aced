import type { TabletId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { roleKeySchema, sharingRecords, type ShareRole } from '#protocol/selfhelp/sharing.ts';
import { appendAudit } from '../../../audit/append-audit.ts';
import { idToBytes } from '../../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import type { StaffCaller } from '../../../http/staff-route.ts';
import type { StaffTables } from '../../../staff/tables.ts';
import { appendChange, tabletAudience } from '../../../sync/change-log.ts';
import { endShare } from './share-rows.ts';
import type { DeskKey } from './staff-api.ts';
import type { SharingTables } from './tables.ts';
import type { z } from 'zod/mini';
import type { newGrantSchema, newRoleKeySchema } from './staff-api.ts';

/** Why a key was not taken. `key-stands`: a colleague has the role's key, and must let the caller in. */
export type KeyFault = { readonly code: 'desk-key-missing' | 'key-stands' | 'key-changed' | 'not-found' };

/** Keeps a member of staff's own key. A new one cannot open what was sealed to the one before. */
export async function putDeskKey(tx: GatewayTransaction, staff: StaffCaller, key: DeskKey): Promise<void> {
  const tables = tx.tables<SharingTables>();
  const id = idToBytes(staff.staffId);
  const row = { public_key: key.publicKey, salt: key.salt, wrapped: key.wrapped, made_at: tx.now };
  const before = await tables.selectFrom('sharing_desk_keys').select('public_key').where('staff', '=', id).executeTakeFirst();
  await tables.insertInto('sharing_desk_keys').values({ staff: id, ...row }).onConflict((conflict) => conflict.column('staff').doUpdateSet(row)).execute();
  if (before?.public_key !== key.publicKey) await tables.deleteFrom('sharing_grants').where('staff', '=', id).execute();
  await appendAudit(tx, { at: tx.now, actor: { kind: 'staff', id: staff.staffId }, action: 'sharing.desk-key', subject: staff.staffId, detail: { isNew: before?.public_key !== key.publicKey } });
}

/**
 * A role's first key, or a new one where nobody who works here has the old one any more. What was shared under the old one
 * can be read by nobody and is deleted: nobody gets at it by making keys.
 */
export async function makeRoleKey(tx: GatewayTransaction, staff: StaffCaller, role: ShareRole, asked: z.infer<typeof newRoleKeySchema>, tablets: readonly TabletId[]): Promise<Result<null, KeyFault>> {
  const tables = tx.tables<SharingTables>();
  if ((await countHolders(tx, role)) > 0) return fail({ code: 'key-stands' });
  if ((await tables.selectFrom('sharing_desk_keys').select('staff').where('staff', '=', idToBytes(staff.staffId)).executeTakeFirst()) === undefined) return fail({ code: 'desk-key-missing' });
  const old = await tables.selectFrom('sharing_role_keys').select('key_number').where('role', '=', role).executeTakeFirst();
  if (asked.keyNumber !== (old?.key_number ?? 0) + 1) return fail({ code: 'key-changed' });
  for (const row of await tables.selectFrom('shares').select(['id', 'person']).where('role', '=', role).execute()) await endShare(tx, row);
  const key = { key_number: asked.keyNumber, public_key: asked.publicKey, made_by: idToBytes(staff.staffId), made_at: tx.now };
  await tables.insertInto('sharing_role_keys').values({ role, ...key }).onConflict((conflict) => conflict.column('role').doUpdateSet(key)).execute();
  await tables.deleteFrom('sharing_grants').where('role', '=', role).execute();
  await putGrant(tx, staff, role, staff.staffId, asked.grant);
  await appendAudit(tx, { at: tx.now, actor: { kind: 'staff', id: staff.staffId }, action: 'sharing.role-key', subject: role, detail: { keyNumber: asked.keyNumber } });
  await tellRoleKeys(tx, tablets);
  return ok(null);
}

/** Lets a colleague of the same role in. Only somebody who is in can: the seal is made in their browser, with the key that they alone open. */
export async function letIn(tx: GatewayTransaction, staff: StaffCaller, role: ShareRole, asked: z.infer<typeof newGrantSchema>): Promise<Result<null, KeyFault>> {
  const tables = tx.tables<SharingTables & StaffTables>();
  const own = await tables.selectFrom('sharing_grants').select('staff').where('role', '=', role).where('staff', '=', idToBytes(staff.staffId)).executeTakeFirst();
  if (own === undefined) return fail({ code: 'not-found' });
  const colleague = await tables.selectFrom('sharing_desk_keys').innerJoin('staff', 'staff.id', 'sharing_desk_keys.staff').select(['staff.role', 'staff.active', 'public_key']).where('sharing_desk_keys.staff', '=', idToBytes(asked.staffId)).executeTakeFirst();
  if (colleague?.role !== role || colleague.active !== 1) return fail({ code: 'not-found' });
  if (colleague.public_key !== asked.publicKey) return fail({ code: 'key-changed' });
  await putGrant(tx, staff, role, asked.staffId, asked.grant);
  await appendAudit(tx, { at: tx.now, actor: { kind: 'staff', id: staff.staffId }, action: 'sharing.let-in', subject: asked.staffId, detail: { role } });
  return ok(null);
}

/** Tells tablets the roles' public keys: when one is made, and when a tablet gets people. */
export async function tellRoleKeys(tx: GatewayTransaction, tablets: readonly TabletId[]): Promise<void> {
  const rows = await tx.tables<SharingTables>().selectFrom('sharing_role_keys').selectAll().execute();
  for (const row of rows) {
    const put = roleKeySchema.parse({ role: row.role, keyNumber: row.key_number, publicKey: row.public_key });
    for (const tabletId of tablets) await appendChange(tx, { audience: tabletAudience(tabletId), record: sharingRecords.roleKey, id: put.role, put });
  }
}

/** People who work here in this role and can open its key. */
async function countHolders(tx: GatewayTransaction, role: ShareRole): Promise<number> {
  const rows = await tx
    .tables<SharingTables & StaffTables>()
    .selectFrom('sharing_grants')
    .innerJoin('staff', 'staff.id', 'sharing_grants.staff')
    .select('sharing_grants.staff')
    .where('sharing_grants.role', '=', role)
    .where('staff.role', '=', role)
    .where('staff.active', '=', 1)
    .execute();
  return rows.length;
}

async function putGrant(tx: GatewayTransaction, by: StaffCaller, role: ShareRole, staffId: string, grant: { readonly enc: string; readonly box: string }): Promise<void> {
  const row = { ...grant, granted_by: idToBytes(by.staffId), granted_at: tx.now };
  await tx
    .tables<SharingTables>()
    .insertInto('sharing_grants')
    .values({ role, staff: idToBytes(staffId), ...row })
    .onConflict((conflict) => conflict.columns(['role', 'staff']).doUpdateSet(row))
    .execute();
}
