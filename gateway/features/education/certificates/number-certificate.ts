import { createHmac } from 'node:crypto';
import type { PersonId } from '#protocol/ids.ts';
import { CODE_ALPHABET } from '#protocol/enrolment/schema.ts';
import { CERTIFICATE_RANDOM, finishCertificateNumber } from '#protocol/education/certificate.ts';

/**
 * The number of a person's certificate for a course: a keyed hash, so that a gateway restored from an older copy gives
 * the very number that is printed already, and nobody without its secret can make one up. Each character comes from 32
 * bits; the bias of taking them modulo 26 is below one in 10^8.
 */
export function numberCertificate(secret: Uint8Array, personId: PersonId, packId: string): string {
  const hash = createHmac('sha512', secret).update(`throughline/certificate/1|${personId}|${packId}`).digest();
  const signs = Array.from({ length: CERTIFICATE_RANDOM }, (_, at) => CODE_ALPHABET.charAt(hash.readUInt32BE(at * 4) % CODE_ALPHABET.length));
  return finishCertificateNumber(signs.join(''));
}
