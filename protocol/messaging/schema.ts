import { z } from 'zod/mini';
import { contactIdSchema, messageIdSchema, timeSchema } from '../ids.ts';
import { stopReasonCodes } from './reasons.ts';

/** A rule that limits one contact, with dates. The code is for staff; the tablet only learns that sending is off. */
export const restrictionSchema = z.object({ from: timeSchema, until: z.nullable(timeSchema) });

/**
 * Someone outside whom this prisoner may know about. `privileged` contacts are lawyers and the bodies of Prison
 * Rule 39: they can be shown with the Rule 39 route, and nothing can be written to them here (ADR 0006).
 */
export const contactSchema = z.object({
  contactId: contactIdSchema,
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  relationship: z.string().check(z.maxLength(60)),
  handling: z.enum(['moderated', 'privileged']),
  approved: z.boolean(),
  restrictions: z.array(restrictionSchema),
});
export type Contact = z.infer<typeof contactSchema>;

/** Where a message is (architecture.md section 5). "Refused" is the machine at intake, "stopped" a person. */
export const messageStates = ['waiting', 'held', 'released', 'delivered', 'undeliverable', 'refused', 'stopped', 'returned'] as const;
export type MessageState = (typeof messageStates)[number];

/** Longest body the protocol carries, in Unicode code points; a prison's policy is usually lower. */
export const MAX_BODY = 10_000;

/** What a person wrote: plain text, no markup, no control characters but line breaks and tabs. */
export const bodySchema = z.string().check(
  z.minLength(1),
  z.maxLength(MAX_BODY * 2),
  // Invisible and control characters are a covert channel and confuse moderators (security.md section 9).
  // oxlint-disable-next-line no-control-regex -- naming the control characters is the point
  z.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2060\ufeff\u{e0000}-\u{e007f}]*$/u),
);

/** Operation `messaging.send`. */
export const sendMessageSchema = z.strictObject({ messageId: messageIdSchema, contactId: contactIdSchema, body: bodySchema });
export type SendMessage = z.infer<typeof sendMessageSchema>;

/** Operation `messaging.read`: the person opened a received message. */
export const readMessageSchema = z.strictObject({ messageId: messageIdSchema });
export type ReadMessage = z.infer<typeof readMessageSchema>;

/** `appeal`: appeal.ts. */
export const messagingOperations = { send: 'messaging.send', read: 'messaging.read', appeal: 'messaging.appeal' } as const;

/**
 * Records of the person stream: `Contact` by contactId, `MessageRecord` and `AppealRecord` (appeal.ts) by messageId,
 * `MessagePolicy` by 'policy'.
 */
export const messagingRecords = { contact: 'messaging.contact', message: 'messaging.message', policy: 'messaging.policy', appeal: 'messaging.appeal' } as const;

/**
 * A message as the tablet holds it. For one written here it is made by the tablet as `waiting` and later replaced by
 * the gateway's record; a received one exists only once it was released.
 */
export const messageRecordSchema = z.object({
  messageId: messageIdSchema,
  contactId: contactIdSchema,
  direction: z.enum(['out', 'in']),
  body: z.string().check(z.maxLength(MAX_BODY * 2)),
  writtenAt: timeSchema,
  state: z.enum(messageStates),
  /** Every state it has been in, with the gateway's time; the tablet's own first one has the tablet's time. */
  history: z.array(z.object({ state: z.enum(messageStates), at: timeSchema })),
  receipt: z.nullable(z.string()),
  reason: z.nullable(z.enum(stopReasonCodes)),
  /** The machine's code when refused. */
  refusal: z.nullable(z.string()),
  /** What the moderator wrote for the person to read, if anything. */
  remark: z.nullable(z.string().check(z.maxLength(500))),
  readAt: z.nullable(timeSchema),
});
export type MessageRecord = z.infer<typeof messageRecordSchema>;

/** What the prison's policy in force means for this person: told before they write. */
export const messagePolicySchema = z.object({
  /** In Unicode code points. */
  maxCharacters: z.int().check(z.gte(1), z.lte(MAX_BODY)),
  /** Messages a person may send in any seven days, or null for no limit; refused ones do not count. */
  perWeek: z.nullable(z.int().check(z.gte(0))),
  /** Which messages a person reads before they go: told at each compose screen (Prison Rule 35A notice, domain.md 6). */
  held: z.enum(['all', 'some']),
});
export type MessagePolicy = z.infer<typeof messagePolicySchema>;
