import { createHash, randomBytes } from 'node:crypto';
import type { FamilyDatabase } from '../db/open-family-database.ts';

/** A session ends after 30 days without a visit, in milliseconds: an old phone should not ask for the password daily. */
export const SESSION_IDLE = 30 * 24 * 60 * 60_000;
/** And after 180 days whatever happens. */
export const SESSION_LENGTH = 180 * 24 * 60 * 60_000;
/** How often a visit is noted. */
const NOTE_EVERY = 60 * 60_000;

/** Who is signed in. */
export type Visitor = { readonly account: string; readonly signInName: string };

/** Starts a session with a token nobody had before (so a planted cookie is worth nothing); returns the token. */
export async function startSession(db: FamilyDatabase, account: string, now: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db
    .insertInto('sessions')
    .values({ token_sha256: hashToken(token), account, created_at: now, last_seen_at: now })
    .execute();
  return token;
}

/** Ends the session of a token, if there is one. */
export async function endSession(db: FamilyDatabase, token: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_sha256', '=', hashToken(token)).execute();
}

/** Who holds this token, or undefined when it is unknown or its session is over. */
export async function findVisitor(db: FamilyDatabase, token: string, now: number): Promise<Visitor | undefined> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account')
    .select(['sessions.account', 'accounts.sign_in_name', 'sessions.created_at', 'sessions.last_seen_at'])
    .where('token_sha256', '=', hashToken(token))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.last_seen_at + SESSION_IDLE < now || row.created_at + SESSION_LENGTH < now) {
    await endSession(db, token);
    return undefined;
  }
  if (row.last_seen_at + NOTE_EVERY < now) {
    await db.updateTable('sessions').set({ last_seen_at: now }).where('token_sha256', '=', hashToken(token)).execute();
  }
  return { account: row.account, signInName: row.sign_in_name };
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
