import type { GatewayDatabase } from '../../gateway/db/gateway-database.ts';
import type { GatewayTransaction } from '../../gateway/db/transaction.ts';
import type { PersonSyncStore, SyncStore } from '../../renderer/sync/sync-store.ts';

/** A well-known mistake, put in from outside: a simulation that cannot find it proves nothing. */
export type PlantedBug = {
  /** Wraps the gateway's database. */
  readonly spoilDatabase?: (database: GatewayDatabase) => GatewayDatabase;
  /** Wraps a tablet's store. */
  readonly spoilStore?: (store: SyncStore) => SyncStore;
  /** Only every so many turns is anything flushed; a crash of the gateway goes back to then. */
  readonly flushesEvery?: number;
};

/** PUSH-6 broken: answered before it was on the disk. */
const ackBeforeCommit: PlantedBug = { flushesEvery: 3 };

/**
 * PULL-4 broken: two writers take their numbers first and become visible later, in either order; the reader asks for
 * `number > cursor`. Every second job is the slow writer: its number is from before, its commit from after.
 */
const racingWriters: PlantedBug = {
  spoilDatabase: (database) => {
    let handedOut = database.committer.lastCommit();
    let jobs = 0;
    const submit = async <T>(job: (tx: GatewayTransaction) => Promise<T>): Promise<T> => {
      handedOut += 1;
      const mine = handedOut;
      jobs += 1;
      for (let turn = 0; jobs % 2 === 0 && turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      return database.committer.submit((tx) => job({ ...tx, commit: mine }));
    };
    // The naive reader believes that all numbers up to the newest handed out are there.
    return { ...database, committer: { ...database.committer, submit, lastCommit: () => handedOut } };
  },
};

/** PULL-2 broken: the cursor is saved first, the page after. */
const cursorBeforePage: PlantedBug = {
  spoilStore: (store) => ({
    ...store,
    people: async () => (await store.people()).map(spoilPerson),
    applyTabletPage: async (applied, cursor) => {
      const state = await store.tabletStream();
      await store.applyTabletPage({ writes: [], put: [], removed: [], generation: state.generation, resetting: state.resetting }, cursor);
      await store.applyTabletPage(applied, cursor);
    },
  }),
};

function spoilPerson(person: PersonSyncStore): PersonSyncStore {
  return {
    ...person,
    storePage: async (page, cursor) => {
      await person.storePage(undefined, cursor);
      await person.storePage(page, cursor);
    },
  };
}

/** OUT-4 broken: an answer is believed although its history was lost; the tablet never hears of a restore. */
const deafToRestore: PlantedBug = {
  spoilStore: (store) => ({ ...store, people: async () => (await store.people()).map((person) => ({ ...person, reopenAnswered: () => Promise.resolve() })) }),
};

export const plantedBugs = { ackBeforeCommit, racingWriters, cursorBeforePage, deafToRestore } as const;
export type PlantedBugName = keyof typeof plantedBugs;
