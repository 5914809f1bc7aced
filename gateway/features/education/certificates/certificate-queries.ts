import type { Kysely, Selectable } from 'kysely';
import { certificateRecordSchema, type CertificateRecord } from '#protocol/education/certificate.ts';
import type { PersonId } from '#protocol/ids.ts';
import { bytesToId, idToBytes } from '../../../db/id-bytes.ts';
import type { PeopleTables } from '../../../people/tables.ts';
import type { TutorTables } from '../tutor-tables.ts';
import type { StaffCertificate } from './staff-api.ts';

/** A certificate as it lies in its row. */
export type CertificateRow = Selectable<TutorTables['education_certificates']>;

/** The record the person has. */
export function certificateOf(row: CertificateRow): CertificateRecord {
  return { ...certificateRecordSchema.parse(JSON.parse(row.body)), revokedAt: row.revoked_at };
}

/** Certificates of people who are here, or of one of them, newest first. */
export async function listCertificates(tables: Kysely<TutorTables & PeopleTables>, personId?: PersonId): Promise<StaffCertificate[]> {
  let rows = tables
    .selectFrom('education_certificates')
    .innerJoin('people', 'people.id', 'education_certificates.person')
    .selectAll('education_certificates')
    .where('people.status', '=', 'here')
    .orderBy('issued_at', 'desc')
    .limit(1000);
  if (personId !== undefined) rows = rows.where('person', '=', idToBytes(personId));
  return (await rows.execute()).map((row) => {
    const { number, name, title, issuedAt, seconds, results = [], revokedAt } = certificateOf(row);
    return { results: [...results], number, name, title, issuedAt, seconds, revokedAt, personId: bytesToId<PersonId>(row.person), revokeReason: row.revoke_reason };
  });
}

/** One certificate by its number, of somebody who is or was here. */
export async function findCertificate(tables: Kysely<TutorTables>, number: string): Promise<CertificateRow | undefined> {
  return tables.selectFrom('education_certificates').selectAll().where('number', '=', number).executeTakeFirst();
}
