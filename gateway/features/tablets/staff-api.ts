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

/** PUT /tablets/:tabletId/people: exactly these people from now on. */
export const assignPeopleRequestSchema = z.strictObject({
  personIds: z.array(personIdSchema).check(z.maxLength(MAX_PEOPLE_PER_TABLET)),
});

/** POST /tablets/:tabletId/revoke */
export const revokeTabletRequestSchema = z.strictObject({
  reason: z.enum(['lost', 'stolen', 'broken', 'tampered', 'withdrawn']),
});

export const tabletParamsSchema = z.object({ tabletId: tabletIdSchema });
export const tabletPersonParamsSchema = z.object({ tabletId: tabletIdSchema, personId: personIdSchema });
