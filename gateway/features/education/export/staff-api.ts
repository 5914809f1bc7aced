import { z } from 'zod/mini';
import { recordIdSchema } from '#protocol/ids.ts';

/** GET /learning/csv?group= : a table for a spreadsheet. */
export const csvQuerySchema = z.strictObject({ group: z.optional(recordIdSchema) });
export const csvSchema = z.object({ fileName: z.string(), csv: z.string() });

/**
 * GET /learning/statements?actor=&group=&after= : xAPI statements in the order the gateway heard of them, a page at a
 * time. `more` is the `after` of the next page, or null.
 */
export const statementsQuerySchema = z.strictObject({
  actor: z.enum(['pseudonym', 'name']),
  group: z.optional(recordIdSchema),
  after: z.optional(z.string().check(z.regex(/^\d{1,15}\.[0-9a-f-]{36}$/))),
});
export const statementsSchema = z.object({ statements: z.array(z.record(z.string(), z.unknown())), more: z.nullable(z.string()) });
