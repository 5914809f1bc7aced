import type { PersonId, RecordId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { ShareRole } from '#protocol/selfhelp/sharing.ts';
import { appendAudit } from '../../../audit/append-audit.ts';
import { bytesToId, idToBytes } from '../../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import type { StaffCaller } from '../../../http/staff-route.ts';
import { findShare, tellShare, type ShareRow } from './share-rows.ts';
import { listShares } from './share-queries.ts';
import type { OpenedShare } from './staff-api.ts';
import type { SharingTables } from './tables.ts';

type NotFound = { readonly code: 'not-found' };

/** Hands the sealed page to a member of the role, in one transaction with the audit and with what its person is told. */
export async function openShare(tx: GatewayTransaction, staff: StaffCaller, role: ShareRole, shareId: RecordId): Promise<Result<OpenedShare, NotFound>> {
  const row = await findOf(tx, role, shareId);
  if (row === undefined) return fail({ code: 'not-found' });
  await tx.tables<SharingTables>().insertInto('share_openings').values({ share: row.id, staff: idToBytes(staff.staffId), at: tx.now }).execute();
  await tellShare(tx, row);
  await note(tx, staff, 'sharing.open', row);
  const [share] = await listShares(tx.tables(), role, tx.now, shareId);
  return share === undefined ? fail({ code: 'not-found' }) : ok({ share, enc: row.enc, box: row.box });
}

/** Keeps a sealed answer and tells its person. The same one again has the effect of once. */
export async function answerShare(tx: GatewayTransaction, staff: StaffCaller, role: ShareRole, shareId: RecordId, answer: { readonly answerId: RecordId; readonly box: string }): Promise<Result<null, NotFound>> {
  const row = await findOf(tx, role, shareId);
  if (row === undefined) return fail({ code: 'not-found' });
  const tables = tx.tables<SharingTables>();
  const known = await tables.selectFrom('share_answers').select('id').where('id', '=', idToBytes(answer.answerId)).executeTakeFirst();
  if (known !== undefined) return ok(null);
  await tables.insertInto('share_answers').values({ id: idToBytes(answer.answerId), share: row.id, staff: idToBytes(staff.staffId), at: tx.now, box: answer.box }).execute();
  await tellShare(tx, row);
  await note(tx, staff, 'sharing.answer', row);
  return ok(null);
}

/** A share of this role whose time is not over, of somebody who is here. */
async function findOf(tx: GatewayTransaction, role: ShareRole, shareId: RecordId): Promise<ShareRow | undefined> {
  const row = await findShare(tx, shareId);
  if (row?.role !== role) return undefined;
  return (await listShares(tx.tables(), role, tx.now, shareId)).length === 0 ? undefined : row;
}

async function note(tx: GatewayTransaction, staff: StaffCaller, action: string, row: ShareRow): Promise<void> {
  await appendAudit(tx, { at: tx.now, actor: { kind: 'staff', id: staff.staffId }, action, subject: bytesToId<PersonId>(row.person), detail: { shareId: bytesToId<RecordId>(row.id) } });
}
