import type { TabletDatabase } from '../db/open-tablet-database.ts';
import type { MarkRow, PersonFileRow } from '../db/sync-stores.ts';
import type { PersonId } from '#protocol/ids.ts';
import { createDexiePersonStore } from './dexie-person-store.ts';
import { carryOutPage, knownBefore, loadStream, setAside } from './dexie-stream.ts';
import type { SyncStore } from './sync-store.ts';

/** The sync store over the tablet's databases. */
export function createDexieSyncStore(tablet: TabletDatabase): SyncStore {
  const { dexie } = tablet;
  const people = tablet.table<PersonFileRow>('people');
  const marks = tablet.table<MarkRow>('marks');
  return {
    mark: async () => (await marks.get('mark'))?.mark ?? null,
    storeMark: async (mark) => {
      await marks.put({ id: 'mark', mark });
    },
    people: async () => {
      const rows = await people.toArray();
      return Promise.all(rows.map(async (row) => createDexiePersonStore(await tablet.openPersonFile(row.id), row.personId as PersonId, row.current === 1)));
    },
    dropPerson: (name) => tablet.dropPersonFile(name),
    tabletStream: () => loadStream(dexie),
    applyTabletPage: (applied, cursor) =>
      dexie.transaction('rw', dexie.tables, async () => {
        await carryOutPage(dexie, applied, { cursor });
      }),
    knownBefore: (generation) => knownBefore(dexie, generation),
    setAside: (id, reason) => setAside(dexie, id, reason),
  };
}
