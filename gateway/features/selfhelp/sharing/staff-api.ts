import { z } from 'zod/mini';
import { base64Url, personIdSchema, prisonerNumberSchema, recordIdSchema, timeSchema } from '#protocol/ids.ts';
import { shareRoleSchema } from '#protocol/selfhelp/sharing.ts';
import { staffIdSchema, staffNameSchema, usernameSchema } from '../../../staff/staff-api.ts';

const publicKeySchema = base64Url(100);
const sealedSchema = z.strictObject({ enc: base64Url(100), box: base64Url(400) });

/** A member of staff's own key: the public half, and the private half under their password. */
export const deskKeySchema = z.strictObject({ publicKey: publicKeySchema, salt: base64Url(24), wrapped: base64Url(400) });
export type DeskKey = z.infer<typeof deskKeySchema>;

/** One thing that somebody shared, without what is in it. */
export const shareHeadSchema = z.object({
  shareId: recordIdSchema,
  personId: personIdSchema,
  prisonerNumber: prisonerNumberSchema,
  name: z.string(),
  wing: z.string(),
  cell: z.string(),
  since: timeSchema,
  until: timeSchema,
  /** When a member of staff first opened it, or null. */
  openedAt: z.nullable(timeSchema),
  answers: z.int(),
});
export type ShareHead = z.infer<typeof shareHeadSchema>;

/** GET /sharing: the caller's own role, its key and who has it, and what is shared with it. */
export const sharingDeskSchema = z.object({
  role: shareRoleSchema,
  staffId: staffIdSchema,
  roleKey: z.nullable(z.object({ keyNumber: z.int(), publicKey: publicKeySchema })),
  /** The caller's own key, and the role's key sealed to it; null where there is none. */
  deskKey: z.nullable(deskKeySchema),
  grant: z.nullable(sealedSchema),
  /** Colleagues of this role with a key of their own who cannot read yet. */
  waiting: z.array(z.object({ staffId: staffIdSchema, username: usernameSchema, name: staffNameSchema, publicKey: publicKeySchema })),
  shares: z.array(shareHeadSchema),
});
export type SharingDesk = z.infer<typeof sharingDeskSchema>;

/** PUT /sharing/desk-key: makes or replaces the caller's own key; what was sealed to the old one is gone. */
export const putDeskKeySchema = deskKeySchema;

/** POST /sharing/role-key: the role's first key, or a new one where nobody has the old one any more; sealed to the caller. */
export const newRoleKeySchema = z.strictObject({ keyNumber: z.int().check(z.gte(1)), publicKey: publicKeySchema, grant: sealedSchema });

/** POST /sharing/grants: the role's private key, sealed to a colleague by somebody who has it. */
export const newGrantSchema = z.strictObject({ staffId: staffIdSchema, publicKey: publicKeySchema, grant: sealedSchema });

export const shareParamsSchema = z.object({ shareId: recordIdSchema });

/** POST /sharing/shares/:shareId/open: the sealed page. A POST because each opening is in the audit and is told to the person. */
export const openedShareSchema = z.object({ share: shareHeadSchema, enc: base64Url(100), box: base64Url(200_000) });
export type OpenedShare = z.infer<typeof openedShareSchema>;

/** POST /sharing/shares/:shareId/answers: sealed in the browser; the id is part of the seal. */
export const newAnswerSchema = z.strictObject({ answerId: recordIdSchema, box: base64Url(20_000) });
