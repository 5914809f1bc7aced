import type { Contact, MessagePolicy, MessageRecord } from '#protocol/messaging/schema.ts';
import { isRestricted } from '#protocol/messaging/rules.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import { inOrder, type Standing } from './rules.ts';
import { messagingTables, POLICY_ID, type Draft, type StoredAppeal } from './tables.ts';

/** Until the gateway has told the prison's policy, the strictest that is still useful: every message is read. */
const POLICY_UNTIL_TOLD: MessagePolicy = { maxCharacters: 1000, perWeek: null, held: 'all' };

/** A contact with what the list of people shows of it. */
export type PersonRow = {
  readonly contact: Contact;
  readonly last: MessageRecord | undefined;
  readonly unread: number;
  readonly hasDraft: boolean;
  /** A restriction was in force when this was read. */
  readonly restricted: boolean;
};

/** Everyone on the list: those with news first, then those one can write to, by the last message and by name. */
export async function loadPeople(database: PersonDatabase): Promise<readonly PersonRow[]> {
  const { contacts, drafts } = messagingTables(database);
  const [everyone, begun, unread] = await Promise.all([contacts.list(), drafts.list(), loadByStanding(database, 'unread')]);
  const rows = await Promise.all(
    everyone.map(async (contact) => ({
      contact,
      last: await loadLastMessage(database, contact.contactId),
      unread: unread.filter((message) => message.contactId === contact.contactId).length,
      restricted: isRestricted(contact, Date.now()),
      hasDraft: begun.some((draft) => draft.contactId === contact.contactId),
    })),
  );
  return rows.sort(
    (one, other) =>
      other.unread - one.unread ||
      reachOf(one.contact) - reachOf(other.contact) ||
      (other.last?.writtenAt ?? 0) - (one.last?.writtenAt ?? 0) ||
      one.contact.name.localeCompare(other.contact.name),
  );
}

/** 0: can be written to here, 1: not yet, 2: by the Rule 39 route only. */
function reachOf(contact: Contact): number {
  if (contact.handling === 'privileged') return 2;
  return contact.approved ? 0 : 1;
}

/** The newest message with a contact: ids are made in the order of time (UUIDv7). */
async function loadLastMessage(database: PersonDatabase, contactId: string): Promise<MessageRecord | undefined> {
  const equals = await database.blind('contact', contactId);
  const [last] = await messagingTables(database).messages.list({ index: 'contact', equals, reverse: true, limit: 1 });
  return last;
}

/** All messages with a contact, the oldest first. */
export async function loadThread(database: PersonDatabase, contactId: string): Promise<readonly MessageRecord[]> {
  const equals = await database.blind('contact', contactId);
  return inOrder(await messagingTables(database).messages.list({ index: 'contact', equals }));
}

/** All messages that stand in one way, in no order. */
export async function loadByStanding(database: PersonDatabase, standing: Standing): Promise<readonly MessageRecord[]> {
  const equals = await database.blind('standing', standing);
  return messagingTables(database).messages.list({ index: 'standing', equals });
}

/** Messages that want to be looked at because of how they ended, or because the answer to an appeal has come. */
export async function loadHalted(database: PersonDatabase): Promise<readonly MessageRecord[]> {
  const { appeals, messages } = messagingTables(database);
  const halted = await loadByStanding(database, 'halted');
  const answered = (await appeals.list()).filter(({ state, seenAt }) => state === 'upheld' && seenAt === undefined);
  const others = answered.filter(({ messageId }) => halted.every((message) => message.messageId !== messageId));
  const found = await Promise.all(others.map(({ messageId }) => messages.get(messageId)));
  return [...halted, ...found.filter((message) => message !== undefined)];
}

/** One contact, or undefined. */
export function loadContact(database: PersonDatabase, contactId: string): Promise<Contact | undefined> {
  return messagingTables(database).contacts.get(contactId);
}

/** One message, or undefined. */
export function loadMessage(database: PersonDatabase, messageId: string): Promise<MessageRecord | undefined> {
  return messagingTables(database).messages.get(messageId);
}

/** The appeal of a message that was stopped, or undefined. */
export function loadAppeal(database: PersonDatabase, messageId: string): Promise<StoredAppeal | undefined> {
  return messagingTables(database).appeals.get(messageId);
}

/** An appeal with what its dates meant when it was read: its time to ask was over, its answer was overdue. */
export type DatedAppeal = { readonly appeal: StoredAppeal; readonly isOver: boolean; readonly isLate: boolean };

/** The same, judged by the tablet's clock for display. */
export async function loadDatedAppeal(database: PersonDatabase, messageId: string): Promise<DatedAppeal | undefined> {
  const appeal = await loadAppeal(database, messageId);
  const now = Date.now();
  return appeal && { appeal, isOver: now > appeal.openUntil, isLate: appeal.answerBy !== null && now > appeal.answerBy };
}

/** What was begun to a contact, or undefined. */
export function loadDraft(database: PersonDatabase, contactId: string): Promise<Draft | undefined> {
  return messagingTables(database).drafts.get(contactId);
}

/** The newest draft there is, with the contact's name. */
export async function loadNewestDraft(database: PersonDatabase): Promise<{ readonly draft: Draft; readonly name: string } | undefined> {
  const { contacts, drafts } = messagingTables(database);
  const [draft] = [...(await drafts.list())].sort((one, other) => other.savedAt - one.savedAt);
  const contact = draft && (await contacts.get(draft.contactId));
  return draft === undefined || contact === undefined ? undefined : { draft, name: contact.name };
}

/** The prison's policy as it was last told. */
export async function loadPolicy(database: PersonDatabase): Promise<MessagePolicy> {
  return (await messagingTables(database).policy.get(POLICY_ID)) ?? POLICY_UNTIL_TOLD;
}

/** What was written to anyone, for the week's allowance. */
export async function loadAllMessages(database: PersonDatabase): Promise<readonly MessageRecord[]> {
  return messagingTables(database).messages.list();
}
