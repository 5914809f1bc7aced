import { createHash, randomBytes } from 'node:crypto';
import { bytesToId, idToBytes } from '../db/id-bytes.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import type { StaffCaller } from '../http/staff-route.ts';
import type { StaffId, StaffRole } from './staff-api.ts';
import type { StaffTables } from './tables.ts';

/** A session ends after a working day, and after half an hour without a request (ADR 0017, ASVS 7.3). */
export const SESSION_MS = 12 * 60 * 60 * 1000;
export const IDLE_MS = 30 * 60 * 1000;
/** How often "last seen" is written: once a minute is exact enough for half an hour. */
const SEEN_EVERY = 60 * 1000;

/** Starts a session and returns its token: 32 random bytes, known to the browser alone. */
export async function startSession(tx: GatewayTransaction, staffId: StaffId): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const tables = tx.tables<StaffTables>();
  await tables
    .deleteFrom('staff_sessions')
    .where('created_at', '<', tx.now - SESSION_MS)
    .execute();
  await tables
    .insertInto('staff_sessions')
    .values({ token_sha256: hashToken(token), staff: idToBytes(staffId), created_at: tx.now, last_seen_at: tx.now })
    .execute();
  return token;
}

/** Ends one session. An unknown token is no error: it is ended already. */
export async function endSession(tx: GatewayTransaction, token: string): Promise<void> {
  await tx.tables<StaffTables>().deleteFrom('staff_sessions').where('token_sha256', '=', hashToken(token)).execute();
}

/** Ends every session of somebody whose role, password or account changed. */
export async function endSessionsOf(tx: GatewayTransaction, staffId: StaffId): Promise<void> {
  await tx.tables<StaffTables>().deleteFrom('staff_sessions').where('staff', '=', idToBytes(staffId)).execute();
}

/** Who a token stands for now, or undefined: unknown, too old, silent too long, or the account was closed. */
export async function findCaller(
  database: GatewayDatabase,
  token: string,
  now: number,
): Promise<StaffCaller | undefined> {
  const hash = hashToken(token);
  const row = await database
    .reads<StaffTables>()
    .selectFrom('staff_sessions')
    .innerJoin('staff', 'staff.id', 'staff_sessions.staff')
    .select([
      'staff.id',
      'staff.username',
      'staff.name',
      'staff.role',
      'staff.active',
      'staff_sessions.created_at',
      'staff_sessions.last_seen_at',
    ])
    .where('token_sha256', '=', hash)
    .executeTakeFirst();
  if (row === undefined || row.active !== 1) return undefined;
  if (now - row.created_at > SESSION_MS || now - row.last_seen_at > IDLE_MS) return undefined;
  if (now - row.last_seen_at > SEEN_EVERY) await noteSeen(database, hash);
  return { staffId: bytesToId<StaffId>(row.id), username: row.username, name: row.name, role: row.role as StaffRole };
}

async function noteSeen(database: GatewayDatabase, hash: Uint8Array): Promise<void> {
  // A full disk must not sign everybody out: reading goes on while writing cannot.
  await database.committer
    .submit((tx) =>
      tx
        .tables<StaffTables>()
        .updateTable('staff_sessions')
        .set({ last_seen_at: tx.now })
        .where('token_sha256', '=', hash)
        .execute(),
    )
    .catch(() => undefined);
}

function hashToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}
