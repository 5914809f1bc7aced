import { createDecipheriv, createHash } from 'node:crypto';
import { certificateFactsSchema, certificateSecrets, parseCertificateNumber } from '#protocol/education/certificate.ts';
import { ok } from '#protocol/result.ts';
import type { FamilyDatabase } from '../db/open-family-database.ts';
import { checkCertificateReplySchema, checkCertificateRequestSchema, type CheckedCertificate } from '../family-api.ts';
import { familyRoute, type FamilyRoute } from '../http/family-scope.ts';

/**
 * Tries of one address in a minute. An employer checks a few; 26^14 numbers at this pace would take longer than the
 * world has.
 */
const TRIES_PER_MINUTE = 10;

/**
 * Whether a certificate is real, for whoever was shown it. Both number and surname must be right; a wrong one of either
 * has the same answer, so nobody learns which numbers there are or whose they are.
 */
export function certificateRoute(database: FamilyDatabase): FamilyRoute {
  return familyRoute({
    method: 'POST',
    path: '/certificates/check',
    who: 'anyone',
    triesPerMinute: TRIES_PER_MINUTE,
    body: checkCertificateRequestSchema,
    reply: checkCertificateReplySchema,
    handle: async ({ body }) => ok(await checkCertificate(database, body.number, body.surname)),
  });
}

async function checkCertificate(database: FamilyDatabase, typed: string, surname: string): Promise<CheckedCertificate> {
  const number = parseCertificateNumber(typed);
  if (number === undefined) return { state: 'unknown' };
  const secrets = certificateSecrets(number, surname);
  const id = createHash('sha256').update(secrets.id).digest('hex');
  const row = await database.selectFrom('certificates').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return { state: 'unknown' };
  if (row.revoked === 1) return { state: 'revoked' };
  const facts = openFacts(row.box, createHash('sha256').update(secrets.key).digest());
  return facts === undefined ? { state: 'unknown' } : { state: 'valid', facts };
}

/** Twelve bytes of nonce, the sealed facts, sixteen bytes of tag; undefined when it does not open. */
function openFacts(box: string, key: Buffer) {
  try {
    const bytes = Buffer.from(box, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAuthTag(bytes.subarray(-16));
    const plain = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    return certificateFactsSchema.parse(JSON.parse(plain.toString('utf8')));
  } catch {
    return undefined;
  }
}
