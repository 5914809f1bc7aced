import { z } from 'zod/mini';
import { certificateFactsSchema } from '#protocol/education/certificate.ts';
import { base64Url, contactIdSchema, messageIdSchema, timeSchema } from '#protocol/ids.ts';
import { messageStates } from '#protocol/messaging/schema.ts';
import { stopReasonCodes } from '#protocol/messaging/reasons.ts';

// The calls of the portal's page, below /api. Page and service ship together, so this is not in protocol/.

/** What every failure looks like. `retryAfter` is milliseconds, where waiting helps. */
export const familyErrorSchema = z.object({ code: z.string(), retryAfter: z.optional(z.int()) });
export type FamilyError = z.infer<typeof familyErrorSchema>;

/** Sign-in name: an e-mail address or any word like one; kept in lower case, never written to. */
export const signInNameSchema = z.string().check(z.minLength(3), z.maxLength(120), z.regex(/^[^\s\p{Cc}\p{Cf}]+$/u));
/** At least ten characters; the upper limit only bounds the work of hashing. */
export const MIN_PASSWORD = 10;
export const passwordSchema = z.string().check(z.minLength(MIN_PASSWORD), z.maxLength(200));
const invitationCodeSchema = z.string().check(z.maxLength(40));

/** POST /invitations/check : whom this code is for, before an account is made. */
export const checkInvitationRequestSchema = z.strictObject({ code: invitationCodeSchema });
export const checkInvitationReplySchema = z.object({ prisonerName: z.string(), contactName: z.string() });
export type InvitationFor = z.infer<typeof checkInvitationReplySchema>;

/** POST /accounts : joins with a code and signs in. */
export const joinRequestSchema = z.strictObject({
  code: invitationCodeSchema,
  signInName: signInNameSchema,
  password: passwordSchema,
});
/** POST /session */
export const signInRequestSchema = z.strictObject({
  signInName: z.string().check(z.maxLength(200)),
  password: z.string().check(z.maxLength(200)),
});
/** POST /people : one more prisoner, by another code. */
export const addPersonRequestSchema = z.strictObject({ code: invitationCodeSchema });

/** One prisoner this account may write to. `active` false: no messages either way now; the service does not know why. */
export const familyPersonSchema = z.object({
  contactId: contactIdSchema,
  prisonerName: z.string(),
  active: z.boolean(),
  unread: z.int(),
  lastAt: z.nullable(timeSchema),
});
export type FamilyPerson = z.infer<typeof familyPersonSchema>;

/** GET and POST /session, POST /accounts, POST /people */
export const familySessionSchema = z.object({ signInName: z.string(), people: z.array(familyPersonSchema) });
export type FamilySession = z.infer<typeof familySessionSchema>;

/** A message in a thread. Of one's own only the way it went is known here: the words were sealed for the prison. */
export const threadMessageSchema = z.discriminatedUnion('direction', [
  z.object({
    direction: z.literal('to-family'),
    messageId: messageIdSchema,
    body: z.string(),
    writtenAt: timeSchema,
    at: timeSchema,
    read: z.boolean(),
  }),
  z.object({
    direction: z.literal('from-family'),
    messageId: messageIdSchema,
    at: timeSchema,
    /** When the prison collected it; until then it waits here, sealed. */
    fetchedAt: z.nullable(timeSchema),
    state: z.enum(messageStates),
    stateAt: timeSchema,
    reason: z.nullable(z.enum(stopReasonCodes)),
  }),
]);
export type ThreadMessage = z.infer<typeof threadMessageSchema>;

/** GET /people/:contactId , oldest first, the newest 200. */
export const threadSchema = z.object({
  person: familyPersonSchema,
  /** What the page seals replies to. */
  gatewayKey: base64Url(100),
  maxCharacters: z.int(),
  messages: z.array(threadMessageSchema),
});
export type Thread = z.infer<typeof threadSchema>;

/** POST /people/:contactId/messages : sealed in the page (protocol/family-link `LinkReply`). May be repeated. */
export const sendReplyRequestSchema = z.strictObject({
  messageId: messageIdSchema,
  enc: base64Url(100).check(z.minLength(40)),
  box: base64Url(60_000).check(z.minLength(20)),
});
export type SendReply = z.infer<typeof sendReplyRequestSchema>;
/** The message as it now stands in the thread: only after this may a page say that it has been handed over. */
export const sendReplyReplySchema = z.object({ message: threadMessageSchema });

/** POST /people/:contactId/read : everything taken up to `upTo` has been seen. */
export const readRequestSchema = z.strictObject({ upTo: timeSchema });

/** POST /certificates/check : number and surname as somebody was shown them. No session, and nothing is kept of it. */
export const checkCertificateRequestSchema = z.strictObject({
  number: z.string().check(z.maxLength(40)),
  surname: z.string().check(z.minLength(1), z.maxLength(120)),
});
/** `unknown` is the same answer for a number that is not there and a surname that does not go with it. */
export const checkCertificateReplySchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('valid'), facts: certificateFactsSchema }),
  z.object({ state: z.literal('revoked') }),
  z.object({ state: z.literal('unknown') }),
]);
export type CheckedCertificate = z.infer<typeof checkCertificateReplySchema>;

export const contactParamsSchema = z.object({ contactId: contactIdSchema });
export const doneSchema = z.object({ done: z.literal(true) });
