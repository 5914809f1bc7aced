import { certificateRecords } from '#protocol/education/certificate.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../../../audit/append-audit.ts';
import { bytesToId } from '../../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import type { StaffCaller } from '../../../http/staff-route.ts';
import { appendChange, personAudience } from '../../../sync/change-log.ts';
import type { TutorTables } from '../tutor-tables.ts';
import { certificateOf, findCertificate } from './certificate-queries.ts';
import { CERTIFICATE_NEWS } from './issue.ts';

/** Takes a certificate back: its person is told, and the public page says so from the next contact on. Twice is once. */
export async function revokeCertificate(tx: GatewayTransaction, staff: StaffCaller, number: string, reason: string): Promise<Result<void, { readonly code: 'not-found' }>> {
  const row = await findCertificate(tx.tables(), number);
  if (row === undefined) return fail({ code: 'not-found' });
  if (row.revoked_at !== null) return ok(undefined);
  const revoked = { revoked_at: tx.now, revoke_reason: reason, untold: 1 };
  await tx.tables<TutorTables>().updateTable('education_certificates').set(revoked).where('number', '=', number).execute();
  await appendChange(tx, {
    audience: personAudience(bytesToId(row.person)),
    record: certificateRecords.certificate,
    id: number,
    put: certificateOf({ ...row, ...revoked }),
  });
  await appendAudit(tx, { at: tx.now, actor: { kind: 'staff', id: staff.staffId }, action: 'certificates.revoke', subject: bytesToId(row.person), detail: { number } });
  tx.announce(CERTIFICATE_NEWS);
  return ok(undefined);
}
