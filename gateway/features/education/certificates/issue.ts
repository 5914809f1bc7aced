import type { PersonId } from '#protocol/ids.ts';
import { certificateRecords, type CertificateRecord } from '#protocol/education/certificate.ts';
import { checkCertificate } from '#protocol/education/certificate-rules.ts';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { appendAudit } from '../../../audit/append-audit.ts';
import { idToBytes } from '../../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../../db/transaction.ts';
import type { PackTables } from '../../../packs/tables.ts';
import { displayName, loadPerson } from '../../../people/person-queries.ts';
import type { PeopleTables } from '../../../people/tables.ts';
import { appendChange, personAudience } from '../../../sync/change-log.ts';
import { loadCounts } from '../count-events.ts';
import type { CourseBook } from '../course-book.ts';
import type { TutorTables } from '../tutor-tables.ts';

/** A commit that announces this has news for the public page of certificates. */
export const CERTIFICATE_NEWS = 'education:certificate-news';

/** Gives the number of a person's certificate for a course; the same two always give the same number. */
export type NumberCertificate = (personId: PersonId, packId: string) => string;

type IssueParts = { readonly courses: CourseBook; readonly numberCertificate: NumberCertificate };

/**
 * Issues the certificate of a course when its rule is met (protocol/education/certificate-rules.ts). A person has one
 * for a course, whichever tablets the work came from and however often it is asked; a revoked one is not issued again.
 */
export async function issueIfEarned(tx: GatewayTransaction, parts: IssueParts, personId: PersonId, packId: string): Promise<void> {
  const { version, tallies } = await loadCounts(tx.tables<TutorTables>(), personId, packId);
  const manifest = await parts.courses.find(tx.tables<PackTables>(), packId, version);
  if (manifest?.certificate === undefined) return;
  const earned = checkCertificate(manifest, tallies);
  if (!earned.ok) return;
  const person = await loadPerson(tx.tables<PeopleTables>(), personId);
  if (person === undefined) return;
  const record: CertificateRecord = {
    number: parts.numberCertificate(personId, packId),
    packId: manifest.packId,
    title: certificateTitle(manifest),
    level: [...manifest.level],
    name: displayName(person),
    issuedAt: tx.now,
    ...earned.value,
    revokedAt: null,
  };
  await saveNew(tx, personId, version, record, person.lastName);
}

async function saveNew(tx: GatewayTransaction, personId: PersonId, version: number, record: CertificateRecord, surname: string): Promise<void> {
  const inserted = await tx
    .tables<TutorTables>()
    .insertInto('education_certificates')
    .values({
      number: record.number,
      person: idToBytes(personId),
      pack_id: record.packId,
      version,
      body: JSON.stringify(record),
      surname,
      issued_at: record.issuedAt,
      revoked_at: null,
      revoke_reason: null,
      untold: 1,
    })
    .onConflict((conflict) => conflict.columns(['person', 'pack_id']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return;
  await appendChange(tx, { audience: personAudience(personId), record: certificateRecords.certificate, id: record.number, put: record });
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'gateway', id: 'gateway' },
    action: 'certificates.issue',
    subject: personId,
    detail: { packId: record.packId, version, number: record.number },
  });
  tx.announce(CERTIFICATE_NEWS);
}

function certificateTitle({ certificate, title }: Manifest): Readonly<Record<string, string>> {
  return { ...(certificate?.title ?? title) };
}
