import type { Kysely } from 'kysely';
import type { ContactId, MessageId, PersonId } from '#protocol/ids.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import { messageOfRow, policyOfRow } from './message-rows.ts';
import { policyAt, type DatedPolicy } from './moderation/judge-intake.ts';
import type { ModeratedMessage } from './moderation/moderated-message.ts';
import type { ContactRow, MessagingTables, PolicyRow } from './tables.ts';

/** Reads of this feature's tables: of what is committed, or inside a job through the transaction. */
export type MessagingReads = Kysely<MessagingTables>;

/** The allowance is counted over seven days, in milliseconds. */
const WEEK = 7 * 24 * 60 * 60_000;

/**
 * What holds before a governor has set any policy: a person reads everything. 4,000 characters are the four A5 sides
 * of domain.md 3.1, near enough.
 */
export const FIRST_POLICY: DatedPolicy = {
  version: 0,
  effectiveFrom: 0,
  holding: { kind: 'all' },
  maxCharacters: 4000,
  perWeek: null,
};

/** One contact, whoever's it is. */
export function loadContactRow(db: MessagingReads, contactId: ContactId): Promise<ContactRow | undefined> {
  return db.selectFrom('messaging_contacts').selectAll().where('id', '=', idToBytes(contactId)).executeTakeFirst();
}

/** One message, in whichever state. */
export async function loadMessage(db: MessagingReads, messageId: MessageId): Promise<ModeratedMessage | undefined> {
  const row = await db
    .selectFrom('messaging_messages')
    .selectAll()
    .where('id', '=', idToBytes(messageId))
    .executeTakeFirst();
  return row === undefined ? undefined : messageOfRow(row);
}

/** Every version of the policy, newest first, with who made it. */
export function loadPolicyRows(db: MessagingReads): Promise<readonly PolicyRow[]> {
  return db.selectFrom('messaging_policies').selectAll().orderBy('version', 'desc').execute();
}

/** The policy in force at `now`. */
export async function policyInForce(db: MessagingReads, now: number): Promise<DatedPolicy> {
  const rows = await loadPolicyRows(db);
  return policyAt(rows.map(policyOfRow), now) ?? FIRST_POLICY;
}

/** Whether a live entry says that this person's messages are read. */
export async function isMonitored(db: MessagingReads, personId: PersonId, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('messaging_monitored')
    .select('person')
    .where('person', '=', idToBytes(personId))
    .where('from_at', '<=', now)
    .where((eb) => eb.or([eb('until_at', 'is', null), eb('until_at', '>', now)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** How many messages this person sent in the last seven days; refused ones cost nothing. */
export async function sentInSevenDays(db: MessagingReads, personId: PersonId, now: number): Promise<number> {
  const row = await db
    .selectFrom('messaging_messages')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person', '=', idToBytes(personId))
    .where('direction', '=', 'out')
    .where('received_at', '>', now - WEEK)
    .where('state', '<>', 'refused')
    .executeTakeFirstOrThrow();
  return row.count;
}

/** How far arrivals of one push may lie ahead of the clock; more than a push can hold, one millisecond each. */
const BURST = 1000;

/**
 * When a message that comes in now was received: at `now`, or a millisecond after this person's last one where that
 * came in the same burst. So lists by this time keep the order of writing (SYNC: order per person), which the id
 * cannot: it comes from the tablet's clock. A gateway clock that once stood in the future does not hold it there.
 */
export async function nextReceivedAt(
  db: MessagingReads,
  from: { readonly personId: PersonId; readonly direction: 'out' | 'in' },
  now: number,
): Promise<number> {
  const row = await db
    .selectFrom('messaging_messages')
    .select(({ fn }) => fn.max<number | null>('received_at').as('last'))
    .where('person', '=', idToBytes(from.personId))
    .where('direction', '=', from.direction)
    .where('received_at', '>=', now)
    .where('received_at', '<', now + BURST)
    .executeTakeFirst();
  return row?.last === null || row === undefined ? now : Number(row.last) + 1;
}

/** The contacts that a member of staff says they know privately. */
export async function loadKnownContacts(db: MessagingReads, staffId: string): Promise<readonly Uint8Array[]> {
  const rows = await db
    .selectFrom('messaging_knows')
    .select('contact')
    .where('staff', '=', idToBytes(staffId))
    .execute();
  return rows.map((row) => row.contact);
}
