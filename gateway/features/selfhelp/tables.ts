import type { Migration } from '../../db/migrate.ts';

/** Frozen: a released migration is never edited. */
export const selfhelpMigrations: readonly Migration[] = [
  {
    name: 'selfhelp-1-records',
    up: async (m) => {
      await m
        .createTable('selfhelp_records')
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('record', m.id, (c) => c.notNull())
        .addColumn('revision', m.integer, (c) => c.notNull())
        .addColumn('stream_id', m.text, (c) => c.notNull())
        .addColumn('box', m.text, (c) => c.notNull())
        .addColumn('received_at', m.time, (c) => c.notNull())
        .addPrimaryKeyConstraint('selfhelp_records_key', ['person', 'record', 'revision'])
        .execute();
    },
  },
];
