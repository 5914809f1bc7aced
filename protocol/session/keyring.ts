import { z } from 'zod/mini';
import { decodeBase64Url, encodeBase64Url } from '../base64.ts';
import { base64Url } from '../ids.ts';
import { ARGON2_COST, type Bytes, type VaultPrimitives, type WrapPlace } from './key-hierarchy.ts';

/**
 * The keys that a person's private records at the gateway were sealed with, the one in use first (ADR 0022). A tablet
 * begins with its own data key alone; the words of a recovery sheet put the keys of earlier tablets before it.
 */
export type Keyring = readonly [Bytes, ...Bytes[]];

/** Tablets somebody can have had in one life inside; a box with more keys than this does not open, so that none grows for ever. */
export const MOST_KEYS = 40;
const SALT_BYTES = 16;
const KEY_BYTES = 32;

const keysSchema = z.array(base64Url(50)).check(z.minLength(1), z.maxLength(MOST_KEYS));

/** Whose sheet it is: a box copied into somebody else's place does not open. */
export type RecoveryOwner = { readonly personId: string };

/**
 * Locks a keyring under the secret of a recovery sheet: Argon2id, then AES-256-GCM. `salt` is 16 random bytes. What
 * comes out may lie at the gateway: the secret has 100 bits, and nobody there ever has it.
 */
export async function sealKeyring(primitives: VaultPrimitives, keyring: Keyring, secret: Bytes, salt: Bytes, owner: RecoveryOwner): Promise<Bytes> {
  const sealed = await primitives.seal(await recoveryKey(primitives, secret, salt, owner), encodeKeyring(keyring), recoveryAad(owner));
  const box = new Uint8Array(SALT_BYTES + sealed.length);
  box.set(salt);
  box.set(sealed, SALT_BYTES);
  return box;
}

/** Opens what `sealKeyring` made; undefined when the words, the person or the bytes are not the same. */
export async function openKeyring(primitives: VaultPrimitives, box: Bytes, secret: Bytes, owner: RecoveryOwner): Promise<Keyring | undefined> {
  if (box.length <= SALT_BYTES) return undefined;
  const key = await recoveryKey(primitives, secret, box.slice(0, SALT_BYTES), owner);
  return decodeKeyring(await primitives.open(key, box.slice(SALT_BYTES), recoveryAad(owner)));
}

/** The keys of both, without repeats; those of `found` first, because they are what other tablets seal with. */
export function joinKeyrings(found: Keyring, here: Keyring): Keyring {
  const texts = new Set([...found, ...here].map(encodeBase64Url));
  const [first = found[0], ...rest] = [...texts].map(decodeBase64Url);
  return [first, ...rest];
}

/** Locks a keyring for a vault record, under this tablet's data key: no PIN is needed to add a key. */
export async function wrapKeyring(primitives: VaultPrimitives, keyring: Keyring, dataKey: Bytes, place: WrapPlace): Promise<string> {
  return encodeBase64Url(await primitives.seal(await primitives.hkdf(dataKey, KEYRING_INFO), encodeKeyring(keyring), keyringAad(place)));
}

/** The keyring of a vault record. One without, or with a damaged one, has this tablet's data key alone. */
export async function unwrapKeyring(primitives: VaultPrimitives, wrapped: string | undefined, dataKey: Bytes, place: WrapPlace): Promise<Keyring> {
  if (wrapped === undefined) return [dataKey];
  const key = await primitives.hkdf(dataKey, KEYRING_INFO);
  return decodeKeyring(await primitives.open(key, decodeBase64Url(wrapped), keyringAad(place))) ?? [dataKey];
}

const KEYRING_INFO = 'throughline/keyring/1';

function keyringAad(place: WrapPlace): string {
  return `${KEYRING_INFO}|${place.tabletId}|${place.lookup}`;
}

function recoveryAad(owner: RecoveryOwner): string {
  return `throughline/recovery/1|${owner.personId}`;
}

async function recoveryKey(primitives: VaultPrimitives, secret: Bytes, salt: Bytes, owner: RecoveryOwner): Promise<Bytes> {
  return primitives.hkdf(await primitives.argon2id(encodeBase64Url(secret), salt, ARGON2_COST), recoveryAad(owner));
}

function encodeKeyring(keyring: Keyring): Bytes {
  return new TextEncoder().encode(JSON.stringify(keyring.map(encodeBase64Url)));
}

function decodeKeyring(plain: Bytes | undefined): Keyring | undefined {
  if (plain === undefined) return undefined;
  const keys = keysSchema.safeParse(JSON.parse(new TextDecoder().decode(plain)));
  const [first, ...rest] = keys.success ? keys.data.map(decodeBase64Url) : [];
  return first?.length === KEY_BYTES && rest.every((key) => key.length === KEY_BYTES) ? [first, ...rest] : undefined;
}
