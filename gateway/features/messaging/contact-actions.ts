import type { ContactId } from '#protocol/ids.ts';
import { INVITATION_LIFETIME } from '#protocol/family-link/invitation.ts';
import { isModerated, isRestricted } from '#protocol/messaging/rules.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import { loadPerson } from '../../people/person-queries.ts';
import type { PeopleTables } from '../../people/tables.ts';
import { contactOfRow } from './message-rows.ts';
import { loadContactRow } from './queries.ts';
import { FAMILY_NEWS } from './save-move.ts';
import type { ChangeContact, NewContact } from './staff-api.ts';
import { putContact, putPolicy } from './sync.ts';
import type { ContactRow, MessagingTables } from './tables.ts';

type Missing = { readonly code: 'not-found' };

/** Links a person outside to one prisoner, and tells the tablet. */
export async function createContact(
  tx: GatewayTransaction,
  contactId: ContactId,
  contact: NewContact,
  staffId: string,
): Promise<Result<ContactRow, Missing>> {
  if ((await loadPerson(tx.tables<PeopleTables>(), contact.personId)) === undefined) return fail({ code: 'not-found' });
  const row: ContactRow = {
    id: idToBytes(contactId),
    person: idToBytes(contact.personId),
    name: contact.name,
    relationship: contact.relationship,
    handling: contact.handling,
    approved: contact.approved ? 1 : 0,
    restrictions: '[]',
    invitation_sha256: null,
    invitation_expires_at: null,
    created_at: tx.now,
  };
  await tx.tables<MessagingTables>().insertInto('messaging_contacts').values(row).execute();
  await auditContact(tx, staffId, 'contacts.create', contactId, {
    personId: contact.personId,
    handling: contact.handling,
    approved: contact.approved,
  });
  await putContact(tx, row);
  await putPolicy(tx, contact.personId);
  tx.announce(FAMILY_NEWS);
  return ok(row);
}

/** Changes a contact: name, relationship, approval, restrictions. The audit has what changed, not the names. */
export async function changeContact(
  tx: GatewayTransaction,
  contactId: ContactId,
  change: ChangeContact,
  staffId: string,
): Promise<Result<ContactRow, Missing>> {
  const before = await loadContactRow(tx.tables<MessagingTables>(), contactId);
  if (before === undefined) return fail({ code: 'not-found' });
  const fields = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.relationship === undefined ? {} : { relationship: change.relationship }),
    ...(change.approved === undefined ? {} : { approved: change.approved ? 1 : 0 }),
    ...(change.restrictions === undefined ? {} : { restrictions: JSON.stringify(change.restrictions) }),
  };
  const after = { ...before, ...fields };
  if (Object.keys(fields).length > 0) await updateContact(tx, after);
  await auditContact(tx, staffId, 'contacts.change', contactId, {
    changed: Object.keys(fields),
    ...(change.approved === undefined ? {} : { approved: change.approved }),
    ...(change.restrictions === undefined ? {} : { restrictions: change.restrictions }),
  });
  await putContact(tx, after);
  tx.announce(FAMILY_NEWS);
  return ok(after);
}

/**
 * Opens an invitation: only its hash is kept, and an older code stops working. `not-invitable`: privileged, not
 * approved, or restricted now. Returns when it ends.
 */
export async function inviteContact(
  tx: GatewayTransaction,
  contactId: ContactId,
  codeSha256: string,
  staffId: string,
): Promise<Result<{ readonly expiresAt: number }, Missing | { readonly code: 'not-invitable' }>> {
  const row = await loadContactRow(tx.tables<MessagingTables>(), contactId);
  if (row === undefined) return fail({ code: 'not-found' });
  const contact = contactOfRow(row);
  if (!isModerated(contact) || !contact.approved || isRestricted(contact, tx.now))
    return fail({ code: 'not-invitable' });
  const expiresAt = tx.now + INVITATION_LIFETIME;
  await updateContact(tx, { ...row, invitation_sha256: codeSha256, invitation_expires_at: expiresAt });
  await auditContact(tx, staffId, 'contacts.invite', contactId, { expiresAt });
  tx.announce(FAMILY_NEWS);
  return ok({ expiresAt });
}

/** A member of staff says that they know this contact privately (or no longer do): they then cannot decide about them. */
export async function setKnown(
  tx: GatewayTransaction,
  contactId: ContactId,
  known: boolean,
  staffId: string,
): Promise<Result<ContactRow, Missing>> {
  const tables = tx.tables<MessagingTables>();
  const row = await loadContactRow(tables, contactId);
  if (row === undefined) return fail({ code: 'not-found' });
  const pair = { staff: idToBytes(staffId), contact: row.id };
  if (known)
    await tables
      .insertInto('messaging_knows')
      .values(pair)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else
    await tables
      .deleteFrom('messaging_knows')
      .where('staff', '=', pair.staff)
      .where('contact', '=', pair.contact)
      .execute();
  await auditContact(tx, staffId, 'contacts.known', contactId, { known });
  return ok(row);
}

async function updateContact(tx: GatewayTransaction, row: ContactRow): Promise<void> {
  const { id, ...fields } = row;
  await tx.tables<MessagingTables>().updateTable('messaging_contacts').set(fields).where('id', '=', id).execute();
}

function auditContact(
  tx: GatewayTransaction,
  staffId: string,
  action: string,
  contactId: ContactId,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  return appendAudit(tx, { at: tx.now, actor: { kind: 'staff', id: staffId }, action, subject: contactId, detail });
}
