import { fail, ok, type Result } from '../result.ts';
import type { Bytes, VaultPrimitives } from './key-hierarchy.ts';
import { RECOVERY_WORDS } from './recovery-word-list.ts';

/** Words of a sheet: 12 of nine bits each, of which 100 are the secret and the last eight its checksum. */
export const RECOVERY_WORD_COUNT = 12;
const BITS_OF_A_WORD = 9;
/** Thirteen bytes; the last four bits of a secret are nothing. */
export const RECOVERY_SECRET_BYTES = 13;
const LAST_BYTE_MASK = 0xf0;
const SECRET_BITS = 100;
const SHORTEST_START = 3;

/** Why what was typed is no sheet. `at` is the word's place, from 0. */
export type RecoveryWordsFault = { readonly code: 'word-unknown'; readonly at: number } | { readonly code: 'words-wrong' };

type Hash = Pick<VaultPrimitives, 'hkdf'>;

/** Makes a secret out of thirteen random bytes: the four bits that no word holds are cleared. */
export function makeRecoverySecret(random: Bytes): Bytes {
  const secret = new Uint8Array(random.subarray(0, RECOVERY_SECRET_BYTES));
  secret[RECOVERY_SECRET_BYTES - 1] = (secret[RECOVERY_SECRET_BYTES - 1] ?? 0) & LAST_BYTE_MASK;
  return secret;
}

/** The twelve words of a secret. */
export async function toRecoveryWords(primitives: Hash, secret: Bytes): Promise<readonly string[]> {
  const bits = bitsOf(secret).slice(0, SECRET_BITS) + bitsOf(Uint8Array.of(await checksum(primitives, secret)));
  return Array.from({ length: RECOVERY_WORD_COUNT }, (_, at) => {
    const word = RECOVERY_WORDS[Number.parseInt(bits.slice(at * BITS_OF_A_WORD, (at + 1) * BITS_OF_A_WORD), 2)];
    if (word === undefined) throw new Error('The word list has 512 words');
    return word;
  });
}

/** Reads twelve words as somebody typed them: capitals and spaces do not matter, and a word may end after its fourth letter. */
export async function readRecoveryWords(primitives: Hash, typed: readonly string[]): Promise<Result<Bytes, RecoveryWordsFault>> {
  if (typed.length !== RECOVERY_WORD_COUNT) return fail({ code: 'words-wrong' });
  let bits = '';
  for (const [at, word] of typed.entries()) {
    const place = RECOVERY_WORDS.indexOf(findRecoveryWord(word) ?? '');
    if (place < 0) return fail({ code: 'word-unknown', at });
    bits += place.toString(2).padStart(BITS_OF_A_WORD, '0');
  }
  const secret = bytesOf(bits.slice(0, SECRET_BITS).padEnd(RECOVERY_SECRET_BYTES * 8, '0'));
  const right = Number.parseInt(bits.slice(SECRET_BITS), 2) === (await checksum(primitives, secret));
  return right ? ok(secret) : fail({ code: 'words-wrong' });
}

/** The word of the list that was meant, or undefined: the whole word, or its first four letters. */
export function findRecoveryWord(typed: string): string | undefined {
  const word = typed.trim().toLowerCase();
  if (RECOVERY_WORDS.includes(word)) return word;
  return word.length > SHORTEST_START ? RECOVERY_WORDS.find((each) => each.startsWith(word)) : undefined;
}

/** Words that begin as typed, for a person to touch; none for fewer than two letters. */
export function suggestRecoveryWords(typed: string): readonly string[] {
  const start = typed.trim().toLowerCase();
  return start.length < 2 ? [] : RECOVERY_WORDS.filter((word) => word.startsWith(start)).slice(0, 6);
}

async function checksum(primitives: Hash, secret: Bytes): Promise<number> {
  const [first = 0] = await primitives.hkdf(secret, 'throughline/recovery-check/1');
  return first;
}

function bitsOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
}

function bytesOf(bits: string): Bytes {
  return Uint8Array.from({ length: bits.length / 8 }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2));
}
