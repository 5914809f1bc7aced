import { z } from 'zod/mini';
import { base64Url, recordIdSchema } from '../ids.ts';

/** Longest box: about 95 kB of words, padding and seal; a document of 20,000 letters in any script fits. */
const MAX_BOX = 130_000;

/**
 * A private record as ciphertext, as an operation carries it. The gateway keeps it so that a broken tablet does not
 * lose what somebody wrote, and can do nothing else with it (ADR 0008). `box` is nonce and AES-256-GCM, padded to steps
 * of 256 bytes so that its length tells nothing.
 */
export const saveRecordSchema = z.strictObject({
  recordId: recordIdSchema,
  /** Revision this one was made from; 0 for a new record. */
  baseRevision: z.int().check(z.gte(0)),
  /**
   * The very box that this one takes the place of, where its maker could only guess its revision: another tablet may have
   * been given that number. `baseRevision` then says nothing. Tablets of before it do not send it.
   */
  baseBox: z.optional(base64Url(MAX_BOX)),
  /** Siblings that this one takes the place of as well: the person has looked at them and chosen. */
  replaces: z.optional(z.array(z.int().check(z.gte(1))).check(z.maxLength(20))),
  box: base64Url(MAX_BOX),
});
export type SaveRecord = z.infer<typeof saveRecordSchema>;

/** The ciphertext as the gateway gives it back on the person's stream. */
export const storedRecordSchema = z.object({ recordId: recordIdSchema, revision: z.int().check(z.gte(1)), box: base64Url(MAX_BOX) });
export type StoredRecord = z.infer<typeof storedRecordSchema>;
