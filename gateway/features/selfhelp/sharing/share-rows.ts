import type { Selectable } from 'kysely';
import type { PersonId, RecordId } from '#protocol/ids.ts';
import { sharingRecords, type ShareRole, type ShareState } from '#protocol/selfhelp/sharing.ts';
import { bytesToId, idToBytes } from '../../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import { appendChange, personAudience } from '../../../sync/change-log.ts';
import type { StaffTables } from '../../../staff/tables.ts';
import type { SharingTables } from './tables.ts';

export type ShareRow = Selectable<SharingTables['shares']>;

/** A share whose time is not over, or undefined. */
export async function findShare(tx: GatewayTransaction, shareId: RecordId): Promise<ShareRow | undefined> {
  return tx.tables<SharingTables>().selectFrom('shares').selectAll().where('id', '=', idToBytes(shareId)).where('until', '>', tx.now).executeTakeFirst();
}

/** Tells a person how their share stands: who opened it when, and what was answered. */
export async function tellShare(tx: GatewayTransaction, row: ShareRow): Promise<void> {
  const tables = tx.tables<SharingTables & StaffTables>();
  const openings = await tables.selectFrom('share_openings').innerJoin('staff', 'staff.id', 'share_openings.staff').select(['staff.name', 'share_openings.at']).where('share', '=', row.id).orderBy('at').execute();
  const answers = await tables.selectFrom('share_answers').innerJoin('staff', 'staff.id', 'share_answers.staff').select(['share_answers.id', 'staff.name', 'share_answers.at', 'share_answers.box']).where('share', '=', row.id).orderBy('at').execute();
  const put: ShareState = {
    shareId: bytesToId<RecordId>(row.id),
    role: row.role as ShareRole,
    since: row.since,
    until: row.until,
    note: row.note,
    openings: openings.map(({ name, at }) => ({ by: name, at })),
    answers: answers.map(({ id, name, at, box }) => ({ answerId: bytesToId<RecordId>(id), by: name, at, box })),
  };
  await appendChange(tx, { audience: personAudience(bytesToId(row.person)), record: sharingRecords.share, id: put.shareId, put });
}

/** Deletes a share and all that hung on it; the tablet is told that it is gone. Only the audit remembers that it was there. */
export async function endShare(tx: GatewayTransaction, row: Pick<ShareRow, 'id' | 'person'>): Promise<void> {
  const tables = tx.tables<SharingTables>();
  await tables.deleteFrom('share_openings').where('share', '=', row.id).execute();
  await tables.deleteFrom('share_answers').where('share', '=', row.id).execute();
  await tables.deleteFrom('shares').where('id', '=', row.id).execute();
  await appendChange(tx, { audience: personAudience(bytesToId<PersonId>(row.person)), record: sharingRecords.share, id: bytesToId(row.id), removed: true });
}
