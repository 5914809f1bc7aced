import { Dexie, type Table } from 'dexie';
import { openDexie } from './open-dexie.ts';
import type { StoreDeclaration } from './stores.ts';
import { personSyncStores, tabletSyncStores, type PersonFileRow } from './sync-stores.ts';

/** What belongs to no person: packs, releases, the tablet's own stream, and the list of people's databases. Rows are plain. */
export type TabletDatabase = {
  readonly dexie: Dexie;
  readonly table: <Row extends { readonly id: string }>(store: string) => Table<Row, string>;
  /**
   * Opens a person's database without their keys: what waits in it is sealed, so it can be handed over while they
   * are away (ADR 0012). The same one for every caller.
   */
  readonly openPersonFile: (name: string) => Promise<Dexie>;
  /** Removes a person's database and forgets its name. */
  readonly dropPersonFile: (name: string) => Promise<void>;
  readonly close: () => void;
};

/** Lists of stores, collected by app/ from rooms and features. */
export type TabletStores = { readonly stores: readonly StoreDeclaration[]; readonly personStores: readonly StoreDeclaration[]; /** Other than `throughline-tablet` only in tests. */ readonly name?: string };

/** Opens the tablet's database. Rejects when IndexedDB itself is broken. */
export async function openTabletDatabase({ stores, personStores, name = 'throughline-tablet' }: TabletStores): Promise<TabletDatabase> {
  const dexie = await openDexie(name, [...tabletSyncStores, ...stores]);
  const files = new Map<string, Promise<Dexie>>();
  const openPersonFile = (file: string): Promise<Dexie> => {
    const known = files.get(file);
    if (known !== undefined) return known;
    const opening = openDexie(file, [...personSyncStores, ...personStores]);
    files.set(file, opening);
    // A file that would not open now may open later.
    opening.catch(() => files.delete(file));
    return opening;
  };
  return {
    dexie,
    table: <Row extends { readonly id: string }>(store: string) => dexie.table<Row, string>(store),
    openPersonFile,
    dropPersonFile: async (file) => {
      const open = await files.get(file)?.catch(() => undefined);
      open?.close();
      files.delete(file);
      await dexie.table<PersonFileRow, string>('people').delete(file);
      await Dexie.delete(file);
    },
    close: () => {
      for (const file of files.values()) void file.then((open) => { open.close(); }, () => undefined);
      dexie.close();
    },
  };
}
