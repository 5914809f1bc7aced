import type { Kysely } from 'kysely';
import { checkPhoto } from '#protocol/education/photo-rules.ts';
import type { RecordId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../../../audit/append-audit.ts';
import { bytesToId, idToBytes } from '../../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import type { StaffCaller } from '../../../http/staff-route.ts';
import type { TutorTables } from '../tutor-tables.ts';
import { findWorkHere } from './work-queries.ts';
import type { WorkRow } from './work-rows.ts';

/** Which photographs of a piece of work have arrived. */
export async function loadPhotoIds(tables: Kysely<TutorTables>, row: Pick<WorkRow, 'id'>): Promise<ReadonlySet<string>> {
  const rows = await tables.selectFrom('education_work_photos').select('id').where('work', '=', row.id).execute();
  return new Set(rows.map(({ id }) => bytesToId<string>(id)));
}

/**
 * The JPEG of one photograph of work of somebody who is here, for a member of staff: each look is in the audit. Its bytes
 * are judged again on the way out, so that what a browser is told is a picture is one, whoever wrote into the database.
 */
export async function openPhoto(tx: GatewayTransaction, staff: StaffCaller, workId: RecordId, photoId: RecordId): Promise<Result<Uint8Array, { readonly code: 'not-found' }>> {
  const work = await findWorkHere(tx.tables(), workId);
  if (work === undefined) return fail({ code: 'not-found' });
  const photo = await tx.tables<TutorTables>().selectFrom('education_work_photos').select('jpeg').where('id', '=', idToBytes(photoId)).where('work', '=', work.id).executeTakeFirst();
  if (photo === undefined || !checkPhoto(photo.jpeg).ok) return fail({ code: 'not-found' });
  await appendAudit(tx, { at: tx.now, actor: { kind: 'staff', id: staff.staffId }, action: 'work.read', subject: bytesToId(work.person), detail: { workId, photoId } });
  return ok(photo.jpeg);
}
