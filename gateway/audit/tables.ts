import type { Migration } from '../db/migrate.ts';

/** The audit's one table. Rows are only ever added; `hash` covers the row and the row before it. */
export type AuditTables = {
  readonly audit_entries: {
    readonly sequence: number;
    readonly at: number;
    readonly actor_kind: string;
    readonly actor_id: string;
    readonly action: string;
    readonly subject: string;
    /** JSON of codes and ids. */
    readonly detail: string;
    readonly previous: Uint8Array;
    readonly hash: Uint8Array;
  };
};

/** Frozen: a released migration is never edited. */
export const auditMigrations: readonly Migration[] = [
  {
    name: 'audit-1-entries',
    up: async (m) => {
      await m
        .createTable('audit_entries')
        .addColumn('sequence', m.integer, (c) => c.primaryKey())
        .addColumn('at', m.time, (c) => c.notNull())
        .addColumn('actor_kind', m.text, (c) => c.notNull())
        .addColumn('actor_id', m.text, (c) => c.notNull())
        .addColumn('action', m.text, (c) => c.notNull())
        .addColumn('subject', m.text, (c) => c.notNull())
        .addColumn('detail', m.text, (c) => c.notNull())
        .addColumn('previous', m.bytes, (c) => c.notNull())
        .addColumn('hash', m.bytes, (c) => c.notNull())
        .execute();
      await m.createIndex('audit_subject', 'audit_entries', ['subject', 'sequence']);
      await m.createIndex('audit_actor', 'audit_entries', ['actor_id', 'sequence']);
      await m.createIndex('audit_action', 'audit_entries', ['action', 'sequence']);
    },
  },
];
