import { z } from 'zod/mini';
import { personIdSchema, prisonerNumberSchema, tabletIdSchema, timeSchema } from '#protocol/ids.ts';
import { tabletReportSchema } from '#protocol/sync/exchange.ts';

const plainText = (max: number) => z.string().check(z.minLength(1), z.maxLength(max), z.regex(/^[^\p{Cc}\p{Cf}]+$/u));

/** `waiting`: added, not enrolled yet (or its code is being used). `revoked`: its credential is refused at once. */
export const tabletStates = ['waiting', 'enrolled', 'revoked'] as const;

/** A stream each for the tablet and its people fits one exchange (protocol/sync/exchange.ts: nine). */
export const MAX_PEOPLE_PER_TABLET = 8;

/** A code as it stands on a slip: `ABCD-2346`. Shown once, when it is made; the gateway keeps only its hash. */
export const issuedCodeSchema = z.object({ code: z.string(), expiresAt: timeSchema });
export type IssuedCode = z.infer<typeof issuedCodeSchema>;

/** What is known of a code that was given out. */
const codeStateSchema = z.object({ expiresAt: timeSchema, usedAt: z.nullable(timeSchema) });

export const tabletSchema = z.object({
  tabletId: tabletIdSchema,
  name: plainText(80),
  wing: z.string(),
  cell: z.string(),
  state: z.enum(tabletStates),
  /** How it proves itself: a certificate (kiosk) or a cookie (browser adapter, ADR 0014); null until enrolled. */
  credential: z.nullable(z.enum(['certificate', 'cookie'])),
  enrolledAt: z.nullable(timeSchema),
  revokedAt: z.nullable(timeSchema),
  lastContactAt: z.nullable(timeSchema),
  /** What the tablet last said about itself. */
  report: z.nullable(tabletReportSchema),
  enrolmentCode: z.nullable(codeStateSchema),
  /** Calls for help from it that are not closed (SPEC ALERT-6). */
  openAlerts: z.int(),
  people: z.array(
    z.object({
      personId: personIdSchema,
      prisonerNumber: prisonerNumberSchema,
      name: z.string(),
      /** When they first signed in on this tablet; null: not yet. */
      firstSignInAt: z.nullable(timeSchema),
      firstSignInCode: z.nullable(codeStateSchema),
    }),
  ),
});
export type StaffTablet = z.infer<typeof tabletSchema>;
export const tabletsSchema = z.object({ tablets: z.array(tabletSchema) });

/** POST /tablets. Answers the tablet and its enrolment code. */
export const newTabletRequestSchema = z.strictObject({ name: plainText(80), wing: plainText(60), cell: plainText(20) });
export type NewTablet = z.infer<typeof newTabletRequestSchema>;
export const newTabletReplySchema = z.object({ tablet: tabletSchema, enrolmentCode: issuedCodeSchema });

/** PATCH /tablets/:tabletId */
export const changeTabletRequestSchema = z.strictObject({
  name: z.optional(plainText(80)),
  wing: z.optional(plainText(60)),
  cell: z.optional(plainText(20)),
});
export type ChangeTablet = z.infer<typeof changeTabletRequestSchema>;

/** Whoever asks was told of the open calls for help from this tablet, and goes on (SPEC ALERT-6). */
const despiteAlert = z.optional(z.boolean());

/** PUT /tablets/:tabletId/people: exactly these people from now on. */
export const assignPeopleRequestSchema = z.strictObject({
  personIds: z.array(personIdSchema).check(z.maxLength(MAX_PEOPLE_PER_TABLET)),
  despiteAlert,
});

/** POST /tablets/:tabletId/revoke */
export const revokeTabletRequestSchema = z.strictObject({
  reason: z.enum(['lost', 'stolen', 'broken', 'tampered', 'withdrawn']),
  despiteAlert,
});

export const tabletParamsSchema = z.object({ tabletId: tabletIdSchema });
export const tabletPersonParamsSchema = z.object({ tabletId: tabletIdSchema, personId: personIdSchema });

/** GET /late-tablets?days= and /late-tablets/csv?days= : how many days work may be old, from one to a year. */
export const lateQuerySchema = z.strictObject({ days: z.coerce.number().check(z.int(), z.gte(1), z.lte(366)) });
/** Days that are asked for where nobody chose: a week. */
export const LATE_DAYS = 7;

/** One tablet whose work is, or may be, older than was asked. */
export const lateTabletSchema = z.object({
  tabletId: tabletIdSchema,
  name: z.string(),
  wing: z.string(),
  cell: z.string(),
  people: z.readonly(z.array(z.string())),
  lastContactAt: z.nullable(timeSchema),
  /** Null: it said that nothing waits, or it is too old a version to say. */
  oldestUnsentAt: z.nullable(timeSchema),
  /** Things on it that were not sent; null before its first report. */
  unsent: z.nullable(z.int()),
  /** `unsent`: it said that such old work waits. `silent`: it was not heard of for so long. */
  why: z.enum(['unsent', 'silent']),
  /** Since when the oldest work on it may wait. */
  oldestAt: timeSchema,
});
export type LateTablet = z.infer<typeof lateTabletSchema>;
/** The oldest first. */
export const lateTabletsSchema = z.object({ tablets: z.array(lateTabletSchema) });
/** The same as a table for a spreadsheet. */
export const lateFileSchema = z.object({ fileName: z.string(), csv: z.string() });
