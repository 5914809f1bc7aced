import { MAX_ALERTS, type Alert, type AlertReceived } from '#protocol/alerts/schema.ts';
import type { TabletDatabase } from '../db/open-tablet-database.ts';
import type { AlertPost } from '../sync/alert-post-port.ts';
import { loadCalls, saveCalls } from './alert-table.ts';

/** What the sync room needs of the calls on this tablet. */
export function createAlertPost(database: TabletDatabase): AlertPost {
  const unsent = async () => (await loadCalls(database)).filter((call) => call.alertId === undefined);
  return {
    unsent: async (): Promise<readonly Alert[]> => (await unsent()).slice(0, MAX_ALERTS).map((call) => call.alert),
    storeReceived: async (received: readonly AlertReceived[]) => {
      const known = new Map(received.map((each) => [each.id as string, each.alertId]));
      await saveCalls(database, (await unsent()).flatMap((call) => {
        const alertId = known.get(call.id);
        return alertId === undefined ? [] : [{ ...call, alertId }];
      }));
    },
    reopen: async () => {
      const calls = await loadCalls(database);
      await saveCalls(database, calls.filter((call) => call.acknowledgedAt === null && call.closedAt === null).map(({ alertId: _forgotten, ...call }) => call));
    },
    urgency: async () => {
      const calls = await loadCalls(database);
      if (calls.some((call) => call.alertId === undefined)) return 'unsent';
      return calls.some((call) => call.acknowledgedAt === null && call.closedAt === null) ? 'unseen' : 'none';
    },
  };
}
