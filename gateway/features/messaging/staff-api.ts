import { z } from 'zod/mini';
import {
  contactIdSchema,
  messageIdSchema,
  personIdSchema,
  prisonerNumberSchema,
  sha256Schema,
  timeSchema,
} from '#protocol/ids.ts';
import { escalationDesks, stopReasonCodes } from '#protocol/messaging/reasons.ts';
import { MAX_BODY, messageStates } from '#protocol/messaging/schema.ts';
import { languages } from '../../screening/detect-language.ts';
import { flagCodes, flagReasonCodes, tricks } from '../../screening/flag.ts';
import { holdCauses } from './moderation/moderated-message.ts';

const plainText = (max: number) => z.string().check(z.minLength(1), z.maxLength(max), z.regex(/^[^\p{Cc}\p{Cf}]+$/u));
/** What staff write: 1 to 500 characters, several lines, no control characters. */
export const remarkText = z.string().check(z.minLength(1), z.maxLength(500), z.regex(/^(?:[^\p{Cc}\p{Cf}]|[\n\t])+$/u));

const staffMark = z.object({
  staffId: z.string(),
  /** As known today; null when unknown. */ name: z.nullable(z.string()),
});

/** Whom a message is between, as staff see it. */
const partiesFields = {
  person: z.object({
    personId: personIdSchema,
    prisonerNumber: z.nullable(prisonerNumberSchema),
    name: z.string(),
    wing: z.string(),
  }),
  contact: z.object({ contactId: contactIdSchema, name: z.string(), relationship: z.string() }),
};

const messageHead = {
  messageId: messageIdSchema,
  /** `out`: written by the prisoner. `in`: from the family. */
  direction: z.enum(['out', 'in']),
  state: z.enum(messageStates),
  receivedAt: timeSchema,
  ...partiesFields,
  /** Length in Unicode code points. */
  characters: z.int(),
  /** Kinds of what was flagged; hints are only marked in the words. */
  flags: z.array(z.enum(flagCodes)),
  /** A guess; null when nobody can tell. */
  language: z.nullable(z.enum(languages)),
  /** Why it waits; null when it does not. */
  heldFor: z.nullable(z.enum(holdCauses)),
  /** Passed on to this desk: only who sits there may claim it. */
  desk: z.nullable(z.enum(escalationDesks)),
  claim: z.nullable(z.extend(staffMark, { until: timeSchema, mine: z.boolean() })),
  /** A colleague wants to stop it for a reason that needs two people. */
  proposal: z.nullable(z.extend(staffMark, { reason: z.enum(stopReasonCodes), at: timeSchema, mine: z.boolean() })),
};

/** One row of the queue: everything but the words, which are shown only to who claims or opens it. */
export const queueItemSchema = z.object(messageHead);
export type QueueItem = z.infer<typeof queueItemSchema>;

/** What part of the queue a moderator works on: `unknown` is what could not be told. */
const queueLanguage = z.enum([...languages, 'unknown']);

/** GET /messages/queue?direction=&desk=&language= : the held ones, oldest first, at most 200. */
export const queueQuerySchema = z.strictObject({
  direction: z.optional(z.enum(['out', 'in'])),
  desk: z.optional(z.enum(['none', ...escalationDesks])),
  language: z.optional(queueLanguage),
});
export const queueSchema = z.object({
  items: z.array(queueItemSchema),
  held: z.int(),
  oldestReceivedAt: z.nullable(timeSchema),
});
export type Queue = z.infer<typeof queueSchema>;

/** One step of a message's way, with who made it. */
export const decisionEntrySchema = z.object({
  action: z.enum([
    'hold',
    'release',
    'refuse',
    'stop',
    'propose-stop',
    'return',
    'escalate',
    'recall',
    'receipt',
    'failure',
    // Of an appeal: the writer asked, and somebody answered.
    'appeal',
    'uphold',
    'overturn',
  ]),
  at: timeSchema,
  /** `policy`: this version of the prison's policy decided (ADR 0005). `family-service`: it took or refused delivery. */
  actor: z.object({
    kind: z.enum(['staff', 'policy', 'family-service', 'tablet']),
    id: z.string(),
    name: z.nullable(z.string()),
  }),
  reason: z.nullable(z.enum(stopReasonCodes)),
  desk: z.nullable(z.enum(escalationDesks)),
  /** For colleagues; never leaves the gateway. */
  note: z.nullable(z.string()),
});
export type DecisionEntry = z.infer<typeof decisionEntrySchema>;

