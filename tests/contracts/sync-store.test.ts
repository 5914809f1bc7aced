import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import type { PersonId } from '#protocol/ids.ts';
import { openTabletDatabase } from '../../renderer/db/open-tablet-database.ts';
import type { PersonFileRow } from '../../renderer/db/sync-stores.ts';
import { createDexieSyncStore } from '../../renderer/sync/dexie-sync-store.ts';
import type { PersonSyncStore, SyncStore } from '../../renderer/sync/sync-store.ts';
import { addPerson, createMemorySyncStore, newDisk, type TabletDisk } from '../simulation/memory-sync-store.ts';
import { describeSyncStore, type ContractTablet } from './sync-store.contract.ts';

let tablets = 0;

describeSyncStore('Dexie', () => {
  tablets += 1;
  return openDexieTablet(`tablet-${String(tablets)}`);
});
describeSyncStore('a disk in memory', () => Promise.resolve(openMemoryTablet(newDisk())));

async function openDexieTablet(name: string): Promise<ContractTablet> {
  const stores = [{ name: 'notes', indexes: [] }];
  const tablet = await openTabletDatabase({ stores, personStores: stores, name });
  const store = createDexieSyncStore(tablet);
  return {
    store,
    addPerson: async (file, personId) => {
      const people = tablet.table<PersonFileRow>('people');
      await people.where('personId').equals(personId).modify({ current: 0 });
      await people.put({ id: file, personId, current: 1 });
      return find(store, file);
    },
    notes: async (person) => (person === undefined ? tablet.dexie : await tablet.openPersonFile(person.name)).table('notes').toArray(),
    reopen: () => {
      tablet.close();
      return openDexieTablet(name);
    },
    close: async () => {
      tablet.close();
      for (const file of await Dexie.getDatabaseNames()) if (file.startsWith('person-')) await Dexie.delete(file);
    },
  };
}

function openMemoryTablet(disk: TabletDisk): ContractTablet {
  const store = createMemorySyncStore(disk, () => Promise.resolve());
  return {
    store,
    addPerson: (name, personId: PersonId) => {
      addPerson(disk, name, personId);
      return find(store, name);
    },
    notes: (person) => Promise.resolve([...(((person === undefined ? disk.stream : disk.people.get(person.name))?.tables.get('notes') ?? new Map<string, unknown>()).values())]),
    reopen: () => Promise.resolve(openMemoryTablet(structuredClone(disk))),
    close: () => Promise.resolve(),
  };
}

async function find(store: SyncStore, name: string): Promise<PersonSyncStore> {
  const found = (await store.people()).find((person) => person.name === name);
  if (found === undefined) throw new Error(`No database ${name}`);
  return found;
}
