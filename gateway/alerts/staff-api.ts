import { z } from 'zod/mini';
import { alertPolicySchema } from '#protocol/alerts/schema.ts';
import { personIdSchema, recordIdSchema, tabletIdSchema, timeSchema } from '#protocol/ids.ts';

/** What a call on the desk may be; `unclear`: it could not be read who called, so everybody in that cell is meant. */
export const deskAlertKinds = ['worrying-answer', 'asked-for-help', 'unclear'] as const;

/** How a call may end. Codes only: what was said stays between those who said it. */
export const alertOutcomes = ['seen-safe', 'care-plan', 'healthcare', 'passed-on', 'by-mistake'] as const;
export type AlertOutcome = (typeof alertOutcomes)[number];

const staffNoteSchema = z.object({ at: timeSchema, by: z.nullable(z.string()) });

/** One call for help: who, where, what kind, when. There is nothing more of it anywhere. */
export const deskAlertSchema = z.object({
  alertId: recordIdSchema,
  kind: z.enum(deskAlertKinds),
  /** Null: nobody was signed in, or it could not be read who. */
  person: z.nullable(z.object({ personId: personIdSchema, name: z.string(), prisonerNumber: z.string() })),
  /** Everybody the tablet is for, where the call names nobody. */
  peopleOfCell: z.array(z.string()),
  tabletId: tabletIdSchema,
  tabletName: z.string(),
  wing: z.string(),
  cell: z.string(),
  /** By the tablet's clock; 0 where it could not be read. */
  raisedAt: timeSchema,
  receivedAt: timeSchema,
  repeats: z.int(),
  lastAt: timeSchema,
  dueAt: timeSchema,
  escalatedAt: z.nullable(timeSchema),
  acknowledged: z.nullable(staffNoteSchema),
  closed: z.nullable(z.object({ at: timeSchema, by: z.nullable(z.string()), outcome: z.nullable(z.enum(alertOutcomes)) })),
});
export type DeskAlert = z.infer<typeof deskAlertSchema>;

/** GET /alerts (open first, then those closed in the last day) and GET /alerts/overdue. `now`: the gateway's clock. */
export const deskAlertsSchema = z.object({ alerts: z.array(deskAlertSchema), now: timeSchema });

export const alertParamsSchema = z.object({ alertId: recordIdSchema });

/** POST /alerts/:alertId/close */
export const closeAlertRequestSchema = z.strictObject({ outcome: z.enum(alertOutcomes) });

/** POST /alerts/policies */
export const newAlertPolicyRequestSchema = z.strictObject({
  effectiveFrom: timeSchema,
  worryingAnswers: z.boolean(),
  askForHelp: z.boolean(),
  escalateAfter: z.int().check(z.gte(1), z.lte(240)),
});
export type NewAlertPolicy = z.infer<typeof newAlertPolicyRequestSchema>;

const policyVersionSchema = z.extend(alertPolicySchema, { effectiveFrom: timeSchema, createdBy: z.nullable(z.string()) });
export type AlertPolicyVersion = z.infer<typeof policyVersionSchema>;
/** GET /alerts/policies: the rules in force, and every version, newest first. */
export const alertPoliciesSchema = z.object({ inForce: alertPolicySchema, versions: z.array(policyVersionSchema) });
