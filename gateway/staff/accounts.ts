import { randomBytes } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { makeUuidV7 } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { AuditActor } from '../audit/hash-entry.ts';
import { bytesToId, idToBytes } from '../db/id-bytes.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import type { StaffCaller } from '../http/staff-route.ts';
import { endSessionsOf } from './sessions.ts';
import type { Account, StaffId, StaffRole } from './staff-api.ts';
import type { StaffTables } from './tables.ts';

/** What an account is made from; the password is hashed already, because a job may not wait for anything but rows. */
export type NewAccount = {
  readonly username: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly passwordHash: string;
};

/** What may change; absent stays. */
export type AccountChange = {
  readonly name?: string | undefined;
  readonly role?: StaffRole | undefined;
  readonly active?: boolean | undefined;
  readonly passwordHash?: string | undefined;
};

/** Every account, by sign-in name. */
export async function listAccounts(tables: Kysely<StaffTables>): Promise<Account[]> {
  return (await tables.selectFrom('staff').selectAll().orderBy('username').execute()).map(accountOf);
}

/** Whether the gateway has no account at all, and so waits for its first administrator. */
export async function hasNoAccounts(tables: Kysely<StaffTables>): Promise<boolean> {
  return (await tables.selectFrom('staff').select('id').limit(1).executeTakeFirst()) === undefined;
}

/** Makes an account. `actor` is undefined for the first one, which nobody signed in could make. */
export async function addAccount(
  tx: GatewayTransaction,
  actor: AuditActor | undefined,
  account: NewAccount,
): Promise<Result<Account, { readonly code: 'username-taken' }>> {
  const tables = tx.tables<StaffTables>();
  const taken = await tables
    .selectFrom('staff')
    .select('id')
    .where('username', '=', account.username)
    .executeTakeFirst();
  if (taken !== undefined) return fail({ code: 'username-taken' });
  const staffId = makeUuidV7(tx.now, randomBytes(10)) as StaffId;
  const row = {
    id: idToBytes(staffId),
    username: account.username,
    name: account.name,
    role: account.role,
    active: 1,
    password: account.passwordHash,
    created_at: tx.now,
    last_sign_in_at: null,
  };
  await tables.insertInto('staff').values(row).execute();
  await appendAudit(tx, {
    at: tx.now,
    actor: actor ?? { kind: 'gateway', id: 'first-start' },
    action: 'staff.add',
    subject: staffId,
    detail: { role: account.role },
  });
  return ok(accountOf(row));
}

/** Changes an account of somebody else; a gateway always keeps one administrator who can sign in. */
export async function changeAccount(
  tx: GatewayTransaction,
  caller: StaffCaller,
  staffId: StaffId,
  change: AccountChange,
): Promise<Result<Account, { readonly code: 'not-found' | 'not-yourself' | 'last-administrator' }>> {
  // Two people for every power: nobody raises or restores their own account.
  if (caller.staffId === staffId) return fail({ code: 'not-yourself' });
  const tables = tx.tables<StaffTables>();
  const before = await tables.selectFrom('staff').selectAll().where('id', '=', idToBytes(staffId)).executeTakeFirst();
  if (before === undefined) return fail({ code: 'not-found' });
  const after = {
    ...before,
    name: change.name ?? before.name,
    role: change.role ?? before.role,
    active: change.active === undefined ? before.active : Number(change.active),
    password: change.passwordHash ?? before.password,
  };
  if (isAdministrator(before) && !isAdministrator(after) && (await isLastAdministrator(tables, staffId)))
    return fail({ code: 'last-administrator' });
  await tables
    .updateTable('staff')
    .set({ name: after.name, role: after.role, active: after.active, password: after.password })
    .where('id', '=', idToBytes(staffId))
    .execute();
  await endSessionsOf(tx, staffId);
  const detail = { role: after.role, active: after.active === 1, passwordReset: change.passwordHash !== undefined };
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'staff', id: caller.staffId },
    action: 'staff.change',
    subject: staffId,
    detail,
  });
  return ok(accountOf(after));
}

/** Sets one's own password and ends one's other sessions. */
export async function setOwnPassword(tx: GatewayTransaction, caller: StaffCaller, passwordHash: string): Promise<void> {
  await tx
    .tables<StaffTables>()
    .updateTable('staff')
    .set({ password: passwordHash })
    .where('id', '=', idToBytes(caller.staffId))
    .execute();
  await endSessionsOf(tx, caller.staffId);
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'staff', id: caller.staffId },
    action: 'staff.password',
    subject: caller.staffId,
    detail: {},
  });
}

/** Names by id, for lists that show who did something. */
export async function loadStaffNames(
  tables: Kysely<StaffTables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tables
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)].map(idToBytes))
    .execute();
  return new Map(rows.map((row) => [bytesToId<string>(row.id), row.name]));
}

function accountOf(row: Selectable<StaffTables['staff']>): Account {
  return {
    staffId: bytesToId<StaffId>(row.id),
    username: row.username,
    name: row.name,
    role: row.role as StaffRole,
    active: row.active === 1,
    createdAt: row.created_at,
    lastSignInAt: row.last_sign_in_at,
  };
}

function isAdministrator(row: { readonly role: string; readonly active: number }): boolean {
  return row.role === 'administrator' && row.active === 1;
}

async function isLastAdministrator(tables: Kysely<StaffTables>, staffId: StaffId): Promise<boolean> {
  const rows = await tables
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'administrator')
    .where('active', '=', 1)
    .execute();
  return rows.every((row) => bytesToId<StaffId>(row.id) === staffId);
}
