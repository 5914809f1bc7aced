import type { ContactId, MessageId, PersonId } from '#protocol/ids.ts';
import type { EscalationDesk, StopReason } from '#protocol/messaging/reasons.ts';
import type { Contact, MessageRecord, MessageState } from '#protocol/messaging/schema.ts';
import { bytesToId, idToBytes } from '../../db/id-bytes.ts';
import type { StaffRestriction } from './staff-api.ts';
import type { Language } from '../../screening/detect-language.ts';
import type { Flag } from '../../screening/flag.ts';
import { raisesAlert } from './moderation/holding-flags.ts';
import type { DatedPolicy, Holding } from './moderation/judge-intake.ts';
import type { HoldCause, ModeratedMessage, StopProposal } from './moderation/moderated-message.ts';
import type { ContactRow, MessageRow, PolicyRow } from './tables.ts';

/** A row as the message moderation works with. Only moderated messages are ever stored (ADR 0006). */
export function messageOfRow(row: MessageRow): ModeratedMessage {
  return {
    handling: 'moderated',
    messageId: bytesToId<MessageId>(row.id),
    personId: bytesToId<PersonId>(row.person),
    contactId: bytesToId<ContactId>(row.contact),
    direction: row.direction,
    body: row.body,
    bodySha256: row.body_sha256,
    writtenAt: row.written_at,
    receivedAt: row.received_at,
    state: row.state as MessageState,
    history: JSON.parse(row.history) as ModeratedMessage['history'],
    receipt: row.receipt,
    reason: row.reason as StopReason | null,
    refusal: row.refusal,
    remark: row.remark,
    readAt: row.read_at,
    flags: JSON.parse(row.flags) as readonly Flag[],
    language: row.language as Language | null,
    heldFor: row.held_for as HoldCause | null,
    desk: row.desk as EscalationDesk | null,
    claim:
      row.claim_staff === null || row.claim_until === null
        ? null
        : { staffId: bytesToId(row.claim_staff), until: row.claim_until },
    proposal: row.proposal === null ? null : (JSON.parse(row.proposal) as StopProposal),
    handedOverAt: row.handed_over_at,
  };
}

/** The way back. `alert_open` is left out: it is raised once, and closed by safer custody. */
export function rowOfMessage(message: ModeratedMessage): Omit<MessageRow, 'alert_open'> {
  return {
    id: idToBytes(message.messageId),
    person: idToBytes(message.personId),
    contact: idToBytes(message.contactId),
    direction: message.direction,
    body: message.body,
    body_sha256: message.bodySha256,
    written_at: message.writtenAt,
    received_at: message.receivedAt,
    state: message.state,
    history: JSON.stringify(message.history),
    receipt: message.receipt,
    reason: message.reason,
    refusal: message.refusal,
    remark: message.remark,
    read_at: message.readAt,
    flags: JSON.stringify(message.flags),
    language: message.language,
    held_for: message.heldFor,
    desk: message.desk,
    claim_staff: message.claim === null ? null : idToBytes(message.claim.staffId),
    claim_until: message.claim?.until ?? null,
    proposal: message.proposal === null ? null : JSON.stringify(message.proposal),
    handed_over_at: message.handedOverAt,
  };
}

/** 1 when safer custody has to look at a new message. */
export function alertOf(message: ModeratedMessage): number {
  return raisesAlert(message.flags) ? 1 : 0;
}

/** The message as its prisoner's tablet holds it. Of a received one only what happened after its release is told. */
export function recordOfMessage(message: ModeratedMessage): MessageRecord {
  const history = message.history.filter(
    (step) => message.direction === 'out' || step.state === 'released' || step.state === 'delivered',
  );
  const { messageId, contactId, direction, body, writtenAt, state, receipt, reason, refusal, remark, readAt } = message;
  return {
    messageId,
    contactId,
    direction,
    body,
    writtenAt,
    state,
    history: [...history],
    receipt,
    reason,
    refusal,
    remark,
    readAt,
  };
}

/** The contact as rules and tablets know it: restrictions without their codes. */
export function contactOfRow(row: ContactRow): Contact {
  return {
    contactId: bytesToId<ContactId>(row.id),
    name: row.name,
    relationship: row.relationship,
    handling: row.handling,
    approved: row.approved === 1,
    restrictions: restrictionsOfRow(row).map(({ from, until }) => ({ from, until })),
  };
}

/** The restrictions with the codes that only staff see. */
export function restrictionsOfRow(row: ContactRow): readonly StaffRestriction[] {
  return JSON.parse(row.restrictions) as readonly StaffRestriction[];
}

/** A row as a dated policy. */
export function policyOfRow(row: PolicyRow): DatedPolicy {
  return {
    version: row.version,
    effectiveFrom: row.effective_from,
    holding: JSON.parse(row.holding) as Holding,
    maxCharacters: row.max_characters,
    perWeek: row.per_week,
  };
}
