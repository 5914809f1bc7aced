import type { Migration } from '../../../db/migrate.ts';

/** What people share with a role, and the keys it takes to read it (ADR 0023). Ids are 16 bytes, times milliseconds since 1970. */
export type SharingTables = {
  /** The newest key of each role; its private half is only in `sharing_grants`, sealed to members of staff. */
  readonly sharing_role_keys: { readonly role: string; readonly key_number: number; readonly public_key: string; readonly made_by: Uint8Array; readonly made_at: number };
  /** A member of staff's own key pair; the private half is wrapped in their browser under their password. */
  readonly sharing_desk_keys: { readonly staff: Uint8Array; readonly public_key: string; readonly salt: string; readonly wrapped: string; readonly made_at: number };
  /** A role's private key, sealed to one member of staff. */
  readonly sharing_grants: { readonly role: string; readonly staff: Uint8Array; readonly enc: string; readonly box: string; readonly granted_by: Uint8Array; readonly granted_at: number };
  readonly shares: {
    readonly id: Uint8Array;
    readonly person: Uint8Array;
    readonly role: string;
    readonly since: number;
    readonly until: number;
    readonly enc: string;
    readonly box: string;
    readonly note: string;
  };
  readonly share_openings: { readonly share: Uint8Array; readonly staff: Uint8Array; readonly at: number };
  readonly share_answers: { readonly id: Uint8Array; readonly share: Uint8Array; readonly staff: Uint8Array; readonly at: number; readonly box: string };
};

/** Frozen: a released migration is never edited. */
export const sharingMigrations: readonly Migration[] = [
  {
    name: 'sharing-1-keys',
    up: async (m) => {
      await m
        .createTable('sharing_role_keys')
        .addColumn('role', m.text, (c) => c.primaryKey())
        .addColumn('key_number', m.integer, (c) => c.notNull())
        .addColumn('public_key', m.text, (c) => c.notNull())
        .addColumn('made_by', m.id, (c) => c.notNull())
        .addColumn('made_at', m.time, (c) => c.notNull())
        .execute();
      await m
        .createTable('sharing_desk_keys')
        .addColumn('staff', m.id, (c) => c.primaryKey())
        .addColumn('public_key', m.text, (c) => c.notNull())
        .addColumn('salt', m.text, (c) => c.notNull())
        .addColumn('wrapped', m.text, (c) => c.notNull())
        .addColumn('made_at', m.time, (c) => c.notNull())
        .execute();
      await m
        .createTable('sharing_grants')
        .addColumn('role', m.text, (c) => c.notNull())
        .addColumn('staff', m.id, (c) => c.notNull())
        .addColumn('enc', m.text, (c) => c.notNull())
        .addColumn('box', m.text, (c) => c.notNull())
        .addColumn('granted_by', m.id, (c) => c.notNull())
        .addColumn('granted_at', m.time, (c) => c.notNull())
        .addPrimaryKeyConstraint('sharing_grants_key', ['role', 'staff'])
        .execute();
    },
  },
  {
    name: 'sharing-2-shares',
    up: async (m) => {
      await m
        .createTable('shares')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('role', m.text, (c) => c.notNull())
        .addColumn('since', m.time, (c) => c.notNull())
        .addColumn('until', m.time, (c) => c.notNull())
        .addColumn('enc', m.text, (c) => c.notNull())
        .addColumn('box', m.text, (c) => c.notNull())
        .addColumn('note', m.text, (c) => c.notNull())
        .execute();
      await m.createIndex('shares_role', 'shares', ['role', 'until']);
      await m
        .createTable('share_openings')
        .addColumn('share', m.id, (c) => c.notNull())
        .addColumn('staff', m.id, (c) => c.notNull())
        .addColumn('at', m.time, (c) => c.notNull())
        .execute();
      await m.createIndex('share_openings_share', 'share_openings', ['share']);
      await m
        .createTable('share_answers')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('share', m.id, (c) => c.notNull())
        .addColumn('staff', m.id, (c) => c.notNull())
        .addColumn('at', m.time, (c) => c.notNull())
        .addColumn('box', m.text, (c) => c.notNull())
        .execute();
      await m.createIndex('share_answers_share', 'share_answers', ['share']);
    },
  },
  {
    name: 'sharing-3-role-key-name',
    up: async (m) => {
      // Under its first name no tablet could read it, nor the exchange that it came in.
      await m.run("update change_log set record = 'selfhelp.role-key' where record = 'selfhelp.roleKey'");
    },
  },
];
