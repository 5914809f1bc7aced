/**
 * All that is kept outside the prison. Ids are UUIDs as text, times milliseconds since 1970, flags 0 or 1. Nothing
 * here says where a prisoner is, what their number is, or why a contact is not active.
 */
export type FamilyTables = {
  readonly accounts: {
    readonly id: string;
    /** Lower case; what the person signs in with. */
    readonly sign_in_name: string;
    /** Argon2id in its usual text form, with salt and cost. */
    readonly password: string;
    readonly created_at: number;
  };
  /** Only the SHA-256 of a session's token: a copied database signs nobody in. */
  readonly sessions: {
    readonly token_sha256: string;
    readonly account: string;
    readonly created_at: number;
    readonly last_seen_at: number;
  };
  /** As the prison last told it (protocol/family-link `LinkContact`). */
  readonly contacts: {
    readonly id: string;
    readonly contact_name: string;
    readonly prisoner_name: string;
    readonly active: number;
    readonly invitation_sha256: string | null;
    readonly invitation_expires_at: number | null;
    readonly gateway_key: string;
    readonly max_characters: number;
  };
  /** Which account is which contact; each contact is one account at most, the one that used the newest invitation. */
  readonly memberships: { readonly contact: string; readonly account: string; readonly joined_at: number };
  /** Codes that were used, so that telling the same contact again does not open its invitation again. */
  readonly used_invitations: { readonly code_sha256: string; readonly contact: string; readonly used_at: number };
  /** Released messages to the family. */
  readonly deliveries: {
    readonly id: string;
    readonly contact: string;
    readonly body: string;
    readonly written_at: number;
    readonly taken_at: number;
    readonly read_at: number | null;
  };
  /** Replies: sealed to the prison until it has fetched them, then only their state. */
  readonly replies: {
    readonly id: string;
    readonly contact: string;
    readonly account: string;
    readonly enc: string | null;
    readonly box: string | null;
    /** SHA-256 of what was sent, so that a repeat is known after the box was forgotten. */
    readonly box_sha256: string;
    readonly written_at: number;
    readonly taken_at: number;
    readonly fetched_at: number | null;
    readonly state: string;
    readonly reason: string | null;
    readonly state_at: number;
  };
  /** What the public page may confirm; without number and surname it names nobody (protocol/family-link `LinkCertificate`). */
  readonly certificates: { readonly id: string; readonly box: string; readonly revoked: number };
};

/** The schema, step by step; `user_version` of the file says how many were done. Steps are never edited. */
export const FAMILY_MIGRATIONS: readonly string[] = [
  `
  create table accounts (id text primary key, sign_in_name text not null unique, password text not null, created_at integer not null) strict;
  create table sessions (token_sha256 text primary key, account text not null references accounts (id), created_at integer not null, last_seen_at integer not null) strict;
  create index sessions_account on sessions (account);
  create table contacts (id text primary key, contact_name text not null, prisoner_name text not null, active integer not null,
    invitation_sha256 text, invitation_expires_at integer, gateway_key text not null, max_characters integer not null) strict;
  create index contacts_invitation on contacts (invitation_sha256);
  create table memberships (contact text primary key references contacts (id), account text not null references accounts (id), joined_at integer not null) strict;
  create index memberships_account on memberships (account);
  create table used_invitations (code_sha256 text primary key, contact text not null, used_at integer not null) strict;
  create table deliveries (id text primary key, contact text not null, body text not null, written_at integer not null, taken_at integer not null, read_at integer) strict;
  create index deliveries_contact on deliveries (contact, taken_at);
  create table replies (id text primary key, contact text not null, account text not null, enc text, box text, box_sha256 text not null,
    written_at integer not null, taken_at integer not null, fetched_at integer, state text not null, reason text, state_at integer not null) strict;
  create index replies_contact on replies (contact, taken_at);
  create index replies_unfetched on replies (fetched_at, taken_at);
  `,
  `
  create table certificates (id text primary key, box text not null, revoked integer not null) strict;
  `,
];
