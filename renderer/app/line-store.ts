import { create } from 'zustand';
import { readPreference, writePreference } from '../db/preference-file.ts';
import { useSyncStatus, type SyncStatus } from '../sync/sync-status.ts';

type Line = {
  /** The gateway no longer takes this tablet, and why; null while it does. */
  readonly turnedAway: 'revoked' | 'not-enrolled' | null;
  /** Begins an exchange now; nothing before the services are there. */
  readonly tryNow: () => void;
};

/** What screens need of the line beyond its status. */
export const useLine = create<Line>(() => ({ turnedAway: null, tryNow: () => undefined }));

/** The last contact is remembered over a restart: "never" would be untrue. */
export async function learnLastContact(): Promise<void> {
  const at = await readPreference('last-contact');
  if (typeof at === 'number') useSyncStatus.setState(({ lastContact }) => ({ lastContact: lastContact ?? at }));
}

/** Shows what the sync runner says, and remembers the last contact. */
export function showSyncStatus(status: Partial<SyncStatus>): void {
  useSyncStatus.setState(status);
  if (typeof status.lastContact !== 'number') return;
  useLine.setState({ turnedAway: null });
  void writePreference('last-contact', status.lastContact);
}
