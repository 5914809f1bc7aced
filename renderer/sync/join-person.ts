import type { Change } from '#protocol/sync/change.ts';
import type { Answer } from '#protocol/sync/operation.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { PersonDatabase } from '../db/open-person-database.ts';
import type { StoreWrite } from '../db/stores.ts';
import { catchUpPerson } from './catch-up-person.ts';
import { createDexiePersonStore } from './dexie-person-store.ts';
import { createOutbox, type Outbox } from './outbox.ts';

/** A feature's half of synchronisation on the tablet. */
export type FeatureSync = {
  readonly applyChange?: (change: Change, database: PersonDatabase) => Promise<readonly StoreWrite[]>;
  readonly applyAnswer?: (answered: { readonly id: string; readonly kind: string; readonly answer: Answer }, database: PersonDatabase) => Promise<readonly StoreWrite[]>;
};

export type JoinPersonDependencies = {
  readonly database: PersonDatabase;
  readonly shell: Pick<ShellPort, 'sealOperation' | 'openChanges'>;
  /** By feature name, the part of a kind or record before its dot. */
  readonly features: ReadonlyMap<string, FeatureSync>;
  readonly clock: () => number;
  /** Ten random bytes. */
  readonly randomBytes: () => Uint8Array;
  /** Wakes the sync runner. */
  readonly onStored: () => void;
};

/** What the signed-in person's session needs of the sync room. */
export type JoinedPerson = {
  readonly outbox: Outbox;
  /** Applies what came for them; call at sign-in and after each exchange. Calls wait for one another. */
  readonly catchUp: () => Promise<void>;
};

/** Joins a person who has just signed in to the sync room. */
export function joinPerson(the: JoinPersonDependencies): JoinedPerson {
  const { database, features } = the;
  const store = createDexiePersonStore(database.dexie, database.personId, true);
  const outbox = createOutbox({ store, shell: the.shell, clock: the.clock, randomBytes: the.randomBytes, onStored: the.onStored, sealNote: (id, kind) => database.seal('outbox', id, { kind }) });
  const featureOf = (name: string): FeatureSync | undefined => features.get(name.split('.')[0] ?? '');
  let turn: Promise<void> = Promise.resolve();
  const catchUp = (): Promise<void> =>
    catchUpPerson({
      store,
      shell: the.shell,
      alone: outbox.alone,
      fillHoles: outbox.fillHoles,
      openNote: async (id, note) => kindOf(await database.open('outbox', id, note)),
      applyChange: async (change) => (await featureOf(change.record)?.applyChange?.(change, database)) ?? [],
      applyAnswer: async (answered) => (await featureOf(answered.kind)?.applyAnswer?.(answered, database)) ?? [],
    });
  return {
    outbox,
    catchUp: () => {
      turn = turn.then(catchUp, catchUp);
      return turn;
    },
  };
}

function kindOf(note: unknown): string | undefined {
  return typeof note === 'object' && note !== null && 'kind' in note && typeof note.kind === 'string' ? note.kind : undefined;
}
