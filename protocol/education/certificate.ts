import { z } from 'zod/mini';
import { CODE_ALPHABET } from '../enrolment/schema.ts';
import { packIdSchema, timeSchema } from '../ids.ts';
import { levelSchema } from '../packs/manifest.ts';

/** Random characters of a certificate's number: 26^14 is about 2^65, so nobody finds a number by trying. */
export const CERTIFICATE_RANDOM = 14;
/** The largest prime below 26², the number of two-character checks. */
const CHECK_PRIME = 673;
const NUMBER_LENGTH = CERTIFICATE_RANDOM + 2;
const SIGNS = CODE_ALPHABET.length;

/** "ABCD-2346-WXYZ-7788". */
export const certificateNumberSchema = z.string().check(z.regex(/^[BCDFGHJKMNPQRTVWXYZ2346789]{4}(-[BCDFGHJKMNPQRTVWXYZ2346789]{4}){3}$/));

/**
 * Adds the two check characters and the dashes. A remainder by a prime finds every single wrong character and every
 * exchange of two neighbours, so that a slip of the pen is told as one and costs no try. Takes 14 characters of the
 * alphabet of codes.
 */
export function finishCertificateNumber(random: string): string {
  const check = checkOf(random);
  const all = `${random}${CODE_ALPHABET.charAt(Math.floor(check / SIGNS))}${CODE_ALPHABET.charAt(check % SIGNS)}`;
  return (all.match(/.{4}/g) ?? []).join('-');
}

/** Tidies what was typed (case, spaces, dashes) into a number whose check is right, or undefined. */
export function parseCertificateNumber(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '');
  if (plain.length !== NUMBER_LENGTH || [...plain].some((sign) => !CODE_ALPHABET.includes(sign))) return undefined;
  const number = finishCertificateNumber(plain.slice(0, CERTIFICATE_RANDOM));
  return number.replaceAll('-', '') === plain ? number : undefined;
}

/** A surname as it is compared: no case, no accents, no spaces or marks. "O’Neill-Ŵyn" and "oneill wyn" are one. */
export function foldSurname(typed: string): string {
  return typed.normalize('NFKD').replace(/[^\p{L}]/gu, '').toLowerCase();
}

/**
 * The texts whose SHA-256 name and open a certificate outside the prison. Only somebody who holds both the number and
 * the surname can make them: the family service cannot list, count by name or read what it keeps.
 */
export function certificateSecrets(number: string, surname: string): { readonly id: string; readonly key: string } {
  const holder = `${number}|${foldSurname(surname)}`;
  return { id: `throughline/certificate/1/id|${holder}`, key: `throughline/certificate/1/key|${holder}` };
}

/** What a certificate says to whoever holds its number and surname; nothing about a prison, a number or a mark. */
export const certificateFactsSchema = z.strictObject({
  title: z.string().check(z.maxLength(300)),
  level: z.array(levelSchema).check(z.maxLength(7)),
  /** The day it was issued, by the gateway's clock. */
  issuedOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
});
export type CertificateFacts = z.infer<typeof certificateFactsSchema>;

/** Change record of the person stream: a `CertificateRecord`. Id: the number. */
export const certificateRecords = { certificate: 'education.certificate' } as const;

/** What a part of a course asked for, and the best of all tries; `best` is null where a score was not what passed it. */
export const certificateResultSchema = z.object({
  activityId: z.string().check(z.maxLength(200)),
  passMark: z.number(),
  best: z.nullable(z.number()),
});
export type CertificateResult = z.infer<typeof certificateResultSchema>;

/** A certificate as the person has it on any tablet. */
export const certificateRecordSchema = z.object({
  number: certificateNumberSchema,
  packId: packIdSchema,
  /** Language → the certificate's title. */
  title: z.record(z.string(), z.string()),
  level: z.array(levelSchema),
  /** The holder's name as it is printed. */
  name: z.string().check(z.maxLength(200)),
  issuedAt: timeSchema,
  /** Seconds of work it stands for. */
  seconds: z.number(),
  /** Every part with a pass mark: the mark, and the best that was reached, as shares of 1. Absent from older gateways. */
  results: z.optional(z.readonly(z.array(certificateResultSchema))),
  revokedAt: z.nullable(timeSchema),
});
export type CertificateRecord = z.infer<typeof certificateRecordSchema>;

function checkOf(random: string): number {
  return [...random].reduce((rest, sign) => (rest * SIGNS + CODE_ALPHABET.indexOf(sign)) % CHECK_PRIME, 0);
}
