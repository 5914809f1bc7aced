import { z } from 'zod/mini';
import { base64Url, operationIdSchema, personIdSchema, timeSchema } from '../ids.ts';

/** `feature.verb`, for example `messaging.send`. The sync room never looks inside; the feature of that name does. */
export const operationKindSchema = z.string().check(z.regex(/^[a-z]+\.[a-z-]+$/), z.maxLength(60));

/** What stands in the place of an operation that was taken back before it was ever sent (SPEC OUT-5). */
export const WITHDRAWN_KIND = 'sync.withdrawn';

/**
 * One thing a prisoner did, before it is sealed. `sequence` counts from 1 per person and tablet and never
 * skips (SPEC PUSH-5). `composedAt` is the device clock, for display only (SPEC CLOCK-1).
 */
export const operationSchema = z.strictObject({
  id: operationIdSchema,
  personId: personIdSchema,
  sequence: z.int().check(z.gte(1)),
  kind: operationKindSchema,
  composedAt: timeSchema,
  payload: z.unknown(),
});
export type Operation = z.infer<typeof operationSchema>;

/**
 * An operation as it waits on the tablet and crosses the wire: sealed with HPKE in Auth mode (RFC 9180), from the
 * person's key to the gateway's. Nobody holding the tablet can read or forge it, so the tablet can hand it over
 * while nobody is signed in (ADR 0012). `enc` is the encapsulated key (65 bytes), the same for every operation of
 * one sign-in; `box` is 12 bytes of nonce followed by AES-256-GCM of the JSON of `sealedPartSchema`,
 * bound to `operationAad`.
 */
export const sealedOperationSchema = z.strictObject({
  id: operationIdSchema,
  personId: personIdSchema,
  sequence: z.int().check(z.gte(1)),
  enc: base64Url(100),
  box: base64Url(400_000),
});
export type SealedOperation = z.infer<typeof sealedOperationSchema>;

/** What is inside `box`. */
export const sealedPartSchema = z.strictObject({
  kind: operationKindSchema,
  composedAt: timeSchema,
  payload: z.unknown(),
});
export type SealedPart = z.infer<typeof sealedPartSchema>;

/** HPKE `info` of the operation key: binds it to this use and to the tablet it was made on. */
export function operationKeyInfo(tabletId: string): string {
  return `throughline/operations/1|${tabletId}`;
}

/** Additional data of one box: an envelope cannot be moved to another person, id or place in the order. */
export function operationAad(operation: Pick<SealedOperation, 'id' | 'personId' | 'sequence'>): string {
  return `${operation.id}|${operation.personId}|${String(operation.sequence)}`;
}

/** Why the gateway will never take an operation. Each is told to the person who made it. */
export const refusalCodes = [
  /** The kind is not known to this gateway: it is older than the tablet. */
  'kind-unknown',
  /** The payload does not fit the feature's schema. */
  'payload-invalid',
  /** It could not be opened with the key of the person it names. */
  'seal-broken',
  /** The person is not, or no longer, one of this tablet's people. */
  'person-not-on-tablet',
  /** This place in the order was used by another operation: the tablet was restored from an old copy. */
  'sequence-reused',
  /** The feature's own rule said no; `detail` has the feature's code. */
  'rule',
] as const;

/** The gateway's word on one operation (SPEC PUSH-2). A repeat gets the first answer again (PUSH-3). */
export const answerSchema = z.discriminatedUnion('answer', [
  z.object({
    id: operationIdSchema,
    answer: z.literal('accepted'),
    /** For the person: "ABCD-1234". The same operation has the same receipt for ever (PUSH-4). */
    receipt: z.string().check(z.maxLength(20)),
    /** The gateway's commit number, to be compared with `backedUpTo` (OUT-4). */
    commit: z.int(),
    at: timeSchema,
  }),
  z.object({
    id: operationIdSchema,
    answer: z.literal('refused'),
    code: z.enum(refusalCodes),
    detail: z.optional(z.string().check(z.maxLength(60))),
    commit: z.int(),
    at: timeSchema,
  }),
  z.object({
    id: operationIdSchema,
    answer: z.literal('retry'),
    /** `gap`: an earlier one is missing. `busy`: ask again later. */
    code: z.enum(['gap', 'busy']),
  }),
]);
export type Answer = z.infer<typeof answerSchema>;
