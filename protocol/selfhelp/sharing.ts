import { z } from 'zod/mini';
import { base64Url, recordIdSchema, timeSchema } from '../ids.ts';

/** Whom a person can share with: a role, never a name, because names change and a role's key does not (ADR 0023). */
export const shareRoles = ['keyworker', 'substance-misuse', 'healthcare', 'tutor'] as const;
export type ShareRole = (typeof shareRoles)[number];
export const shareRoleSchema = z.enum(shareRoles);

/** How long something can be shared for, in days. */
export const shareDays = [7, 14, 30, 90] as const;
export const MOST_SHARE_DAYS = 90;

const label = z.string().check(z.maxLength(300));
const words = z.string().check(z.maxLength(4000));

/** One part of a shared page. Plain words and numbers: what staff's browsers show must not be able to do anything. */
const blockSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('heading'), text: label }),
  z.strictObject({ is: z.literal('text'), text: words }),
  z.strictObject({ is: z.literal('list'), items: z.array(words).check(z.maxLength(100)) }),
  z.strictObject({ is: z.literal('facts'), items: z.array(z.strictObject({ term: label, value: words })).check(z.maxLength(100)) }),
  z.strictObject({
    is: z.literal('chart'),
    title: label,
    description: label,
    name: label,
    points: z.array(z.strictObject({ key: label, label, tick: label, value: z.nullable(z.number()) })).check(z.minLength(1), z.maxLength(400)),
    min: z.number(),
    max: z.number(),
    ticks: z.array(z.strictObject({ value: z.number(), label })).check(z.maxLength(12)),
    words: z.strictObject({ showTable: label, showChart: label, day: label, noEntry: label }),
  }),
]);
export type SharedBlock = z.infer<typeof blockSchema>;

/** The very page that is shared: made on the tablet, seen there before it goes, and shown as it is at the desk. */
export const sharedPageSchema = z.strictObject({
  title: label,
  /** The language its words are in, so that it is read aloud and laid out rightly. */
  language: z.string().check(z.maxLength(12)),
  direction: z.enum(['ltr', 'rtl']),
  madeAt: timeSchema,
  blocks: z.array(blockSchema).check(z.maxLength(120)),
});
export type SharedPage = z.infer<typeof sharedPageSchema>;

/** What is inside the box: the page, and 32 bytes under which the desk seals its answers, so that they too are read by nobody else. */
export const sharedBoxSchema = z.strictObject({ page: sharedPageSchema, answerKey: base64Url(50), pad: z.string() });
export type SharedBox = z.infer<typeof sharedBoxSchema>;

/** Longest box of a page, in base64url; an operation may be 400,000 characters. */
const MOST_BOX = 200_000;

/** `share`: a `Share`; `unshare`: a `TakeBack`. */
export const sharingOperations = { share: 'selfhelp.share', unshare: 'selfhelp.unshare' } as const;

/** Tablet → gateway. The page is sealed with HPKE to the role's key; `info` is `shareInfo`. */
export const shareSchema = z.strictObject({
  shareId: recordIdSchema,
  role: shareRoleSchema,
  /** Which of the role's keys: one that is not the newest is refused, and the person shares again. */
  keyNumber: z.int().check(z.gte(1)),
  until: timeSchema,
  enc: base64Url(100),
  box: base64Url(MOST_BOX),
  /** The person's own copy, under their own keys: with it their other tablets know what they share. */
  note: base64Url(MOST_BOX),
});
export type Share = z.infer<typeof shareSchema>;

export const takeBackSchema = z.strictObject({ shareId: recordIdSchema });

/** `share`: person stream, a `ShareState`, id: shareId; removed when it was taken back or its time is over. `roleKey`: tablet stream, a `RoleKey`, id: role. */
export const sharingRecords = { share: 'selfhelp.share', roleKey: 'selfhelp.role-key' } as const;

/** A role's public key. */
export const roleKeySchema = z.object({ role: shareRoleSchema, keyNumber: z.int().check(z.gte(1)), publicKey: base64Url(100) });
export type RoleKey = z.infer<typeof roleKeySchema>;

const answerSchema = z.object({ answerId: recordIdSchema, by: z.string().check(z.maxLength(120)), at: timeSchema, box: base64Url(20_000) });

/** What became of a share, as the gateway tells its person. */
export const shareStateSchema = z.object({
  shareId: recordIdSchema,
  role: shareRoleSchema,
  since: timeSchema,
  until: timeSchema,
  note: base64Url(MOST_BOX),
  /** Every opening, the first first. */
  openings: z.array(z.object({ by: z.string().check(z.maxLength(120)), at: timeSchema })),
  answers: z.array(answerSchema),
});
export type ShareState = z.infer<typeof shareStateSchema>;

/** What is inside an answer: words, and perhaps a time to meet. */
export const shareAnswerSchema = z.strictObject({
  text: z.string().check(z.maxLength(2000)),
  checkIn: z.nullable(z.strictObject({ day: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), time: z.string().check(z.regex(/^\d{2}:\d{2}$/)), place: z.string().check(z.maxLength(200)) })),
});
export type ShareAnswer = z.infer<typeof shareAnswerSchema>;

/** What a shared page's seal is bound to: another share, person, role or time, and it does not open. */
export function shareInfo(share: { readonly shareId: string; readonly personId: string; readonly role: ShareRole; readonly until: number }): string {
  return `throughline/share/1|${share.shareId}|${share.personId}|${share.role}|${String(share.until)}`;
}

/** What an answer's seal is bound to. */
export function answerAad(shareId: string, answerId: string): string {
  return `throughline/share-answer/1|${shareId}|${answerId}`;
}

/** What a role's private key is bound to when it is sealed to a member of staff. */
export function roleGrantInfo(role: ShareRole, keyNumber: number, staffId: string): string {
  return `throughline/role-grant/1|${role}|${String(keyNumber)}|${staffId}`;
}

/** What a member of staff's own private key is bound to when it is wrapped under their password. */
export function deskKeyAad(staffId: string): string {
  return `throughline/desk-key/1|${staffId}`;
}
