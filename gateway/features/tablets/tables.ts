import type { Migration } from '../../db/migrate.ts';

/** Tablets, their codes and their people's keys. Ids are 16 bytes, times milliseconds since 1970. */
export type TabletTables = {
  readonly tablets: {
    readonly id: Uint8Array;
    readonly name: string;
    readonly wing: string;
    readonly cell: string;
    /** `waiting`, `enrolled` or `revoked`. */
    readonly state: string;
    /** `certificate` or `cookie`. */
    readonly credential: string | null;
    /** SHA-256 of the certificate's DER or of the cookie's token. */
    readonly credential_sha256: Uint8Array | null;
    readonly certificate: string | null;
    /** SHA-256 of the public key it enrolled with: a repeat after a lost reply is known by it. */
    readonly enrolled_key_sha256: Uint8Array | null;
    /** Keyed hash of the code on the slip (`code-hash.ts`). */
    readonly code_hash: Uint8Array | null;
    readonly code_expires_at: number | null;
    readonly code_used_at: number | null;
    readonly enrolled_at: number | null;
    readonly revoked_at: number | null;
    readonly last_contact_at: number | null;
    /** JSON of `TabletReport`. */
    readonly report: string | null;
    readonly created_at: number;
  };
  /** A code that lets one person sign in on one tablet for the first time. */
  readonly first_sign_in_codes: {
    readonly tablet: Uint8Array;
    readonly person: Uint8Array;
    readonly code_hash: Uint8Array;
    readonly expires_at: number;
    readonly used_at: number | null;
    readonly used_key: Uint8Array | null;
  };
  /** People's public keys for a tablet; older ones stay, for operations sealed before a forgotten PIN. */
  readonly person_keys: {
    readonly tablet: Uint8Array;
    readonly person: Uint8Array;
    readonly public_key: Uint8Array;
    readonly since: number;
  };
};

/** Frozen: a released migration is never edited. */
export const tabletMigrations: readonly Migration[] = [
  {
    name: 'tablets-1-tablets',
    up: async (m) => {
      await m
        .createTable('tablets')
        .addColumn('id', m.id, (c) => c.primaryKey())
        .addColumn('name', m.text, (c) => c.notNull())
        .addColumn('wing', m.text, (c) => c.notNull())
        .addColumn('cell', m.text, (c) => c.notNull())
        .addColumn('state', m.text, (c) => c.notNull())
        .addColumn('credential', m.text)
        .addColumn('credential_sha256', m.bytes)
        .addColumn('certificate', m.text)
        .addColumn('enrolled_key_sha256', m.bytes)
        .addColumn('code_hash', m.bytes)
        .addColumn('code_expires_at', m.time)
        .addColumn('code_used_at', m.time)
        .addColumn('enrolled_at', m.time)
        .addColumn('revoked_at', m.time)
        .addColumn('last_contact_at', m.time)
        .addColumn('report', m.text)
        .addColumn('created_at', m.time, (c) => c.notNull())
        .execute();
      await m.createIndex('tablets_credential', 'tablets', ['credential_sha256'], { unique: true });
      await m.createIndex('tablets_code', 'tablets', ['code_hash'], { unique: true });
    },
  },
  {
    name: 'tablets-2-codes-keys',
    up: async (m) => {
      await m
        .createTable('first_sign_in_codes')
        .addColumn('tablet', m.id, (c) => c.notNull())
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('code_hash', m.bytes, (c) => c.notNull())
        .addColumn('expires_at', m.time, (c) => c.notNull())
        .addColumn('used_at', m.time)
        .addColumn('used_key', m.bytes)
        .addPrimaryKeyConstraint('first_sign_in_codes_key', ['tablet', 'person'])
        .execute();
      await m
        .createTable('person_keys')
        .addColumn('tablet', m.id, (c) => c.notNull())
        .addColumn('person', m.id, (c) => c.notNull())
        .addColumn('public_key', m.bytes, (c) => c.notNull())
        .addColumn('since', m.time, (c) => c.notNull())
        .addPrimaryKeyConstraint('person_keys_key', ['tablet', 'person', 'public_key'])
        .execute();
    },
  },
];
