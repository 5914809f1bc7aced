import { createHash } from 'node:crypto';
import type { ContactId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { Visitor } from '../accounts/sessions.ts';
import type { FamilyDatabase } from '../db/open-family-database.ts';
import type { FamilyTables } from '../db/tables.ts';
import type { SendReply } from '../family-api.ts';
import { ownContact } from './threads.ts';

export type SendReplyFault = { readonly code: 'not-found' | 'contact-not-active' | 'message-exists' };

/**
 * Keeps a sealed reply until the prison fetches it. The same reply again (a lost answer, a second press) has the
 * effect of once; the same id with other bytes, or from someone else, is refused.
 */
export function sendReply(
  db: FamilyDatabase,
  visitor: Visitor,
  contactId: ContactId,
  reply: SendReply,
  now: number,
): Promise<Result<FamilyTables['replies'], SendReplyFault>> {
  return db.transaction().execute(async (tx) => {
    const contact = await ownContact(tx, visitor, contactId);
    if (contact === undefined) return fail({ code: 'not-found' });
    const boxSha256 = createHash('sha256').update(`${reply.enc}.${reply.box}`).digest('hex');
    const before = await tx.selectFrom('replies').selectAll().where('id', '=', reply.messageId).executeTakeFirst();
    if (before !== undefined) {
      const same =
        before.account === visitor.account && before.contact === contactId && before.box_sha256 === boxSha256;
      return same ? ok(before) : fail({ code: 'message-exists' });
    }
    // A delivery's id is the prison's: a reply must not take it.
    const delivery = await tx
      .selectFrom('deliveries')
      .select('id')
      .where('id', '=', reply.messageId)
      .executeTakeFirst();
    if (delivery !== undefined) return fail({ code: 'message-exists' });
    if (contact.active !== 1) return fail({ code: 'contact-not-active' });
    const row = newRow(visitor, contactId, reply, boxSha256, now);
    await tx.insertInto('replies').values(row).execute();
    return ok(row);
  });
}

function newRow(
  visitor: Visitor,
  contactId: ContactId,
  reply: SendReply,
  boxSha256: string,
  now: number,
): FamilyTables['replies'] {
  const known = { id: reply.messageId, contact: contactId, account: visitor.account, enc: reply.enc, box: reply.box };
  const times = { written_at: now, taken_at: now, fetched_at: null, state_at: now };
  return { ...known, ...times, box_sha256: boxSha256, state: 'waiting', reason: null };
}
