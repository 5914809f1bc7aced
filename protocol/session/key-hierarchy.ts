import { z } from 'zod/mini';
import { base64Url, personIdSchema } from '../ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { decodeBase64Url, encodeBase64Url } from '../base64.ts';

/** Bytes over a plain buffer, as Web Crypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The primitives the vault stands on, handed in because the kiosk runs this in a Node process and the browser
 * adapter in a worker. All keys are 32 bytes.
 */
export type VaultPrimitives = {
  /** Argon2id (RFC 9106) of the PIN with a 16-byte salt; memory in KiB; returns 32 bytes. */
  readonly argon2id: (pin: string, salt: Bytes, cost: Argon2Cost) => Promise<Bytes>;
  /** HKDF-SHA-256 (RFC 5869) with no salt; returns 32 bytes. */
  readonly hkdf: (secret: Bytes, info: string) => Promise<Bytes>;
  /** AES-256-GCM; a 12-byte nonce is chosen at random and put before the ciphertext. */
  readonly seal: (key: Bytes, plain: Bytes, aad: string) => Promise<Bytes>;
  /** Opens what `seal` made; undefined when the key, the bytes or the additional data are not the same. */
  readonly open: (key: Bytes, sealed: Bytes, aad: string) => Promise<Bytes | undefined>;
};

const argon2CostSchema = z.strictObject({ memory: z.int().check(z.gte(8)), passes: z.int().check(z.gte(1)), lanes: z.int().check(z.gte(1)) });
export type Argon2Cost = z.infer<typeof argon2CostSchema>;

/** 64 MiB, three passes, one lane: 0.2 s on the machine of security.md 6.2. Stored with each wrap, raised at sign-in. */
export const ARGON2_COST: Argon2Cost = { memory: 65_536, passes: 3, lanes: 1 };

/**
 * One person's wrapped keys on one tablet, as kept on disk. `person` is absent until the gateway has taken the first
 * sign-in, so that a tablet switched off half-way tries again with the same keys instead of spending the code.
 * `failures` is raised and flushed before a PIN is tried (security.md section 2, Android Gatekeeper).
 */
export const vaultRecordSchema = z.strictObject({
  version: z.literal(1),
  person: z.optional(z.strictObject({ personId: personIdSchema, displayName: z.string().check(z.maxLength(120)), prisonerNumber: z.string().check(z.maxLength(10)) })),
  salt: base64Url(24),
  cost: argon2CostSchema,
  wrapped: base64Url(2000),
  failures: z.int().check(z.gte(0)),
  /** Wrong tries since the last good sign-in are shown to the person: somebody may have been guessing. */
  failuresSinceSignIn: z.int().check(z.gte(0)),
  /** The keys of private records beside this tablet's own, under the data key (`keyring.ts`). Absent: there are no others. */
  keyring: z.optional(base64Url(4000)),
  /** New keys under a new PIN, after a forgotten one, until the gateway has taken the code. */
  next: z.optional(z.strictObject({ salt: base64Url(24), cost: argon2CostSchema, wrapped: base64Url(2000) })),
});
export type VaultRecord = z.infer<typeof vaultRecordSchema>;

/**
 * What the PIN opens: the data key (32 bytes) that every store key is derived from, and the person's P-256 key for
 * this tablet (raw private scalar and raw public point), with which operations are sealed and changes opened.
 */
export type PersonKeys = { readonly dataKey: Bytes; readonly privateKey: Bytes; readonly publicKey: Bytes };

const personKeysSchema = z.strictObject({ dataKey: base64Url(50), privateKey: base64Url(400), publicKey: base64Url(100) });

/** Where a wrap belongs; part of what it is bound to, so that it opens nowhere else. */
export type WrapPlace = { readonly tabletId: string; readonly lookup: string };

/**
 * Wraps a person's keys under their PIN and this device's secret (security.md 6.1 without a TPM: the device secret
 * stands where the sealed DS_n will; issue 5). Returns the fields of a vault record that hold the wrap.
 */
export async function wrapKeys(primitives: VaultPrimitives, keys: PersonKeys, pin: string, deviceSecret: Bytes, salt: Bytes, place: WrapPlace): Promise<Pick<VaultRecord, 'salt' | 'cost' | 'wrapped'>> {
  const wrappingKey = await deriveWrappingKey(primitives, pin, deviceSecret, salt, ARGON2_COST, place);
  const plain = new TextEncoder().encode(JSON.stringify({ dataKey: encodeBase64Url(keys.dataKey), privateKey: encodeBase64Url(keys.privateKey), publicKey: encodeBase64Url(keys.publicKey) }));
  const wrapped = await primitives.seal(wrappingKey, plain, wrapAad(place));
  return { salt: encodeBase64Url(salt), cost: ARGON2_COST, wrapped: encodeBase64Url(wrapped) };
}

/** Opens a person's keys, or says `wrong-pin`; a damaged record cannot be told from a wrong PIN, and is not. */
export async function unwrapKeys(primitives: VaultPrimitives, record: Pick<VaultRecord, 'salt' | 'cost' | 'wrapped'>, pin: string, deviceSecret: Bytes, place: WrapPlace): Promise<Result<PersonKeys, { readonly code: 'wrong-pin' }>> {
  const wrappingKey = await deriveWrappingKey(primitives, pin, deviceSecret, decodeBase64Url(record.salt), record.cost, place);
  const plain = await primitives.open(wrappingKey, decodeBase64Url(record.wrapped), wrapAad(place));
  if (plain === undefined) return fail({ code: 'wrong-pin' });
  const keys = personKeysSchema.parse(JSON.parse(new TextDecoder().decode(plain)));
  return ok({ dataKey: decodeBase64Url(keys.dataKey), privateKey: decodeBase64Url(keys.privateKey), publicKey: decodeBase64Url(keys.publicKey) });
}

/**
 * The name under which a tablet keeps a person's vault and database: a keyed hash of the prison number, so that a
 * copied disk does not list who has used the tablet. 32 lower-case hexadecimal characters.
 */
export async function personLookup(primitives: VaultPrimitives, deviceSecret: Bytes, prisonerNumber: string): Promise<string> {
  const key = await primitives.hkdf(deviceSecret, `throughline/lookup/1|${prisonerNumber}`);
  return Array.from(key.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The key of one store of a person's records, for example `store|selfhelp` (security.md 6.1). */
export function deriveStoreKey(primitives: Pick<VaultPrimitives, 'hkdf'>, dataKey: Bytes, store: string): Promise<Bytes> {
  return primitives.hkdf(dataKey, `throughline/store/1|${store}`);
}

async function deriveWrappingKey(primitives: VaultPrimitives, pin: string, deviceSecret: Bytes, salt: Bytes, cost: Argon2Cost, place: WrapPlace): Promise<Bytes> {
  const stretched = await primitives.argon2id(pin, salt, cost);
  const both = new Uint8Array(stretched.length + deviceSecret.length);
  both.set(stretched);
  both.set(deviceSecret, stretched.length);
  return primitives.hkdf(both, `throughline/kek/1|${place.tabletId}|${place.lookup}`);
}

function wrapAad(place: WrapPlace): string {
  return `throughline/wrap/1|${place.tabletId}|${place.lookup}`;
}
