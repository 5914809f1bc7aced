import type { Dexie } from 'dexie';
import { carryOut } from '../db/open-dexie.ts';
import { NEW_STREAM, type KnownRow, type SetAsideRow, type StreamRow } from '../db/sync-stores.ts';
import type { AppliedPage } from './sync-store.ts';

/** Where a database's stream stands. */
export async function loadStream(dexie: Dexie): Promise<StreamRow> {
  return (await dexie.table<StreamRow, string>('stream').get('stream')) ?? NEW_STREAM;
}

/** Carries a page out inside the caller's transaction: records, what is known, and where the stream stands. */
export async function carryOutPage(dexie: Dexie, applied: AppliedPage, more: Partial<StreamRow>): Promise<void> {
  const known = dexie.table<KnownRow, string>('known');
  await carryOut(dexie, applied.writes);
  await known.bulkPut(applied.put.map((id) => ({ id, generation: applied.generation })));
  await known.bulkDelete([...applied.removed]);
  await dexie.table<StreamRow, string>('stream').put({ ...(await loadStream(dexie)), generation: applied.generation, resetting: applied.resetting, ...more });
}

/** Keys of records last put before a generation. */
export async function knownBefore(dexie: Dexie, generation: number): Promise<readonly string[]> {
  return dexie.table<KnownRow, string>('known').where('generation').below(generation).primaryKeys();
}

/** Notes something that could not be read; the same thing twice is one note. */
export async function setAside(dexie: Dexie, id: string, reason: string): Promise<void> {
  await dexie.table<SetAsideRow, string>('set_aside').put({ id, reason });
}