/** A message with its words. Every reply that carries one is an entry in the audit. */
export const messageViewSchema = z.object({
  ...messageHead,
  body: z.string(),
  /** To be sent back with the decision: what was read is what is decided. */
  bodySha256: sha256Schema,
  writtenAt: timeSchema,
  /** Where in the body each flag is, in UTF-16 units, and why; flags of older messages say only where. */
  marks: z.array(
    z.object({
      code: z.enum(flagCodes),
      start: z.int(),
      end: z.int(),
      reason: z.optional(z.enum(flagReasonCodes)),
      tricks: z.optional(z.readonly(z.array(z.enum(tricks)))),
      hint: z.optional(z.literal(true)),
    }),
  ),
  reason: z.nullable(z.enum(stopReasonCodes)),
  remark: z.nullable(z.string()),
  refusal: z.nullable(z.string()),
  /** May still be taken back (released, not handed over). */
  recallable: z.boolean(),
  decisions: z.array(decisionEntrySchema),
});
export type MessageView = z.infer<typeof messageViewSchema>;

/** POST /messages/next : claims the oldest that this person may decide; `message` is null when there is none. */
export const nextMessageRequestSchema = z.strictObject({
  direction: z.optional(z.enum(['out', 'in'])),
  language: z.optional(queueLanguage),
});
export type NextMessageRequest = z.infer<typeof nextMessageRequestSchema>;
export const nextMessageSchema = z.object({ message: z.nullable(messageViewSchema) });
export type NextMessage = z.infer<typeof nextMessageSchema>;

/** POST /messages/:messageId/decision. `remark` is read by the writer; `note` only by colleagues. */
export const decisionRequestSchema = z.strictObject({
  bodySha256: sha256Schema,
  note: z.nullable(remarkText),
  decision: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('release') }),
    z.strictObject({ kind: z.literal('stop'), reason: z.enum(stopReasonCodes), remark: z.nullable(remarkText) }),
    z.strictObject({ kind: z.literal('return'), reason: z.enum(stopReasonCodes), remark: z.nullable(remarkText) }),
    z.strictObject({ kind: z.literal('escalate'), desk: z.enum(escalationDesks) }),
    z.strictObject({ kind: z.literal('recall') }),
  ]),
});
export type DecisionRequestBody = z.infer<typeof decisionRequestSchema>;

/** What came of it. `propose-stop`: a second person has to agree; the message is free to claim. */
export const decisionReplySchema = z.object({
  action: z.enum(['release', 'stop', 'propose-stop', 'return', 'escalate', 'recall']),
  state: z.enum(messageStates),
});
export type DecisionReply = z.infer<typeof decisionReplySchema>;

/** GET /messages?state=&personId=&contactId=&before= : newest first, at most 50, no words. `before`: receivedAt. */
export const messagesQuerySchema = z.strictObject({
  state: z.optional(z.enum(messageStates)),
  personId: z.optional(personIdSchema),
  contactId: z.optional(contactIdSchema),
  before: z.optional(z.coerce.number().check(z.int(), z.gte(1))),
});
export const messagesSchema = z.object({ items: z.array(queueItemSchema), more: z.boolean() });
export type Messages = z.infer<typeof messagesSchema>;

/** GET /messages/alerts : messages with words of self-harm that nobody of safer custody has seen yet, oldest first. */
export const alertsSchema = z.object({ alerts: z.array(queueItemSchema) });
export type Alerts = z.infer<typeof alertsSchema>;

/** A limit on one contact, with dates (null: until lifted). `code` is for staff and never leaves the gateway. */
export const restrictionCodes = [
  'no-contact-order',
  'public-protection',
  'contact-asked',
  'security',
  'governor',
] as const;
export const staffRestrictionSchema = z.strictObject({
  code: z.enum(restrictionCodes),
  from: timeSchema,
  until: z.nullable(timeSchema),
});
export type StaffRestriction = z.infer<typeof staffRestrictionSchema>;

