import type { Migration } from '../db/migrate.ts';

/** People and where their tablets are. Ids are 16 bytes, times milliseconds since 1970. */
export type PeopleTables = {
  readonly people: {
    readonly id: Uint8Array;
    readonly prisoner_number: string;
    readonly first_name: string;
    readonly last_name: string;
    readonly wing: string;
    readonly cell: string;
    /** `here` or `left`. */
    readonly status: string;
    readonly created_at: number;
  };
  /** Which people may use which tablet: the audience of everything a tablet is given (PUSH-8, PULL-8). */
  readonly assignments: { readonly tablet: Uint8Array; readonly person: Uint8Array; readonly assigned_at: number };
};

/** Frozen: a released migration is never edited. */
export const peopleMigrations: readonly Migration[] = [
  {
    name: 'people-1-people-assignments',
    up: async (m) => {
      await m
        .createTable('people')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('prisoner_number', m.text, (c) => c.notNull())
        .addColumn('first_name', m.text, (c) => c.notNull())
        .addColumn('last_name', m.text, (c) => c.notNull())
        .addColumn('wing', m.text, (c) => c.notNull())
        .addColumn('cell', m.text, (c) => c.notNull())
        .addColumn('status', m.text, (c) => c.notNull())
        .addColumn('created_at', m.time, (c) => c.notNull())
        .execute();
      await m.createIndex('people_number', 'people', ['prisoner_number'], { unique: true });
      await m
        .createTable('assignments')
        .addColumn('tablet', m.id, (c) => c.notNull())
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('assigned_at', m.time, (c) => c.notNull())
        .addPrimaryKeyConstraint('assignments_key', ['tablet', 'person'])
        .execute();
      await m.createIndex('assignments_person', 'assignments', ['person']);
    },
  },
];
