import { z } from 'zod/mini';
import { sha256Schema, timeSchema } from '../ids.ts';
import { audienceSchema, keyIdSchema, packVersionSchema, strictPackIdSchema } from './manifest.ts';
import { signedTextSchema } from './roles.ts';

/** First line of what is signed for a release (ROLE-1). */
export const RELEASE_FORMAT = 'throughline-release/1';

/** Largest release: 8 MiB, ten thousand packs and as many revocations. */
export const MAX_RELEASE_BYTES = 8 * 1024 * 1024;

/** After this long without a newer release a banner says how old it is: 7 days, because cells go offline (security.md 8.1). */
export const RELEASE_STALE_AFTER = 7 * 24 * 3600 * 1000;

/**
 * What is live here and what was taken back, signed by the gateway with a serial that only rises (PACK-17, PACK-18).
 * All packs stand together, which stops a mixture of old and new. A stale one shows a banner and never locks.
 */
export const releaseSchema = z.object({
  format: z.literal(RELEASE_FORMAT),
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
          /** This edition is for every tablet here: one that hears of it from a stick alone may have it too. */
          everyone: z.optional(z.literal(true)),
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

/**
 * GET /tablet/release?roles=<version>&serial=<serial>: every roles document after the one the tablet has, oldest first,
 * and the release, or null where the tablet's serial is the newest. The same content lies on a USB stick as `release.json`.
 */
export const releaseReplySchema = z.object({
  roles: z.array(signedTextSchema).check(z.maxLength(1000)),
  release: z.nullable(signedTextSchema),
});
/** What a gateway or a stick says of roles and release. */
export type ReleaseReply = z.infer<typeof releaseReplySchema>;
