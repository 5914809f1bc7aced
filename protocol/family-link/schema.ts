import { z } from 'zod/mini';
import { base64Url, contactIdSchema, messageIdSchema, timeSchema } from '../ids.ts';
import { bodySchema, messageStates } from '../messaging/schema.ts';
import { stopReasonCodes } from '../messaging/reasons.ts';

/**
 * The sentences between the gateway and the family service outside. The gateway always calls; the family service
 * never can (product.md). Every call carries `Authorization: Bearer <link token>` and may be repeated with the effect
 * of once.
 */
export const familyLinkPaths = {
  /** POST `LinkContact[]`: who may sign in, for whom. */
  contacts: '/link/contacts',
  /** POST `LinkDelivery[]`: released messages to a family. Answers `LinkReceipts`. */
  deliveries: '/link/deliveries',
  /** GET: sealed replies not yet fetched. Answers `LinkReplies`. */
  replies: '/link/replies',
  /** POST `{ messageIds }`: these replies are safe in the prison; the service forgets the sealed text. */
  fetched: '/link/replies/fetched',
  /** POST `LinkStatus[]`: where replies are now, in the same words as inside. */
  statuses: '/link/statuses',
  /** POST `LinkCertificate[]`: what the public page of certificates may confirm. A service that is older has no such page. */
  certificates: '/link/certificates',
} as const;

/** A contact as the family service may know them: the first name and initial of the prisoner, never a number or place. */
export const linkContactSchema = z.strictObject({
  contactId: contactIdSchema,
  contactName: z.string().check(z.maxLength(120)),
  prisonerName: z.string().check(z.maxLength(120)),
  /** May write and read now. */
  active: z.boolean(),
  /** SHA-256 (hex) of the invitation code without dashes (invitation.ts), while the invitation is open. */
  invitation: z.nullable(z.strictObject({ codeSha256: z.string().check(z.maxLength(64)), expiresAt: timeSchema })),
  /** The prison's P-256 public key (65 raw bytes) that replies are sealed to in the family's own browser. */
  gatewayKey: base64Url(100),
  maxCharacters: z.int().check(z.gte(1)),
});
export type LinkContact = z.infer<typeof linkContactSchema>;

export const linkDeliverySchema = z.strictObject({
  messageId: messageIdSchema,
  contactId: contactIdSchema,
  body: bodySchema,
  writtenAt: timeSchema,
  releasedAt: timeSchema,
});
export type LinkDelivery = z.infer<typeof linkDeliverySchema>;

/**
 * `taken`: the family can read it now. The other outcomes are final: it never will be read. A delivery without a
 * receipt has not been kept, because nobody has joined for this contact yet: the gateway offers it again later.
 */
export const linkReceiptsSchema = z.object({
  receipts: z.array(z.object({ messageId: messageIdSchema, outcome: z.enum(['taken', 'contact-unknown', 'contact-not-active']), at: timeSchema })),
});
export type LinkReceipts = z.infer<typeof linkReceiptsSchema>;

/** A reply, sealed with HPKE base mode in the family's browser; `info` is `replyInfo`. Plain: JSON `{ body }`. */
export const linkReplySchema = z.object({
  messageId: messageIdSchema,
  contactId: contactIdSchema,
  enc: base64Url(100),
  box: base64Url(60_000),
  writtenAt: timeSchema,
});
export type LinkReply = z.infer<typeof linkReplySchema>;
export const linkRepliesSchema = z.object({ replies: z.array(linkReplySchema) });

/** HPKE `info` of a reply: it opens only as this message from this contact. */
export function replyInfo(contactId: string, messageId: string): string {
  return `throughline/reply/1|${contactId}|${messageId}`;
}

/** Inside a reply's box. */
export const replyTextSchema = z.strictObject({ body: bodySchema });

/** Where a reply is, for its writer. `reason` only with `stopped` or `returned`. */
export const linkStatusSchema = z.strictObject({
  messageId: messageIdSchema,
  state: z.enum(messageStates),
  reason: z.nullable(z.enum(stopReasonCodes)),
  at: timeSchema,
});
export type LinkStatus = z.infer<typeof linkStatusSchema>;

/**
 * A certificate as the family service keeps it: `id` is the SHA-256 (hex) of `certificateSecrets(…).id`, `box` 12 bytes
 * of nonce followed by AES-256-GCM of `CertificateFacts` under the SHA-256 of `certificateSecrets(…).key`
 * (protocol/education/certificate.ts). Without number and surname it names nobody and says nothing.
 */
export const linkCertificateSchema = z.strictObject({
  id: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  box: base64Url(4000),
  revoked: z.boolean(),
});
export type LinkCertificate = z.infer<typeof linkCertificateSchema>;
