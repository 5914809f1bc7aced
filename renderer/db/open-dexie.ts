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

/** Carries prepared writes out, in their order, inside the caller's transaction. */
export async function carryOut(dexie: Dexie, writes: readonly StoreWrite[]): Promise<void> {
  for (const write of writes) {
    if ('put' in write) await dexie.table(write.store).put(write.put);
    else await dexie.table(write.store).delete(write.delete);
  }
}
