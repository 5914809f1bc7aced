import type { ColumnType } from 'kysely';
import type { Migration } from '../db/migrate.ts';

/** Packs that passed verification, what they are made of, and to whom they are published. */
export type PackTables = {
  readonly pack_editions: {
    readonly pack_id: string;
    readonly version: number;
    readonly manifest_sha256: string;
    /** The very text that was signed. */
    readonly manifest: string;
    readonly signatures: string;
    /** JSON of `{ keyId, role }[]`. */
    readonly signed_by: string;
    readonly received_at: number;
    readonly received_by: Uint8Array;
  };
  /** Every file and file list of an edition, by its hash: what a tablet that has the pack may fetch. */
  readonly pack_files: {
    readonly pack_id: string;
    readonly version: number;
    readonly sha256: string;
    readonly bytes: number;
  };
  /** The edition tablets are told to have; it only rises (PACK-5). */
  readonly pack_published: {
    readonly pack_id: string;
    readonly version: number;
    readonly since: number;
    /** 1: staff recommend it. */
    readonly staff_pick: ColumnType<number, number | undefined, number>;
  };
  readonly pack_publications: {
    readonly id: Uint8Array;
    readonly pack_id: string;
    /** `everyone`, `wing`, `group`, `person` or `tablet`. */
    readonly audience_kind: string;
    /** The wing's name, or the id of the group, person or tablet; empty for everyone. */
    readonly audience_value: string;
    readonly published_at: number;
    readonly published_by: Uint8Array;
    /** The edition a test tablet gets; null: the pack's own. */
    readonly version: ColumnType<number | null, number | null | undefined, number | null>;
    /** First and last day it is shown, `YYYY-MM-DD`; null: no bound. */
    readonly from_day: ColumnType<string | null, string | null | undefined, string | null>;
    readonly until_day: ColumnType<string | null, string | null | undefined, string | null>;
  };
  /** Whose signatures this establishment trusts. */
  readonly pack_keys: {
    readonly key_id: string;
    readonly role: string;
    readonly public_key: string;
    readonly added_at: number;
  };
  /** What was taken back and stands so. A row that is lifted goes; the audit keeps both acts. */
  readonly pack_revocations: {
    readonly id: Uint8Array;
    /** `pack` or `key`. */
    readonly kind: string;
    /** The pack's id or the key's. */
    readonly subject: string;
    /** The edition, or 0 for every edition; 0 for a key. */
    readonly version: number;
    readonly reason: string;
    readonly revoked_at: number;
    readonly revoked_by: Uint8Array;
  };
  /** Somebody wants a revocation lifted; another person agrees, and both rows go. */
  readonly pack_lifts: {
    readonly revocation: Uint8Array;
    readonly reason: string;
    readonly asked_at: number;
    readonly asked_by: Uint8Array;
  };
  /** Every roles document this gateway took, oldest first: a tablet follows them one by one (ROLE-2). */
  readonly pack_roles: {
    readonly version: number;
    /** The very text that was signed. */
    readonly document: string;
    readonly signatures: string;
    readonly accepted_at: number;
    readonly accepted_by: Uint8Array;
  };
  /** The newest release list, one row with id 1; its serial only rises (PACK-17). */
  readonly pack_release: {
    readonly id: number;
    readonly serial: number;
    readonly document: string;
    readonly signatures: string;
    readonly issued_at: number;
  };
};

