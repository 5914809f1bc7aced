import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { certificateSecrets, type CertificateFacts } from '#protocol/education/certificate.ts';
import type { LinkCertificate } from '#protocol/family-link/schema.ts';
import type { GatewayDatabase } from '../../../db/gateway-database.ts';
import type { CertificateWork } from '../../../family-link/exchange-with-family.ts';
import type { TutorTables } from '../tutor-tables.ts';
import { certificateOf, type CertificateRow } from './certificate-queries.ts';

/** Certificates in one call. */
const PAGE = 100;

/** The education feature's side of the link: certificates whose standing outside is not what it is here. */
export function createCertificateNews(database: GatewayDatabase): CertificateWork {
  /** The rows behind what was taken, so that a revocation in between stays news. */
  let taken: readonly CertificateRow[] = [];
  return {
    takeCertificates: async () => {
      taken = await database
        .reads<TutorTables>()
        .selectFrom('education_certificates')
        .selectAll()
        .where('untold', '=', 1)
        .orderBy('issued_at')
        .limit(PAGE)
        .execute();
      return taken.map(sealCertificate);
    },
    certificatesKnown: async () => {
      const known = taken;
      await database.committer.submit(async (tx) => {
        for (const { number, revoked_at } of known)
          await tx
            .tables<TutorTables>()
            .updateTable('education_certificates')
            .set({ untold: 0 })
            .where('number', '=', number)
            .where('revoked_at', revoked_at === null ? 'is' : '=', revoked_at)
            .execute();
      });
    },
  };
}

/** What leaves the prison of a certificate: nothing that can be read without its number and its holder's surname. */
export function sealCertificate(row: CertificateRow): LinkCertificate {
  const { number, title, level, issuedAt } = certificateOf(row);
  const secrets = certificateSecrets(number, row.surname);
  const facts: CertificateFacts = {
    title: title['en'] ?? Object.values(title)[0] ?? '',
    level: [...level],
    issuedOn: new Date(issuedAt).toISOString().slice(0, 10),
  };
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', createHash('sha256').update(secrets.key).digest(), nonce);
  const box = Buffer.concat([nonce, cipher.update(JSON.stringify(facts), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return {
    id: createHash('sha256').update(secrets.id).digest('hex'),
    box: box.toString('base64url'),
    revoked: row.revoked_at !== null,
  };
}
