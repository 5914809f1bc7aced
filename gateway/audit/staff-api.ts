import { z } from 'zod/mini';
import { sha256Schema, timeSchema } from '#protocol/ids.ts';

/** GET /audit?before=&limit=&action=&actor=&subject= ; newest first. */
export const auditQuerySchema = z.strictObject({
  /** Only entries with a lower sequence number. */
  before: z.optional(z.coerce.number().check(z.int(), z.gte(1))),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
  action: z.optional(z.string().check(z.maxLength(60))),
  actor: z.optional(z.string().check(z.maxLength(60))),
  subject: z.optional(z.string().check(z.maxLength(100))),
});

export const auditEntrySchema = z.object({
  sequence: z.int(),
  at: timeSchema,
  actor: z.object({
    kind: z.enum(['staff', 'person', 'tablet', 'gateway', 'family']),
    id: z.string(),
    /** As known today; null when unknown. */ name: z.nullable(z.string()),
  }),
  action: z.string(),
  subject: z.string(),
  /** Codes and ids, never words that somebody wrote. */
  detail: z.record(z.string(), z.unknown()),
  hash: sha256Schema,
});
export type StaffAuditEntry = z.infer<typeof auditEntrySchema>;
export const auditPageSchema = z.object({ entries: z.array(auditEntrySchema), more: z.boolean() });
export type AuditPage = z.infer<typeof auditPageSchema>;

/** GET /audit/verification: the whole chain, checked now. */
export const auditVerificationSchema = z.object({
  ok: z.boolean(),
  entries: z.int(),
  /** First sequence number that does not fit, and what is wrong there; null when ok. */
  broken: z.nullable(z.object({ sequence: z.int(), code: z.string() })),
});
export type AuditVerification = z.infer<typeof auditVerificationSchema>;
