import type { Kysely } from 'kysely';
import type { ContactId, MessageId, PersonId, PrisonerNumber } from '#protocol/ids.ts';
import { countCharacters, isRestricted } from '#protocol/messaging/rules.ts';
import { bytesToId, idToBytes } from '../../db/id-bytes.ts';
import type { PeopleTables } from '../../people/tables.ts';
import { contactOfRow, messageOfRow, policyOfRow, restrictionsOfRow } from './message-rows.ts';
import type { ModeratedMessage } from './moderation/moderated-message.ts';
import type { MessageView, QueueItem, Policies, StaffContact } from './staff-api.ts';
import type { ContactRow, MessageRow, MessagingTables, PolicyRow, StepRow } from './tables.ts';

/** What the views are made of: this feature's tables beside the people they are about. */
export type ViewReads = Kysely<MessagingTables & PeopleTables>;

/** Who looks, when, and what staff are called. */
export type Viewer = {
  readonly staffId: string;
  readonly now: number;
  readonly nameOf: (staffId: string) => string | null;
};

/** One message's row with the names that stand over it. */
export type NamedMessageRow = MessageRow & {
  readonly contact_name: string;
  readonly contact_relationship: string;
  readonly person_number: string | null;
  readonly person_first: string | null;
  readonly person_last: string | null;
  readonly person_wing: string | null;
};

/** Messages with the names of both sides; the caller adds conditions and order. */
export function selectNamedMessages(db: ViewReads) {
  return db
    .selectFrom('messaging_messages')
    .innerJoin('messaging_contacts', 'messaging_contacts.id', 'messaging_messages.contact')
    .leftJoin('people', 'people.id', 'messaging_messages.person')
    .selectAll('messaging_messages')
    .select([
      'messaging_contacts.name as contact_name',
      'messaging_contacts.relationship as contact_relationship',
      'people.prisoner_number as person_number',
      'people.first_name as person_first',
      'people.last_name as person_last',
      'people.wing as person_wing',
    ]);
}

/** A row of the queue: no words. */
export function queueItem(row: NamedMessageRow, viewer: Viewer): QueueItem {
  return headOf(messageOfRow(row), row, viewer);
}

/** A message with its words and everything that was done to it. */
export async function messageView(
  db: ViewReads,
  messageId: MessageId,
  viewer: Viewer,
): Promise<MessageView | undefined> {
  const id = idToBytes(messageId);
  const row = await selectNamedMessages(db).where('messaging_messages.id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const steps = await db.selectFrom('messaging_steps').selectAll().where('message', '=', id).orderBy('step').execute();
  const message = messageOfRow(row);
  const { body, bodySha256, writtenAt, reason, remark, refusal } = message;
  return {
    ...headOf(message, row, viewer),
    ...{ body, writtenAt, reason, remark, refusal },
    bodySha256: bodySha256 as MessageView['bodySha256'],
    marks: [...message.flags],
    recallable: message.state === 'released' && message.handedOverAt === null && message.readAt === null,
    decisions: steps.map((step) => decisionEntry(step, viewer)),
  };
}

/** A contact with its prisoner, as staff see it. `known`: ids of contacts the viewer knows privately. */
export function staffContact(
  row: ContactRow & Pick<NamedMessageRow, 'person_number' | 'person_first' | 'person_last' | 'person_wing'>,
  known: ReadonlySet<string>,
  now: number,
): StaffContact {
  const contact = contactOfRow(row);
  const expiresAt = row.invitation_expires_at;
  return {
    contactId: contact.contactId,
    person: personOfRow(row.person, row),
    name: contact.name,
    relationship: contact.relationship,
    handling: contact.handling,
    approved: contact.approved,
    restrictions: [...restrictionsOfRow(row)],
    restricted: isRestricted(contact, now),
    invitation: expiresAt === null ? null : { expiresAt, open: row.invitation_sha256 !== null && expiresAt > now },
    knownByMe: known.has(contact.contactId),
  };
}

/** A version of the policy, as staff read it. */
export function policyView(row: PolicyRow, nameOf: Viewer['nameOf']): Policies['policies'][number] {
  const { version, effectiveFrom, holding, maxCharacters, perWeek } = policyOfRow(row);
  const createdBy = { staffId: row.created_by, name: nameOf(row.created_by) };
  const appeals = { appealDays: row.appeal_days, appealAnswerDays: row.appeal_answer_days };
  return { version, effectiveFrom, holding, maxCharacters, perWeek, ...appeals, createdBy };
}

function headOf(message: ModeratedMessage, row: NamedMessageRow, viewer: Viewer): QueueItem {
  const { messageId, direction, state, receivedAt, heldFor, desk, proposal, language } = message;
  const claim = message.claim !== null && message.claim.until > viewer.now ? message.claim : null;
  const mark = (staffId: string) => ({ staffId, name: viewer.nameOf(staffId), mine: staffId === viewer.staffId });
  return {
    ...{ messageId, direction, state, receivedAt, heldFor, desk, language },
    person: personOfRow(row.person, row),
    contact: {
      contactId: bytesToId<ContactId>(row.contact),
      name: row.contact_name,
      relationship: row.contact_relationship,
    },
    characters: countCharacters(message.body),
    flags: [...new Set(message.flags.filter((flag) => flag.hint !== true).map((flag) => flag.code))],
    claim: claim === null ? null : { ...mark(claim.staffId), until: claim.until },
    proposal: proposal === null ? null : { ...mark(proposal.staffId), reason: proposal.reason, at: proposal.at },
  };
}

function personOfRow(
  id: Uint8Array,
  row: Pick<NamedMessageRow, 'person_number' | 'person_first' | 'person_last' | 'person_wing'>,
): QueueItem['person'] {
  return {
    personId: bytesToId<PersonId>(id),
    prisonerNumber: row.person_number as PrisonerNumber | null,
    name: [row.person_first, row.person_last].filter((part) => part !== null).join(' '),
    wing: row.person_wing ?? '',
  };
}

function decisionEntry(step: StepRow, viewer: Viewer): MessageView['decisions'][number] {
  const kind = step.actor_kind as MessageView['decisions'][number]['actor']['kind'];
  return {
    action: step.action as MessageView['decisions'][number]['action'],
    at: step.at,
    actor: { kind, id: step.actor_id, name: kind === 'staff' ? viewer.nameOf(step.actor_id) : null },
    reason: step.reason as MessageView['reason'],
    desk: step.desk as MessageView['desk'],
    note: step.note,
  };
}
