import { createHash } from 'node:crypto';
import { parseInvitation } from '#protocol/family-link/invitation.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { FamilyDatabase } from '../db/open-family-database.ts';

/** A code that opens: for which contact, and the hash it will be remembered by. */
export type OpenInvitation = {
  readonly codeSha256: string;
  readonly contact: string;
  readonly contactName: string;
  readonly prisonerName: string;
};

export type InvitationFault = { readonly code: 'code-unknown' | 'code-used' | 'code-expired' };

/** Looks a typed code up. A contact who is not active now has no invitation either. */
export async function findInvitation(
  db: FamilyDatabase,
  typed: string,
  now: number,
): Promise<Result<OpenInvitation, InvitationFault>> {
  const code = parseInvitation(typed);
  if (code === undefined) return fail({ code: 'code-unknown' });
  const codeSha256 = createHash('sha256').update(code).digest('hex');
  const used = await db
    .selectFrom('used_invitations')
    .select('contact')
    .where('code_sha256', '=', codeSha256)
    .executeTakeFirst();
  if (used !== undefined) return fail({ code: 'code-used' });
  const contact = await db
    .selectFrom('contacts')
    .selectAll()
    .where('invitation_sha256', '=', codeSha256)
    .executeTakeFirst();
  if (contact?.active !== 1) return fail({ code: 'code-unknown' });
  if ((contact.invitation_expires_at ?? 0) <= now) return fail({ code: 'code-expired' });
  return ok({
    codeSha256,
    contact: contact.id,
    contactName: contact.contact_name,
    prisonerName: contact.prisoner_name,
  });
}

/**
 * Uses an invitation: this account is that contact from now on. An account that was before (the person lost its
 * password and was invited again) no longer is. Call inside a transaction.
 */
export async function useInvitation(
  db: FamilyDatabase,
  invitation: OpenInvitation,
  account: string,
  now: number,
): Promise<void> {
  await db
    .insertInto('used_invitations')
    .values({ code_sha256: invitation.codeSha256, contact: invitation.contact, used_at: now })
    .execute();
  await db
    .insertInto('memberships')
    .values({ contact: invitation.contact, account, joined_at: now })
    .onConflict((conflict) => conflict.column('contact').doUpdateSet({ account, joined_at: now }))
    .execute();
}
