import type { Selectable } from 'kysely';
import type { PersonId, TabletId } from '#protocol/ids.ts';
import { workRecordSchema, workRecords, type WorkRecord } from '#protocol/education/assignment.ts';
import { bytesToId, idToBytes } from '../../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import { appendChange, personAudience } from '../../../sync/change-log.ts';
import type { TutorTables } from '../tutor-tables.ts';

/** A piece of work as it lies in its row. */
export type WorkRow = Selectable<TutorTables['education_work']>;

/** The record the person has of a piece of work: all of it but what only staff see. */
export function workOf(row: WorkRow): WorkRecord {
  return workRecordSchema.parse({
    workId: bytesToId(row.id),
    packId: row.pack_id,
    packVersion: row.pack_version,
    activityId: row.activity_id,
    language: row.language,
    parts: JSON.parse(row.parts) as unknown,
    writtenAt: row.written_at,
    kind: row.kind,
    state: row.state,
    receipt: row.receipt,
    receivedAt: row.received_at,
    mark: row.mark === null ? null : (JSON.parse(row.mark) as unknown),
    refusal: null,
    ...(row.photos === null ? {} : { photos: JSON.parse(row.photos) as unknown, photosHere: row.photos_here }),
  });
}

/** Who handed it in and on what. */
export type WorkSource = { readonly personId: PersonId; readonly tabletId: TabletId };

/** Stores new work and tells its person that it is here. Answers false when the id is there already. */
export async function insertWork(tx: GatewayTransaction, work: WorkRecord, { personId, tabletId }: WorkSource): Promise<boolean> {
  const row: WorkRow = {
    id: idToBytes(work.workId),
    person: idToBytes(personId),
    tablet: idToBytes(tabletId),
    pack_id: work.packId,
    pack_version: work.packVersion,
    activity_id: work.activityId,
    language: work.language,
    kind: work.kind,
    parts: JSON.stringify(work.parts),
    written_at: work.writtenAt,
    received_at: work.receivedAt ?? tx.now,
    receipt: work.receipt ?? '',
    state: work.state,
    mark: null,
    marked_by: null,
    photos: work.photos === undefined ? null : JSON.stringify(work.photos),
    photos_here: 0,
  };
  const inserted = await tx
    .tables<TutorTables>()
    .insertInto('education_work')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return false;
  await tellPerson(tx, row);
  return true;
}

/** Puts the work, as it stands in this row, on its person's stream. */
export async function tellPerson(tx: GatewayTransaction, row: WorkRow): Promise<void> {
  const work = workOf(row);
  await appendChange(tx, {
    audience: personAudience(bytesToId(row.person)),
    record: workRecords.work,
    id: work.workId,
    put: work,
  });
}
