import type { Migration } from '../../../db/migrate.ts';
import type { PrivateRecordRow } from '../../../private-records/keep-private-record.ts';

/** What learners keep for themselves, sealed, and what they think of items. Ids are 16 bytes, times milliseconds since 1970. */
export type StudyTables = {
  /** Notes, goals and chosen courses as ciphertext (ADR 0008). */
  readonly education_private: PrivateRecordRow;
  /** One row for each person and item: saying something else replaces it. */
  readonly education_feedback: {
    readonly person: Uint8Array;
    readonly pack_id: string;
    readonly activity_id: string;
    /** 1 or 0. */
    readonly liked: number;
    readonly reason: string | null;
    readonly received_at: number;
  };
};

/** Frozen: a released migration is never edited. */
export const studyMigrations: readonly Migration[] = [
  {
    name: 'education-study-1-private-feedback',
    up: async (m) => {
      await m
        .createTable('education_private')
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('record', m.id, (c) => c.notNull())
        .addColumn('revision', m.integer, (c) => c.notNull())
        .addColumn('stream_id', m.text, (c) => c.notNull())
        .addColumn('box', m.text, (c) => c.notNull())
        .addColumn('received_at', m.time, (c) => c.notNull())
        .addPrimaryKeyConstraint('education_private_key', ['person', 'record', 'revision'])
        .execute();
      await m
        .createTable('education_feedback')
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('pack_id', m.text, (c) => c.notNull())
        .addColumn('activity_id', m.text, (c) => c.notNull())
        .addColumn('liked', m.integer, (c) => c.notNull())
        .addColumn('reason', m.text)
        .addColumn('received_at', m.time, (c) => c.notNull())
        .addPrimaryKeyConstraint('education_feedback_key', ['person', 'activity_id'])
        .execute();
      await m.createIndex('education_feedback_pack', 'education_feedback', ['pack_id']);
    },
  },
];
