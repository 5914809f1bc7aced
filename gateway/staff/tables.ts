import type { Migration } from '../db/migrate.ts';

/** Staff accounts, their sessions, and the establishment. */
export type StaffTables = {
  readonly staff: {
    readonly id: Uint8Array;
    readonly username: string;
    readonly name: string;
    readonly role: string;
    readonly active: number;
    /** Argon2id in its usual text form, with salt and cost. */
    readonly password: string;
    readonly created_at: number;
    readonly last_sign_in_at: number | null;
  };
  /** Only the SHA-256 of a session's token is here: a copied database signs nobody in. */
  readonly staff_sessions: {
    readonly token_sha256: Uint8Array;
    readonly staff: Uint8Array;
    readonly created_at: number;
    readonly last_seen_at: number;
  };
  /** One row. */
  readonly establishment: { readonly id: number; readonly name: string; readonly wings: string };
};

/** Frozen: a released migration is never edited. */
export const staffMigrations: readonly Migration[] = [
  {
    name: 'staff-1-accounts-sessions',
    up: async (m) => {
      await m
        .createTable('staff')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('username', m.text, (c) => c.notNull())
        .addColumn('name', m.text, (c) => c.notNull())
        .addColumn('role', m.text, (c) => c.notNull())
        .addColumn('active', m.flag, (c) => c.notNull())
        .addColumn('password', m.text, (c) => c.notNull())
        .addColumn('created_at', m.time, (c) => c.notNull())
        .addColumn('last_sign_in_at', m.time)
        .execute();
      await m.createIndex('staff_username', 'staff', ['username'], { unique: true });
      await m
        .createTable('staff_sessions')
        .addColumn('token_sha256', m.bytes, (c) => c.primaryKey())
        .addColumn('staff', m.id, (c) => c.notNull())
        .addColumn('created_at', m.time, (c) => c.notNull())
        .addColumn('last_seen_at', m.time, (c) => c.notNull())
        .execute();
      await m.createIndex('staff_sessions_staff', 'staff_sessions', ['staff']);
      await m
        .createTable('establishment')
        .addColumn('id', m.integer, (c) => c.primaryKey())
        .addColumn('name', m.text, (c) => c.notNull())
        .addColumn('wings', m.text, (c) => c.notNull())
        .execute();
      await m.run("insert into establishment (id, name, wings) values (1, 'Throughline', '[]')");
    },
  },
];
