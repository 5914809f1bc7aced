import type { Migration } from '../../db/migrate.ts';

/** What tablets were told to have, and what learners did. Ids are 16 bytes, times milliseconds since 1970. */
export type EducationTables = {
  /** The `education.release` each tablet was last told; what it may fetch follows from it. */
  readonly education_releases: {
    readonly tablet: Uint8Array;
    readonly pack_id: string;
    readonly version: number;
    readonly body: string;
  };
  /** Progress events: only ever added (ADR 0003). */
  readonly education_events: {
    readonly id: Uint8Array;
    readonly person: Uint8Array;
    readonly pack_id: string;
    readonly pack_version: number;
    readonly activity_id: string;
    readonly verb: string;
    /** The tablet's clock: for display (CLOCK-1). */
    readonly at: number;
    /** JSON of `ProgressData`. */
    readonly data: string;
    readonly received_at: number;
  };
};

/** Frozen: a released migration is never edited. */
export const educationMigrations: readonly Migration[] = [
  {
    name: 'education-1-releases-events',
    up: async (m) => {
      await m
        .createTable('education_releases')
        .addColumn('tablet', m.id, (c) => c.notNull())
        .addColumn('pack_id', m.text, (c) => c.notNull())
        .addColumn('version', m.integer, (c) => c.notNull())
        .addColumn('body', m.text, (c) => c.notNull())
        .addPrimaryKeyConstraint('education_releases_key', ['tablet', 'pack_id'])
        .execute();
      await m
        .createTable('education_events')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('pack_id', m.text, (c) => c.notNull())
        .addColumn('pack_version', m.integer, (c) => c.notNull())
        .addColumn('activity_id', m.text, (c) => c.notNull())
        .addColumn('verb', m.text, (c) => c.notNull())
        .addColumn('at', m.time, (c) => c.notNull())
        .addColumn('data', m.text, (c) => c.notNull())
        .addColumn('received_at', m.time, (c) => c.notNull())
        .execute();
      await m.createIndex('education_events_person', 'education_events', ['person', 'pack_id']);
      await m.createIndex('education_events_received', 'education_events', ['received_at']);
    },
  },
];
