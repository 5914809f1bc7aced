import { randomBytes } from 'node:crypto';
import type { Mark } from '#protocol/education/assignment.ts';
import { progressEventSchema, type ProgressEvent } from '#protocol/education/schema.ts';
import { checkMark } from '#protocol/education/work-rules.ts';
import { makeUuidV7, type PersonId, type RecordId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../../../audit/append-audit.ts';
import { bytesToId, idToBytes } from '../../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import type { StaffCaller } from '../../../http/staff-route.ts';
import { recordEvents, type ProgressParts } from '../record-events.ts';
import type { TutorTables } from '../tutor-tables.ts';
import type { MarkRequest } from './staff-api.ts';
import { findWorkHere } from './work-queries.ts';
import { tellPerson, type WorkRow } from './work-rows.ts';

/** Why a mark was not taken; `work-marked`: a colleague was quicker. */
export type MarkFault = { readonly code: 'not-found' | 'work-marked' | 'score-too-high' | 'comment-missing' };

/** Notes that a member of staff reads this work: in the audit each time, on the person's stream the first time. */
export async function openWork(tx: GatewayTransaction, staff: StaffCaller, workId: RecordId): Promise<Result<WorkRow, { readonly code: 'not-found' }>> {
  const row = await findWorkHere(tx.tables(), workId);
  if (row === undefined) return fail({ code: 'not-found' });
  await appendAudit(tx, { at: tx.now, actor: { kind: 'staff', id: staff.staffId }, action: 'work.read', subject: bytesToId(row.person), detail: { workId } });
  return ok(row.state === 'handed-over' ? await saveRow(tx, { ...row, state: 'reading' }) : row);
}

/**
 * A tutor's answer to a piece of work: the mark, what it means for the person's progress, and a certificate where it
 * was the last thing missing, in one transaction. Work is marked once; another go is another piece of work.
 */
export async function markWork(
  tx: GatewayTransaction,
  parts: ProgressParts,
  staff: StaffCaller,
  workId: RecordId,
  request: MarkRequest,
): Promise<Result<WorkRow, MarkFault>> {
  const row = await findWorkHere(tx.tables(), workId);
  if (row === undefined) return fail({ code: 'not-found' });
  if (row.state === 'marked') return fail({ code: 'work-marked' });
  const checked = checkMark(request);
  if (!checked.ok) return checked;
  const mark: Mark = { ...request, by: staff.name, at: tx.now };
  const marked = await saveRow(tx, { ...row, state: 'marked', mark: JSON.stringify(mark), marked_by: idToBytes(staff.staffId) });
  await recordEvents(tx, parts, bytesToId<PersonId>(row.person), [tutorsEvent(row, mark, tx.now)], tx.now);
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'staff', id: staff.staffId },
    action: 'work.mark',
    subject: bytesToId(row.person),
    detail: { workId, outcome: mark.outcome },
  });
  return ok(marked);
}

async function saveRow(tx: GatewayTransaction, row: WorkRow): Promise<WorkRow> {
  const { state, mark, marked_by } = row;
  await tx.tables<TutorTables>().updateTable('education_work').set({ state, mark, marked_by }).where('id', '=', row.id).execute();
  await tellPerson(tx, row);
  return row;
}

/** The tutor's word as a progress event: it is folded like any other, on the tablet and here. */
function tutorsEvent(row: WorkRow, mark: Mark, now: number): ProgressEvent {
  return progressEventSchema.parse({
    eventId: makeUuidV7(now, randomBytes(10)),
    packId: row.pack_id,
    packVersion: row.pack_version,
    activityId: row.activity_id,
    verb: mark.outcome === 'passed' ? 'passed' : 'failed',
    at: now,
    data: mark.score === null ? {} : { score: mark.score.got, outOf: mark.score.outOf },
  });
}
