import { alertPolicySchema, alertRecords, alertStateSchema } from '#protocol/alerts/schema.ts';
import type { Change } from '#protocol/sync/change.ts';
import type { TabletDatabase } from '../db/open-tablet-database.ts';
import type { StoreWrite } from '../db/stores.ts';
import { ALERT_STORES, loadCalls, policyRow } from './alert-table.ts';

/**
 * What the gateway says of calls, and the rules for them, as writes. A removal takes nothing away: a call that the
 * gateway forgot after a restore is still the person's to know of.
 */
export async function applyAlertChange(change: Change, database: TabletDatabase): Promise<readonly StoreWrite[]> {
  if ('removed' in change) return [];
  if (change.record === alertRecords.policy) return [{ store: ALERT_STORES.policy, put: policyRow(alertPolicySchema.parse(change.put)) }];
  if (change.record !== alertRecords.state) return [];
  const { alertId, acknowledgedAt, closedAt } = alertStateSchema.parse(change.put);
  const calls = (await loadCalls(database)).filter((call) => call.alertId === alertId);
  return calls.map((call) => ({ store: ALERT_STORES.calls, put: { ...call, acknowledgedAt, closedAt } }));
}
