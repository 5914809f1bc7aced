import type { Migration } from '../db/migrate.ts';

/** The sync room's rows. Ids are 16 bytes, times milliseconds since 1970. */
export type SyncTables = {
  /** Only the newest row of each record and audience is kept: a log that is also a picture. `body` null: removed. */
  readonly change_log: {
    readonly audience: string;
    readonly record: string;
    readonly record_id: string;
    readonly commit_number: number;
    readonly ordinal: number;
    readonly at: number;
    readonly body: string | null;
  };
  /** One row for each operation ever answered for good (SPEC PUSH-3). */
  readonly operations: {
    readonly id: Uint8Array;
    readonly person: Uint8Array;
    readonly tablet: Uint8Array;
    /** Which of the person's keys on this tablet sealed it: each key has its own order, counted from 1. */
    readonly chain: string;
    readonly sequence: number;
    readonly kind: string;
    readonly answer: string;
    readonly commit_number: number;
  };
  /** One row for each time this database was started (SPEC PULL-1, PULL-5). */
  readonly boots: { readonly boot: string; readonly first_commit: number; readonly started_at: number };
  /** The tombstone horizon and the back-up mark. */
  readonly sync_marks: { readonly name: string; readonly value: number };
};

/** Frozen: a released migration is never edited. */
export const syncMigrations: readonly Migration[] = [
  {
    name: 'sync-1-log-operations-boots',
    up: async (m) => {
      await m
        .createTable('change_log')
        .addColumn('audience', m.text, (c) => c.notNull())
        .addColumn('record', m.text, (c) => c.notNull())
        .addColumn('record_id', m.text, (c) => c.notNull())
        .addColumn('commit_number', m.integer, (c) => c.notNull())
        .addColumn('ordinal', m.integer, (c) => c.notNull())
        .addColumn('at', m.time, (c) => c.notNull())
        .addColumn('body', m.text)
        .addPrimaryKeyConstraint('change_log_key', ['audience', 'record', 'record_id'])
        .execute();
      await m.createIndex('change_log_order', 'change_log', ['audience', 'commit_number', 'ordinal']);
      await m
        .createTable('operations')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('tablet', m.id, (c) => c.notNull())
        .addColumn('chain', m.text, (c) => c.notNull())
        .addColumn('sequence', m.integer, (c) => c.notNull())
        .addColumn('kind', m.text, (c) => c.notNull())
        .addColumn('answer', m.text, (c) => c.notNull())
        .addColumn('commit_number', m.integer, (c) => c.notNull())
        .execute();
      await m.createIndex('operations_order', 'operations', ['person', 'tablet', 'chain', 'sequence'], { unique: true });
      await m
        .createTable('boots')
        .addColumn('boot', m.text, (c) => c.primaryKey())
        .addColumn('first_commit', m.integer, (c) => c.notNull())
        .addColumn('started_at', m.time, (c) => c.notNull())
        .execute();
      await m
        .createTable('sync_marks')
        .addColumn('name', m.text, (c) => c.primaryKey())
        .addColumn('value', m.integer, (c) => c.notNull())
        .execute();
    },
  },
];
