import { Dexie } from 'dexie';
import type { StoreDeclaration, StoreWrite } from './stores.ts';

/**
 * The only place that makes a Dexie. Every transaction is flushed before it completes (strict durability): since
 * Chrome 121 the default is relaxed, which a pulled plug forgets (performance.md section 3; SPEC OUT-1).
 * A store or index that a newer release declares is added at opening; Dexie raises the version itself.
 */
export async function openDexie(name: string, stores: readonly StoreDeclaration[]): Promise<Dexie> {
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict' });
  const schema = stores.map((store) => [store.name, ['id', ...store.indexes].join(', ')] as const);
  if (new Set(stores.map((store) => store.name)).size !== stores.length) throw new Error(`Two stores of ${name} have the same name`);
  dexie.version(1).stores(Object.fromEntries(schema));
  return dexie.open();
}

/**
 * Carries prepared writes out inside the caller's transaction. All are asked for at once: a transaction does them in the
 * order they were asked for, and waiting for each answer would double what a person waits for a tap.
 */
export async function carryOut(dexie: Dexie, writes: readonly StoreWrite[]): Promise<void> {
  await Promise.all(
    writes.map((write) => ('put' in write ? dexie.table(write.store).put(write.put) : dexie.table(write.store).delete(write.delete))),
  );
}
