import type { ColumnType } from 'kysely';
import type { Migration } from '../../db/migrate.ts';

/** Courses on their way from a dropped file to two signatures. Their files are below `<data>/drafts/<id>`. */
export type DraftTables = {
  readonly pack_drafts: {
    readonly id: Uint8Array;
    /** A state of `draftStateSchema`. */
    readonly state: string;
    /** What was dropped, or which edition is brought back: shown until the course has a title. */
    readonly name: string;
    /** Who brought it. Their upload is continued by nobody else. */
    readonly owner: Uint8Array;
    /** JSON of the ids of all who brought, changed or submitted it: none of them may approve it. */
    readonly authors: string;
    readonly pack_id: string | null;
    readonly version: number | null;
    readonly manifest_sha256: string | null;
    /** JSON: language → title, once it has been built. */
    readonly title: string;
    /** JSON of a `DraftReport`; null before the first check. */
    readonly report: string | null;
    /** JSON of the education signature made at submission. */
    readonly signature: string | null;
    readonly submitted_by: Uint8Array | null;
    readonly submitted_at: number | null;
    readonly decided_by: Uint8Array | null;
    readonly decided_at: number | null;
    /** Why it was returned, or why the file could not be read. */
    readonly reason: string | null;
    readonly created_at: number;
    readonly updated_at: number;
    /** Of a pack that was brought ready made: JSON of who had signed it, `{ keyId, role }[]`; null: it is made here. */
    readonly signed_by: ColumnType<string | null, string | null | undefined, string | null>;
  };
  /** The files of an upload in the order they were announced; how far each has come is its length on disk. */
  readonly pack_draft_files: {
    readonly draft: Uint8Array;
    readonly position: number;
    readonly path: string;
    readonly bytes: number;
  };
};

/** Frozen: a released migration is never edited. */
export const draftMigrations: readonly Migration[] = [
  {
    name: 'pack-drafts-1',
    up: async (m) => {
      await m
        .createTable('pack_drafts')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('state', m.text, (c) => c.notNull())
        .addColumn('name', m.text, (c) => c.notNull())
        .addColumn('owner', m.id, (c) => c.notNull())
        .addColumn('authors', m.text, (c) => c.notNull())
        .addColumn('pack_id', m.text)
        .addColumn('version', m.integer)
        .addColumn('manifest_sha256', m.text)
        .addColumn('title', m.text, (c) => c.notNull())
        .addColumn('report', m.text)
        .addColumn('signature', m.text)
        .addColumn('submitted_by', m.id)
        .addColumn('submitted_at', m.time)
        .addColumn('decided_by', m.id)
        .addColumn('decided_at', m.time)
        .addColumn('reason', m.text)
        .addColumn('created_at', m.time, (c) => c.notNull())
        .addColumn('updated_at', m.time, (c) => c.notNull())
        .execute();
      await m.createIndex('pack_drafts_updated', 'pack_drafts', ['updated_at']);
      await m
        .createTable('pack_draft_files')
        .addColumn('draft', m.id, (c) => c.notNull())
        .addColumn('position', m.integer, (c) => c.notNull())
        .addColumn('path', m.text, (c) => c.notNull())
        .addColumn('bytes', m.integer, (c) => c.notNull())
        .addPrimaryKeyConstraint('pack_draft_files_key', ['draft', 'position'])
        .execute();
    },
  },
  {
    name: 'pack-drafts-2-ready-made',
    up: async (m) => {
      await m.run('alter table pack_drafts add column signed_by text');
    },
  },
];
