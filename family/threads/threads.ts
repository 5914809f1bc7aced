import { sql } from 'kysely';
import type { ContactId, MessageId } from '#protocol/ids.ts';
import type { StopReason } from '#protocol/messaging/reasons.ts';
import type { MessageState } from '#protocol/messaging/schema.ts';
import type { FamilyDatabase } from '../db/open-family-database.ts';
import type { FamilyTables } from '../db/tables.ts';
import type { FamilyPerson, Thread, ThreadMessage } from '../family-api.ts';
import type { Visitor } from '../accounts/sessions.ts';

/** SQLite's own count of rows: the order in which messages that came in one call came. */
const arrival = sql`rowid`;

/** Messages of a thread that are shown. */
const THREAD_PAGE = 200;

/** The prisoners this visitor may write to, by name. */
export async function listPeople(db: FamilyDatabase, visitor: Visitor): Promise<FamilyPerson[]> {
  const rows = await ownContacts(db, visitor).orderBy('contacts.prisoner_name').orderBy('contacts.id').execute();
  return Promise.all(rows.map((row) => personOf(db, row)));
}

/** One thread, or undefined when the contact is not this visitor's: then it is as if there were none. */
export async function loadThread(
  db: FamilyDatabase,
  visitor: Visitor,
  contactId: ContactId,
): Promise<Thread | undefined> {
  const contact = await ownContact(db, visitor, contactId);
  if (contact === undefined) return undefined;
  const deliveries = await db
    .selectFrom('deliveries')
    .selectAll()
    .where('contact', '=', contactId)
    .orderBy('taken_at', 'desc')
    .orderBy(arrival, 'desc')
    .limit(THREAD_PAGE)
    .execute();
  const replies = await db
    .selectFrom('replies')
    .selectAll()
    .where('contact', '=', contactId)
    .where('account', '=', visitor.account)
    .orderBy('taken_at', 'desc')
    .orderBy(arrival, 'desc')
    .limit(THREAD_PAGE)
    .execute();
  const messages = [...deliveries.map(deliveryOf), ...replies.map(replyOf)]
    .reverse()
    .sort((a, b) => a.at - b.at)
    .slice(-THREAD_PAGE);
  return {
    person: await personOf(db, contact),
    gatewayKey: contact.gateway_key,
    maxCharacters: contact.max_characters,
    messages,
  };
}

/** The contact's row, if this visitor is that contact. */
export function ownContact(
  db: FamilyDatabase,
  visitor: Visitor,
  contactId: ContactId,
): Promise<FamilyTables['contacts'] | undefined> {
  return ownContacts(db, visitor).where('contacts.id', '=', contactId).executeTakeFirst();
}

/** Notes that everything taken up to `upTo` was seen. */
export async function markRead(db: FamilyDatabase, contactId: ContactId, upTo: number, now: number): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ read_at: now })
    .where('contact', '=', contactId)
    .where('read_at', 'is', null)
    .where('taken_at', '<=', upTo)
    .execute();
}

/** A reply as its writer sees it. */
export function replyOf(row: FamilyTables['replies']): ThreadMessage {
  return {
    direction: 'from-family',
    messageId: row.id as MessageId,
    at: row.taken_at,
    fetchedAt: row.fetched_at,
    state: row.state as MessageState,
    stateAt: row.state_at,
    reason: row.reason as StopReason | null,
  };
}

function deliveryOf(row: FamilyTables['deliveries']): ThreadMessage {
  return {
    direction: 'to-family',
    messageId: row.id as MessageId,
    body: row.body,
    writtenAt: row.written_at,
    at: row.taken_at,
    read: row.read_at !== null,
  };
}

function ownContacts(db: FamilyDatabase, visitor: Visitor) {
  return db
    .selectFrom('memberships')
    .innerJoin('contacts', 'contacts.id', 'memberships.contact')
    .selectAll('contacts')
    .where('memberships.account', '=', visitor.account);
}

async function personOf(db: FamilyDatabase, contact: FamilyTables['contacts']): Promise<FamilyPerson> {
  const { unread, lastAt } = await db
    .selectFrom('deliveries')
    .select(({ fn, eb }) => [
      fn.max<number | null>('taken_at').as('lastAt'),
      fn.sum<number | null>(eb.case().when('read_at', 'is', null).then(1).else(0).end()).as('unread'),
    ])
    .where('contact', '=', contact.id)
    .executeTakeFirstOrThrow();
  return {
    contactId: contact.id as ContactId,
    prisonerName: contact.prisoner_name,
    active: contact.active === 1,
    unread: unread ?? 0,
    lastAt,
  };
}
