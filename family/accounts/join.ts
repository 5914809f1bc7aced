import { randomUUID } from 'node:crypto';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { FamilyDatabase } from '../db/open-family-database.ts';
import { findInvitation, type InvitationFault, useInvitation } from './invitations.ts';
import type { Visitor } from './sessions.ts';

/** One spelling of a sign-in name, so that a telephone's capital letter does not shut anyone out. */
export function tidySignInName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/**
 * Makes an account with an invitation. Code, account and membership are one transaction: two phones with the same
 * code cannot both be let in. `name-taken` is told only to someone with a good code.
 */
export function createAccount(
  db: FamilyDatabase,
  wish: { readonly code: string; readonly signInName: string; readonly passwordHash: string },
  now: number,
): Promise<Result<Visitor, InvitationFault | { readonly code: 'name-taken' }>> {
  return db.transaction().execute(async (tx) => {
    const invitation = await findInvitation(tx, wish.code, now);
    if (!invitation.ok) return invitation;
    const signInName = tidySignInName(wish.signInName);
    const taken = await tx
      .selectFrom('accounts')
      .select('id')
      .where('sign_in_name', '=', signInName)
      .executeTakeFirst();
    if (taken !== undefined) return fail({ code: 'name-taken' });
    const account = randomUUID();
    await tx
      .insertInto('accounts')
      .values({ id: account, sign_in_name: signInName, password: wish.passwordHash, created_at: now })
      .execute();
    await useInvitation(tx, invitation.value, account, now);
    return ok({ account, signInName });
  });
}

/** Adds one more prisoner to an account, by another invitation. */
export function addPerson(
  db: FamilyDatabase,
  visitor: Visitor,
  code: string,
  now: number,
): Promise<Result<void, InvitationFault | { readonly code: 'already-yours' }>> {
  return db.transaction().execute(async (tx) => {
    const invitation = await findInvitation(tx, code, now);
    if (!invitation.ok) return invitation;
    const own = await tx
      .selectFrom('memberships')
      .select('account')
      .where('contact', '=', invitation.value.contact)
      .executeTakeFirst();
    if (own?.account === visitor.account) return fail({ code: 'already-yours' });
    await useInvitation(tx, invitation.value, visitor.account, now);
    return ok(undefined);
  });
}
