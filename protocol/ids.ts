import { z } from 'zod/mini';

/** Lower-case hyphenated UUID of any version, as every record id crosses the wire. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const uuid = z.string().check(z.regex(UUID));

/** The id of one operation, made once when it is stored; it is the idempotency key (SPEC PUSH-1). UUIDv7. */
export const operationIdSchema = uuid.brand<'OperationId'>();
export type OperationId = z.infer<typeof operationIdSchema>;

/** The gateway's id of a prisoner. Never shown on a screen; people know their prison number. */
export const personIdSchema = uuid.brand<'PersonId'>();
export type PersonId = z.infer<typeof personIdSchema>;

/** The gateway's id of one enrolled tablet. */
export const tabletIdSchema = uuid.brand<'TabletId'>();
export type TabletId = z.infer<typeof tabletIdSchema>;

/** A person outside, linked to exactly one prisoner. */
export const contactIdSchema = uuid.brand<'ContactId'>();
export type ContactId = z.infer<typeof contactIdSchema>;

/** One message in either direction; made by whoever wrote it. */
export const messageIdSchema = uuid.brand<'MessageId'>();
export type MessageId = z.infer<typeof messageIdSchema>;

/** Any other record's id. */
export const recordIdSchema = uuid.brand<'RecordId'>();
export type RecordId = z.infer<typeof recordIdSchema>;

/** HMPPS prison number: a capital letter, four digits, two capital letters (for example A1234BC). */
export const prisonerNumberSchema = z.string().check(z.regex(/^[A-Z]\d{4}[A-Z]{2}$/)).brand<'PrisonerNumber'>();
export type PrisonerNumber = z.infer<typeof prisonerNumberSchema>;

/** A pack's id: a lower-case slug that is also a valid host label, because a pack plays at `pack://<pack id>/`. */
export const packIdSchema = z.string().check(z.regex(/^[a-z][a-z0-9-]{2,62}$/)).brand<'PackId'>();
export type PackId = z.infer<typeof packIdSchema>;

/** SHA-256 in lower-case hexadecimal (64 characters). */
export const sha256Schema = z.string().check(z.regex(/^[0-9a-f]{64}$/)).brand<'Sha256'>();
export type Sha256 = z.infer<typeof sha256Schema>;

/** Milliseconds since 1970 UTC, whole, from 1970 to the year 9999. Device clocks are only ever for display (SPEC CLOCK-1). */
export const timeSchema = z.int().check(z.gte(0), z.lte(253_402_300_799_999));

/** Base64url without padding, as bytes cross the wire inside JSON. `max` counts characters. */
export function base64Url(max: number) {
  return z.string().check(z.regex(/^[A-Za-z0-9_-]*$/), z.maxLength(max));
}

/**
 * Builds a UUIDv7 (RFC 9562 section 5.7), so that ids made later sort later: this more than doubles
 * durable ingest in SQLite against random ids (measured, docs/adr/0003).
 * Takes `now` in milliseconds since 1970 and ten random bytes; returns the hyphenated lower-case form.
 */
export function makeUuidV7(now: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let time = Math.max(0, Math.floor(now));
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** When a UUIDv7 was made, by the clock of whoever made it: milliseconds since 1970. Takes an id of `makeUuidV7`. */
export function timeOfUuidV7(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
