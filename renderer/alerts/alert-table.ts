import { z } from 'zod/mini';
import { alertPolicySchema, alertSchema, DEFAULT_ALERT_POLICY, type AlertPolicy } from '#protocol/alerts/schema.ts';
import { personIdSchema, recordIdSchema, timeSchema } from '#protocol/ids.ts';
import type { TabletDatabase } from '../db/open-tablet-database.ts';
import type { StoreDeclaration } from '../db/stores.ts';

/** Stores of the tablet's own database (SPEC ALERT-1): nothing that happens to a person's takes anything from them. */
export const ALERT_STORES = { calls: 'alert_calls', policy: 'alert_policy' } as const;
export const alertStores: readonly StoreDeclaration[] = [
  { name: ALERT_STORES.calls, indexes: ['alertId'] },
  { name: ALERT_STORES.policy, indexes: [] },
];

/**
 * One call for help as the tablet keeps it. What kind it is, is sealed inside `alert`; the person's id says no name,
 * and is what lets the call be shown to them and to nobody else on this tablet.
 */
const callRowSchema = z.object({
  id: z.string(),
  personId: z.nullable(personIdSchema),
  /** By the tablet's clock. */
  raisedAt: timeSchema,
  alert: alertSchema,
  /** Absent until the gateway has committed it (ALERT-3). */
  alertId: z.optional(recordIdSchema),
  acknowledgedAt: z.nullable(timeSchema),
  closedAt: z.nullable(timeSchema),
});
export type CallRow = z.infer<typeof callRowSchema>;

type PolicyRow = { readonly id: 'policy'; readonly policy: AlertPolicy };

/** Every call on this tablet, oldest first. A row that cannot be read is left out: it must not keep others back. */
export async function loadCalls(database: TabletDatabase): Promise<readonly CallRow[]> {
  const rows = await database.table<{ readonly id: string }>(ALERT_STORES.calls).toArray();
  return rows.flatMap((row) => callRowSchema.safeParse(row).data ?? []);
}

/** Stores or replaces calls, flushed to disk before it resolves. */
export async function saveCalls(database: TabletDatabase, calls: readonly CallRow[]): Promise<void> {
  await database.table<CallRow>(ALERT_STORES.calls).bulkPut([...calls]);
}

/** The prison's rules as this tablet last heard them, or the default. */
export async function loadAlertPolicy(database: TabletDatabase): Promise<AlertPolicy> {
  const row = await database.table<PolicyRow>(ALERT_STORES.policy).get('policy');
  return alertPolicySchema.safeParse(row?.policy).data ?? DEFAULT_ALERT_POLICY;
}

/** The row that keeps the rules. */
export function policyRow(policy: AlertPolicy): PolicyRow {
  return { id: 'policy', policy };
}

/** Days after which a call that was seen or closed leaves the tablet. */
const KEPT = 7 * 24 * 60 * 60_000;

/** Forgets calls that were looked after long ago; one that nobody has seen stays for ever. */
export async function forgetOldCalls(database: TabletDatabase, now: number): Promise<void> {
  const over = (await loadCalls(database)).filter((call) => now - (call.closedAt ?? call.acknowledgedAt ?? now) > KEPT);
  await database.table<CallRow>(ALERT_STORES.calls).bulkDelete(over.map((call) => call.id));
}
