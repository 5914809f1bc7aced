import type { LinkCertificate } from '#protocol/family-link/schema.ts';
import type { FamilyDatabase } from '../db/open-family-database.ts';

/** Keeps what the prison says of its certificates; whole records, so telling the same again changes nothing. */
export async function takeCertificates(db: FamilyDatabase, certificates: readonly LinkCertificate[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const { id, box, revoked } of certificates) {
      const fields = { box, revoked: revoked ? 1 : 0 };
      await tx
        .insertInto('certificates')
        .values({ id, ...fields })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
        .execute();
    }
  });
}