/** A contact as staff see it. `restricted`: a restriction is in force now. */
export const staffContactSchema = z.object({
  contactId: contactIdSchema,
  person: partiesFields.person,
  name: plainText(120),
  relationship: z.string().check(z.maxLength(60)),
  /** `privileged`: a lawyer or a body of Prison Rule 39; nothing can be written to them here (ADR 0006). */
  handling: z.enum(['moderated', 'privileged']),
  approved: z.boolean(),
  restrictions: z.array(staffRestrictionSchema),
  restricted: z.boolean(),
  /** `open` until `expiresAt`; the code itself is never shown again. */
  invitation: z.nullable(z.object({ expiresAt: timeSchema, open: z.boolean() })),
  /** The signed-in member of staff said that they know this contact or prisoner: they may not decide. */
  knownByMe: z.boolean(),
});
export type StaffContact = z.infer<typeof staffContactSchema>;

/** GET /contacts?search=&personId= : at most 200, by name. */
export const contactsQuerySchema = z.strictObject({
  search: z.optional(z.string().check(z.maxLength(60))),
  personId: z.optional(personIdSchema),
});
export const contactsSchema = z.object({ contacts: z.array(staffContactSchema) });

/** POST /contacts : a contact is linked to exactly one prisoner, and is not approved until someone approves it. */
export const newContactRequestSchema = z.strictObject({
  personId: personIdSchema,
  name: plainText(120),
  relationship: plainText(60),
  handling: z.enum(['moderated', 'privileged']),
  approved: z.boolean(),
});
export type NewContact = z.infer<typeof newContactRequestSchema>;

/** PATCH /contacts/:contactId : `restrictions` replaces the list. `handling` is fixed when the contact is made. */
export const changeContactRequestSchema = z.strictObject({
  name: z.optional(plainText(120)),
  relationship: z.optional(plainText(60)),
  approved: z.optional(z.boolean()),
  restrictions: z.optional(z.array(staffRestrictionSchema).check(z.maxLength(20))),
});
export type ChangeContact = z.infer<typeof changeContactRequestSchema>;

/** POST /contacts/:contactId/invitation : a code for the family, shown this once. An older one stops working. */
export const invitationSchema = z.object({ code: z.string(), expiresAt: timeSchema });
export type Invitation = z.infer<typeof invitationSchema>;

/** PUT /contacts/:contactId/known-by-me */
export const knownByMeRequestSchema = z.strictObject({ known: z.boolean() });

const holdingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({
    kind: z.literal('some'),
    flagged: z.boolean(),
    samplePerCent: z.number().check(z.gte(0), z.lte(100)),
  }),
]);

/** The prison's rules for messages from a date on. */
export const policyViewSchema = z.object({
  version: z.int(),
  effectiveFrom: timeSchema,
  holding: holdingSchema,
  maxCharacters: z.int(),
  perWeek: z.nullable(z.int()),
  /** Days to ask for another look at a stopped message, and working days to answer. */
  appealDays: z.int(),
  appealAnswerDays: z.int(),
  createdBy: staffMark,
});
/** GET /messages/policies */
export const policiesSchema = z.object({ inForce: z.nullable(policyViewSchema), policies: z.array(policyViewSchema) });
export type Policies = z.infer<typeof policiesSchema>;

/** POST /messages/policies : a new version; it may not begin in the past. */
export const newPolicyRequestSchema = z.strictObject({
  effectiveFrom: timeSchema,
  holding: holdingSchema,
  maxCharacters: z.int().check(z.gte(1), z.lte(MAX_BODY)),
  perWeek: z.nullable(z.int().check(z.gte(1), z.lte(1000))),
  /** Without them the first ones hold (appeals/appeal-clock.ts). */
  appealDays: z.optional(z.int().check(z.gte(1), z.lte(90))),
  appealAnswerDays: z.optional(z.int().check(z.gte(1), z.lte(30))),
});
export type NewPolicy = z.infer<typeof newPolicyRequestSchema>;

export const messageParamsSchema = z.object({ messageId: messageIdSchema });
export const contactParamsSchema = z.object({ contactId: contactIdSchema });