/** Frozen: a released migration is never edited. */
export const packMigrations: readonly Migration[] = [
  {
    name: 'packs-1-editions',
    up: async (m) => {
      await m
        .createTable('pack_editions')
        .addColumn('pack_id', m.text, (c) => c.notNull())
        .addColumn('version', m.integer, (c) => c.notNull())
        .addColumn('manifest_sha256', m.text, (c) => c.notNull())
        .addColumn('manifest', m.text, (c) => c.notNull())
        .addColumn('signatures', m.text, (c) => c.notNull())
        .addColumn('signed_by', m.text, (c) => c.notNull())
        .addColumn('received_at', m.time, (c) => c.notNull())
        .addColumn('received_by', m.id, (c) => c.notNull())
        .addPrimaryKeyConstraint('pack_editions_key', ['pack_id', 'version'])
        .execute();
      await m
        .createTable('pack_files')
        .addColumn('pack_id', m.text, (c) => c.notNull())
        .addColumn('version', m.integer, (c) => c.notNull())
        .addColumn('sha256', m.text, (c) => c.notNull())
        .addColumn('bytes', m.integer, (c) => c.notNull())
        .addPrimaryKeyConstraint('pack_files_key', ['sha256', 'pack_id', 'version'])
        .execute();
    },
  },
  {
    name: 'packs-2-publications-keys',
    up: async (m) => {
      await m
        .createTable('pack_published')
        .addColumn('pack_id', m.text, (c) => c.primaryKey())
        .addColumn('version', m.integer, (c) => c.notNull())
        .addColumn('since', m.time, (c) => c.notNull())
        .execute();
      await m
        .createTable('pack_publications')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('pack_id', m.text, (c) => c.notNull())
        .addColumn('audience_kind', m.text, (c) => c.notNull())
        .addColumn('audience_value', m.text, (c) => c.notNull())
        .addColumn('published_at', m.time, (c) => c.notNull())
        .addColumn('published_by', m.id, (c) => c.notNull())
        .execute();
      await m.createIndex(
        'pack_publications_audience',
        'pack_publications',
        ['pack_id', 'audience_kind', 'audience_value'],
        { unique: true },
      );
      await m
        .createTable('pack_keys')
        .addColumn('key_id', m.text, (c) => c.primaryKey())
        .addColumn('role', m.text, (c) => c.notNull())
        .addColumn('public_key', m.text, (c) => c.notNull())
        .addColumn('added_at', m.time, (c) => c.notNull())
        .execute();
    },
  },
  {
    name: 'packs-3-revocations',
    up: async (m) => {
      await m
        .createTable('pack_revocations')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('kind', m.text, (c) => c.notNull())
        .addColumn('subject', m.text, (c) => c.notNull())
        .addColumn('version', m.integer, (c) => c.notNull())
        .addColumn('reason', m.text, (c) => c.notNull())
        .addColumn('revoked_at', m.time, (c) => c.notNull())
        .addColumn('revoked_by', m.id, (c) => c.notNull())
        .execute();
      await m.createIndex('pack_revocations_subject', 'pack_revocations', ['kind', 'subject', 'version'], {
        unique: true,
      });
    },
  },
  {
    name: 'packs-4-roles-release',
    up: async (m) => {
      await m
        .createTable('pack_roles')
        .addColumn('version', m.integer, (c) => c.primaryKey())
        .addColumn('document', m.text, (c) => c.notNull())
        .addColumn('signatures', m.text, (c) => c.notNull())
        .addColumn('accepted_at', m.time, (c) => c.notNull())
        .addColumn('accepted_by', m.id, (c) => c.notNull())
        .execute();
      await m
        .createTable('pack_release')
        .addColumn('id', m.integer, (c) => c.primaryKey())
        .addColumn('serial', m.integer, (c) => c.notNull())
        .addColumn('document', m.text, (c) => c.notNull())
        .addColumn('signatures', m.text, (c) => c.notNull())
        .addColumn('issued_at', m.time, (c) => c.notNull())
        .execute();
    },
  },
  {
    name: 'packs-5-publication-terms',
    up: async (m) => {
      const whole = m.kind === 'sqlite' ? 'integer' : 'bigint';
      await m.run(`alter table pack_publications add column version ${whole}`);
      await m.run('alter table pack_publications add column from_day text');
      await m.run('alter table pack_publications add column until_day text');
      await m.run(`alter table pack_published add column staff_pick ${whole} not null default 0`);
    },
  },
  {
    name: 'packs-6-lifts',
    up: async (m) => {
      await m
        .createTable('pack_lifts')
        .addColumn('revocation', m.id, (c) => c.primaryKey())
        .addColumn('reason', m.text, (c) => c.notNull())
        .addColumn('asked_at', m.time, (c) => c.notNull())
        .addColumn('asked_by', m.id, (c) => c.notNull())
        .execute();
    },
  },
];
