import { z } from 'zod/mini';
import { base64Url } from '../ids.ts';

/** `feature.record`, for example `messaging.message`. */
export const recordKindSchema = z.string().check(z.regex(/^[a-z]+\.[a-z-]+$/), z.maxLength(60));

/**
 * A record on its way to a tablet: put whole, or removed (a tombstone). Puts are whole records, never patches,
 * so applying one twice, or after a reset, has the effect of once (SPEC PULL-3).
 */
export const changeSchema = z.union([
  z.object({ record: recordKindSchema, id: z.string().check(z.maxLength(200)), put: z.unknown() }),
  z.object({ record: recordKindSchema, id: z.string().check(z.maxLength(200)), removed: z.literal(true) }),
]);
export type Change = z.infer<typeof changeSchema>;

/** Changes for one person, sealed with HPKE base mode to the key that only their sign-in on this tablet opens. */
export const sealedChangesSchema = z.object({
  enc: base64Url(100),
  /** HPKE ciphertext of the JSON of `Change[]`. */
  box: base64Url(3_000_000),
});
export type SealedChanges = z.infer<typeof sealedChangesSchema>;

/** HPKE `info` for changes sealed to a person on a tablet. */
export function changesInfo(tabletId: string, personId: string): string {
  return `throughline/changes/1|${tabletId}|${personId}`;
}
