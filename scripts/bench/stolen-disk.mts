import { availableParallelism } from 'node:os';
import { randomBytes } from 'node:crypto';
import { ARGON2_COST, unwrapKeys, wrapKeys, type Bytes } from '#protocol/session/key-hierarchy.ts';
import { nodePrimitives } from '../../electron/vault/node-primitives.ts';
import { makeRow, median, type BenchRow } from './bench-row.mts';

/** Guesses timed one after another, by the processor's time and not the clock's; each is a whole try: Argon2id, HKDF, AES-GCM. */
const GUESSES = 5;
/** A PIN that a thief should need at least this long for on one core of this machine, in hours; stated, not reached by any tuning. */
const SIX_DIGITS_HOURS = 24;
const EIGHT_DIGITS_HOURS = 24 * 180;
const MS_PER_HOUR = 3_600_000;

/**
 * What a copied disk costs a thief: it has the vault file and the device secret beside it, so that nothing but the PIN is
 * missing and nothing slows the tries but Argon2id. Reports the time to try every PIN on one core of this machine. A TPM
 * would make the tries impossible instead of slow (SECURITY.md); a thief with a hundred cores needs a hundredth of it.
 */
export async function benchStolenDisk(): Promise<readonly BenchRow[]> {
  const bytes = (count: number): Bytes => new Uint8Array(randomBytes(count));
  const place = { tabletId: 'stolen', lookup: 'f'.repeat(32) };
  const deviceSecret = bytes(32);
  const keys = { dataKey: bytes(32), privateKey: bytes(32), publicKey: bytes(65) };
  const record = await wrapKeys(nodePrimitives, keys, '720438', deviceSecret, bytes(16), place);
  const times: number[] = [];
  for (let pin = 0; pin < GUESSES; pin += 1) {
    const begun = process.cpuUsage();
    const tried = await unwrapKeys(nodePrimitives, record, String(100_000 + pin), deviceSecret, place);
    const { user, system } = process.cpuUsage(begun);
    times.push((user + system) / 1000);
    if (tried.ok) throw new Error('A wrong PIN opened the vault');
  }
  const guess = median(times);
  const hours = (pins: number): number => (guess * pins) / MS_PER_HOUR;
  const cost = `Argon2id ${String(ARGON2_COST.memory / 1024)} MiB, ${String(ARGON2_COST.passes)} passes; ${String(availableParallelism())} cores here`;
  return [
    makeRow(`one guess on one core, ms / 100 ms (${cost})`, guess, 100, { atLeast: 1 }),
    makeRow('every six-digit PIN, core hours / a day', hours(1e6), SIX_DIGITS_HOURS, { atLeast: 1 }),
    makeRow('every eight-digit PIN, core hours / half a year', hours(1e8), EIGHT_DIGITS_HOURS, { atLeast: 1 }),
  ];
}
