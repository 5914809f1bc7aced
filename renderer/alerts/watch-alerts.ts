import { liveQuery } from 'dexie';
import type { TabletDatabase } from '../db/open-tablet-database.ts';
import { forgetOldCalls, loadAlertPolicy, loadCalls } from './alert-table.ts';
import { useAlerts, type RaiseAlert } from './alerts-store.ts';

/** Keeps the store true to the disk for as long as the page lives, and forgets what was looked after long ago. `now` in milliseconds. */
export function watchAlerts(database: TabletDatabase, raise: RaiseAlert, now: number): void {
  liveQuery(() => Promise.all([loadCalls(database), loadAlertPolicy(database)])).subscribe({
    next: ([calls, policy]) => { useAlerts.setState({ calls, policy, raise }); },
    // The tablet's own storage fails: the screen still says to press the bell.
    error: () => { useAlerts.setState({ raise }); },
  });
  void forgetOldCalls(database, now).catch(() => undefined);
}
