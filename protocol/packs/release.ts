import { z } from 'zod/mini';
import { sha256Schema, timeSchema } from '../ids.ts';
import { audienceSchema, keyIdSchema, packVersionSchema, strictPackIdSchema } from './manifest.ts';

/**
 * What is live here and what was taken back, signed by the gateway with a serial that only rises (PACK-17, PACK-18).
 * All packs stand together, which stops a mixture of old and new. A stale one shows a banner and never locks.
 */
export const releaseSchema = z.object({
  format: z.literal('throughline-release/1'),
  serial: z.int().check(z.gte(1)),
  issuedAt: timeSchema,
  packs: z.readonly(
    z
      .array(
        z.object({
          packId: strictPackIdSchema,
          version: packVersionSchema,
          manifestSha256: sha256Schema,
          audience: z.optional(audienceSchema),
        }),
      )
      .check(z.maxLength(10_000)),
  ),
  revoked: z.object({
    keyIds: z.readonly(z.array(keyIdSchema).check(z.maxLength(1000))),
    manifests: z.readonly(z.array(sha256Schema).check(z.maxLength(10_000))),
    packs: z.readonly(
      z
        .array(z.object({ packId: strictPackIdSchema, version: z.optional(packVersionSchema) }))
        .check(z.maxLength(10_000)),
    ),
  }),
});
/** What is live here and what was taken back. */
export type Release = z.infer<typeof releaseSchema>;
