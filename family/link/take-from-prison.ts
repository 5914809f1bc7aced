import type { LinkContact, LinkDelivery, LinkReceipts, LinkReply, LinkStatus } from '#protocol/family-link/schema.ts';
import type { ContactId, MessageId } from '#protocol/ids.ts';
import type { FamilyDatabase } from '../db/open-family-database.ts';

/** Replies handed to the prison in one call. */
const REPLIES_PAGE = 50;

/** Keeps what the prison says of its contacts. Whole records, so telling the same again changes nothing. */
export async function takeContacts(db: FamilyDatabase, contacts: readonly LinkContact[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const contact of contacts) {
      const fields = {
        contact_name: contact.contactName,
        prisoner_name: contact.prisonerName,
        active: contact.active ? 1 : 0,
        invitation_sha256: contact.invitation?.codeSha256 ?? null,
        invitation_expires_at: contact.invitation?.expiresAt ?? null,
        gateway_key: contact.gatewayKey,
        max_characters: contact.maxCharacters,
      };
      await tx
        .insertInto('contacts')
        .values({ id: contact.contactId, ...fields })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
        .execute();
    }
  });
}

/**
 * Takes released messages. One that is here already gets the receipt it had. Without a reader nothing is kept and no
 * receipt given: the prison offers it again.
 */
export async function takeDeliveries(
  db: FamilyDatabase,
  deliveries: readonly LinkDelivery[],
  now: number,
): Promise<LinkReceipts> {
  const receipts: LinkReceipts['receipts'] = [];
  await db.transaction().execute(async (tx) => {
    for (const delivery of deliveries) {
      const receipt = await takeDelivery(tx, delivery, now);
      if (receipt !== undefined) receipts.push(receipt);
    }
  });
  return { receipts };
}

/** The oldest sealed replies that the prison has not said it has. */
export async function listSealedReplies(db: FamilyDatabase): Promise<LinkReply[]> {
  const rows = await db
    .selectFrom('replies')
    .selectAll()
    .where('fetched_at', 'is', null)
    .orderBy('taken_at')
    .orderBy('id')
    .limit(REPLIES_PAGE)
    .execute();
  return rows.flatMap((row) =>
    row.enc === null || row.box === null
      ? []
      : [
          {
            messageId: row.id as MessageId,
            contactId: row.contact as ContactId,
            enc: row.enc,
            box: row.box,
            writtenAt: row.written_at,
          },
        ],
  );
}

/** The prison has these: their sealed text is forgotten here. */
export async function forgetFetched(db: FamilyDatabase, messageIds: readonly string[], now: number): Promise<void> {
  if (messageIds.length === 0) return;
  await db
    .updateTable('replies')
    .set({ enc: null, box: null, fetched_at: now })
    .where('id', 'in', [...messageIds])
    .where('fetched_at', 'is', null)
    .execute();
}

/** Where replies are now. An older word that arrives late does not undo a newer one. */
export async function takeStatuses(db: FamilyDatabase, statuses: readonly LinkStatus[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const { messageId, state, reason, at } of statuses) {
      await tx
        .updateTable('replies')
        .set({ state, reason, state_at: at })
        .where('id', '=', messageId)
        .where((eb) => eb.or([eb('state', '=', 'waiting'), eb('state_at', '<=', at)]))
        .execute();
    }
  });
}

async function takeDelivery(
  db: FamilyDatabase,
  delivery: LinkDelivery,
  now: number,
): Promise<LinkReceipts['receipts'][number] | undefined> {
  const { messageId, contactId } = delivery;
  const before = await db
    .selectFrom('deliveries')
    .select(['taken_at', 'contact'])
    .where('id', '=', messageId)
    .executeTakeFirst();
  if (before !== undefined)
    return { messageId, outcome: before.contact === contactId ? 'taken' : 'contact-unknown', at: before.taken_at };
  const contact = await db.selectFrom('contacts').select('active').where('id', '=', contactId).executeTakeFirst();
  if (contact === undefined) return { messageId, outcome: 'contact-unknown', at: now };
  if (contact.active !== 1) return { messageId, outcome: 'contact-not-active', at: now };
  const reader = await db
    .selectFrom('memberships')
    .select('account')
    .where('contact', '=', contactId)
    .executeTakeFirst();
  if (reader === undefined) return undefined;
  await db
    .insertInto('deliveries')
    .values({
      id: messageId,
      contact: contactId,
      body: delivery.body,
      written_at: delivery.writtenAt,
      taken_at: now,
      read_at: null,
    })
    .execute();
  return { messageId, outcome: 'taken', at: now };
}
