import { create } from 'zustand';
import { DEFAULT_ALERT_POLICY, type AlertKind, type AlertPolicy } from '#protocol/alerts/schema.ts';
import type { Result } from '#protocol/result.ts';
import type { CallRow } from './alert-table.ts';

export type RaiseAlert = (kind: AlertKind, speaksFor: 'person' | 'cell') => Promise<Result<null, { readonly code: 'storage-full' }>>;

type Alerts = {
  /** Every call on this tablet, oldest first, as it is on the disk. */
  readonly calls: readonly CallRow[];
  /** The prison's rules, as last heard. */
  readonly policy: AlertPolicy;
  /** Undefined for the moment before the services are there. */
  readonly raise: RaiseAlert | undefined;
  /** Opens the Act now screen; given by app/ while somebody is signed in. */
  readonly openHelp: (() => void) | undefined;
};

/** What screens need of calls for help; filled by app/, also with nobody signed in. */
export const useAlerts = create<Alerts>(() => ({ calls: [], policy: DEFAULT_ALERT_POLICY, raise: undefined, openHelp: undefined }));

/** Opens the Act now screen, where there is one to open. */
export function openHelp(): void {
  useAlerts.getState().openHelp?.();
}

/** The newest call of one speaker that is not over: the person of that id, or (null) the cell. */
export function openCallOf(calls: readonly CallRow[], personId: string | null): CallRow | undefined {
  return calls.findLast((call) => call.personId === personId && call.closedAt === null);
}
