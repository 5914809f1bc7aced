import { z } from 'zod/mini';
import { base64Url, operationIdSchema, personIdSchema, recordIdSchema, timeSchema } from '../ids.ts';

/**
 * Calls for help: the smallest sentence that brings somebody to a cell. Who (or that nobody was signed in), where (the
 * tablet's credential says), what kind, when. Never what was written or answered, never a sum (issue 3, S7).
 */
export const alertKinds = [
  /** An answer to a standard measure says that the person may be in danger. Not which measure, not which answer. */
  'worrying-answer',
  /** The person asked for staff on the Act now screen. */
  'asked-for-help',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** The kind inside the seal: an alert can never be mistaken for an operation, nor an operation for an alert. */
export const ALERT_SEAL_KIND = 'alerts.raise';
/** Alerts are outside the order of operations, so each is sealed at the same place. */
export const ALERT_SEQUENCE = 1;
export const sealedAlertSchema = z.strictObject({ kind: z.enum(alertKinds) });

/**
 * One alert on its way. From somebody who is signed in it is sealed with their key, so that it waits on the disk
 * without telling anybody what happened, and cannot be made in another's name. From the sign-in screen it is plain and
 * speaks for the cell.
 */
export const alertSchema = z.union([
  z.strictObject({ id: operationIdSchema, personId: personIdSchema, enc: base64Url(100), box: base64Url(2000) }),
  z.strictObject({ id: operationIdSchema, personId: z.null(), kind: z.literal('asked-for-help'), raisedAt: timeSchema }),
]);
export type Alert = z.infer<typeof alertSchema>;

/** Most alerts in one exchange: more wait for the next, which begins at once. */
export const MAX_ALERTS = 20;

/** The gateway has it: `alertId` is the one on the desk, the same for repeats of one call. No alert is ever refused. */
export const alertReceivedSchema = z.object({ id: operationIdSchema, alertId: recordIdSchema, receivedAt: timeSchema });
export type AlertReceived = z.infer<typeof alertReceivedSchema>;

/** Tablet stream: what became of an alert. Carries no name and no kind. */
export const alertRecords = { state: 'alerts.state', policy: 'alerts.policy' } as const;
export const alertStateSchema = z.object({
  alertId: recordIdSchema,
  /** When safer custody said that they have seen it; null: nobody has yet. */
  acknowledgedAt: z.nullable(timeSchema),
  closedAt: z.nullable(timeSchema),
});
export type AlertState = z.infer<typeof alertStateSchema>;

/**
 * What the prison decided, by date: which acts also send an alert. Words in free text are not in it, because they never
 * send anything. Tablet stream, id `policy`: the version in force.
 */
export const alertPolicySchema = z.object({
  version: z.int().check(z.gte(0)),
  /** Worrying answers to measures send an alert by themselves. */
  worryingAnswers: z.boolean(),
  /** The Act now screen offers to tell staff. */
  askForHelp: z.boolean(),
  /** Minutes without an acknowledgement after which more people are told. */
  escalateAfter: z.int().check(z.gte(1), z.lte(240)),
});
export type AlertPolicy = z.infer<typeof alertPolicySchema>;

/** Before a prison has decided: the safer reading of its duty of care (domain.md 2.4). */
export const DEFAULT_ALERT_POLICY: AlertPolicy = { version: 0, worryingAnswers: true, askForHelp: true, escalateAfter: 10 };
