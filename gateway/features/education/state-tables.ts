import type { Migration } from '../../db/migrate.ts';

/** What players keep for the people, so that another tablet can go on. Ids are 16 bytes, times milliseconds since 1970. */
export type StateTables = {
  /** The newest states of each activity of a person: the one that counts, and those it replaced (the loser is kept). */
  readonly education_states: {
    readonly id: Uint8Array;
    readonly person: Uint8Array;
    readonly activity_id: string;
    /** The tablet's clock: it only chooses between states of one activity. */
    readonly at: number;
    /** JSON of `ActivityState`. */
    readonly body: string;
    readonly received_at: number;
  };
};

/** Frozen: a released migration is never edited. */
export const stateMigrations: readonly Migration[] = [
  {
    name: 'education-state-1',
    up: async (m) => {
      await m
        .createTable('education_states')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('activity_id', m.text, (c) => c.notNull())
        .addColumn('at', m.time, (c) => c.notNull())
        .addColumn('body', m.text, (c) => c.notNull())
        .addColumn('received_at', m.time, (c) => c.notNull())
        .execute();
      await m.createIndex('education_states_activity', 'education_states', ['person', 'activity_id']);
    },
  },
];
