import type { Migration } from './migrate.ts';

/** The one row that numbers commits, and the database's notes about itself. */
export type CounterTables = {
  readonly commit_counter: { readonly value: number };
  readonly gateway_notes: { readonly name: string; readonly value: string };
};

/** Frozen: a released migration is never edited. */
export const databaseMigrations: readonly Migration[] = [
  {
    name: 'db-1-counter',
    up: async (m) => {
      await m.createTable('commit_counter').addColumn('value', m.integer, (c) => c.notNull()).execute();
      await m.run('insert into commit_counter (value) values (0)');
      await m
        .createTable('gateway_notes')
        .addColumn('name', m.text, (c) => c.primaryKey())
        .addColumn('value', m.text, (c) => c.notNull())
        .execute();
    },
  },
];
