import { workOperations, workRecords, workRecordSchema } from '#protocol/education/assignment.ts';
import { certificateRecords, certificateRecordSchema } from '#protocol/education/certificate.ts';
import type { Change } from '#protocol/sync/change.ts';
import type { Answer } from '#protocol/sync/operation.ts';
import type { PersonDatabase } from '../../../db/open-person-database.ts';
import type { StoreWrite } from '../../../db/stores.ts';
import { workTables } from './work-tables.ts';

/** Written work and certificates of the person stream: receipts, marks and comments, on whichever tablet they are. */
export async function applyWorkChange(change: Change, database: PersonDatabase): Promise<readonly StoreWrite[]> {
  const { works, certificates } = workTables(database);
  if (change.record === workRecords.work) {
    if ('removed' in change) return [works.prepareDelete(change.id)];
    const work = workRecordSchema.safeParse(change.put);
    return work.success ? [await works.preparePut(work.data)] : [];
  }
  if (change.record === certificateRecords.certificate) {
    if ('removed' in change) return [certificates.prepareDelete(change.id)];
    const certificate = certificateRecordSchema.safeParse(change.put);
    return certificate.success ? [await certificates.preparePut(certificate.data)] : [];
  }
  return [];
}

/** The gateway's answer to work that was handed in: its receipt, or why it could not be taken. A newer record replaces it. */
export async function applyWorkAnswer(
  answered: { readonly id: string; readonly kind: string; readonly answer: Answer },
  database: PersonDatabase,
): Promise<readonly StoreWrite[]> {
  if (answered.kind !== workOperations.handIn) return [];
  const { works } = workTables(database);
  const work = await works.get(answered.id);
  const { answer } = answered;
  if (work?.state !== 'waiting' || answer.answer === 'retry') return [];
  if (answer.answer === 'accepted') return [await works.preparePut({ ...work, state: 'handed-over', receipt: answer.receipt, receivedAt: answer.at })];
  return [await works.preparePut({ ...work, state: 'refused', refusal: answer.detail ?? answer.code })];
}
