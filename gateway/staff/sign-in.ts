import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { bytesToId, idToBytes } from '../db/id-bytes.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import type { RouteFailure } from '../http/error-replies.ts';
import type { StaffCaller } from '../http/staff-route.ts';
import { NOBODYS_PASSWORD, passwordFits } from './password.ts';
import { startSession } from './sessions.ts';
import type { SignInBrake } from './sign-in-brake.ts';
import type { StaffId, StaffRole } from './staff-api.ts';
import type { StaffTables } from './tables.ts';

/** A session just begun: whom it is for, and the token for their cookie. */
export type StartedSession = { readonly staff: StaffCaller; readonly token: string };

/**
 * How somebody proves who they are: a name and a password now. A second factor, passkeys or the prison's identity
 * provider replace this file alone (ADR 0017); what follows a proof is `startSession`.
 * `source` is the caller's address, `uptime` monotonic milliseconds.
 */
export async function signInWithPassword(
  database: GatewayDatabase,
  brake: SignInBrake,
  attempt: { readonly username: string; readonly password: string; readonly source: string; readonly uptime: number },
): Promise<Result<StartedSession, RouteFailure>> {
  const username = attempt.username.trim().toLowerCase();
  const wait = brake.waitFor(username, attempt.source, attempt.uptime);
  if (wait > 0) return fail({ code: 'wait', retryAfter: wait });
  // Counted before it is checked, so that many tries at once are not one try (security.md section 2, Gatekeeper).
  brake.failed(username, attempt.source, attempt.uptime);
  const row = await database
    .reads<StaffTables>()
    .selectFrom('staff')
    .selectAll()
    .where('username', '=', username)
    .executeTakeFirst();
  const fits = await passwordFits(attempt.password, row?.password ?? (await NOBODYS_PASSWORD));
  if (row === undefined || !fits || row.active !== 1) {
    if (row !== undefined) await noteRefusal(database, bytesToId<StaffId>(row.id));
    return fail({ code: 'sign-in-refused' });
  }
  brake.succeeded(username, attempt.source);
  const staff = {
    staffId: bytesToId<StaffId>(row.id),
    username: row.username,
    name: row.name,
    role: row.role as StaffRole,
  };
  return ok({ staff, token: await beginSession(database, staff.staffId) });
}

/** Starts a session for somebody who has proved who they are, and says so in the audit. */
export function beginSession(database: GatewayDatabase, staffId: StaffId): Promise<string> {
  return database.committer.submit(async (tx) => {
    const tables = tx.tables<StaffTables>();
    const token = await startSession(tx, staffId);
    await tables.updateTable('staff').set({ last_sign_in_at: tx.now }).where('id', '=', idToBytes(staffId)).execute();
    await appendAudit(tx, {
      at: tx.now,
      actor: { kind: 'staff', id: staffId },
      action: 'session.start',
      subject: staffId,
      detail: {},
    });
    return token;
  });
}

async function noteRefusal(database: GatewayDatabase, staffId: StaffId): Promise<void> {
  await database.committer.submit((tx) =>
    appendAudit(tx, {
      at: tx.now,
      actor: { kind: 'gateway', id: 'sign-in' },
      action: 'session.refused',
      subject: staffId,
      detail: {},
    }),
  );
}
