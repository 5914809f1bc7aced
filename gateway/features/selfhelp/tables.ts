import type { Migration } from '../../db/migrate.ts';

/** Private records as ciphertext (ADR 0008). Ids are 16 bytes, times milliseconds since 1970. */
export type SelfhelpTables = {
  readonly selfhelp_records: {
    readonly person: Uint8Array;
    readonly record: Uint8Array;
    readonly revision: number;
    /** Its place in the person's stream: siblings of one record have places of their own. */
    readonly stream_id: string;
    /** The ciphertext, base64url, as it came. */
    readonly box: string;
    readonly received_at: number;
  };
};

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
