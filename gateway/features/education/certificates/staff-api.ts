import { z } from 'zod/mini';
import { certificateNumberSchema, certificateResultSchema } from '#protocol/education/certificate.ts';
import { personIdSchema, timeSchema } from '#protocol/ids.ts';

/** GET /certificates?person= : newest first. */
export const certificatesQuerySchema = z.strictObject({ person: z.optional(personIdSchema) });
export const staffCertificateSchema = z.object({
  number: certificateNumberSchema,
  personId: personIdSchema,
  name: z.string(),
  title: z.record(z.string(), z.string()),
  issuedAt: timeSchema,
  seconds: z.number(),
  /** Each pass mark with the best that was reached, as shares of 1. */
  results: z.array(certificateResultSchema),
  revokedAt: z.nullable(timeSchema),
  revokeReason: z.nullable(z.string()),
});
export type StaffCertificate = z.infer<typeof staffCertificateSchema>;
export const certificatesSchema = z.object({ certificates: z.array(staffCertificateSchema) });

export const certificateParamsSchema = z.object({ number: certificateNumberSchema });
/** GET /certificates/:number/print?language= : the PDF as base64, so that it goes through the same scope as all else. */
export const printQuerySchema = z.strictObject({ language: z.optional(z.enum(['en', 'cy', 'ar'])) });
export const printedSchema = z.object({ fileName: z.string(), pdf: z.string() });
/** POST /certificates/:number/revoke : why, for the next who asks. It is shown to staff only. */
export const revokeRequestSchema = z.strictObject({ reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)) });
