import { ALERT_SEAL_KIND, ALERT_SEQUENCE, type Alert, type AlertKind } from '#protocol/alerts/schema.ts';
import { makeUuidV7, operationIdSchema } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { TabletDatabase } from '../db/open-tablet-database.ts';
import { isStorageFull } from '../db/stores.ts';
import { saveCalls } from './alert-table.ts';

export type RaiseAlertDependencies = {
  readonly database: TabletDatabase;
  readonly shell: Pick<ShellPort, 'sealOperation'>;
  /** The tablet's clock, milliseconds. */
  readonly clock: () => number;
  /** Ten random bytes. */
  readonly randomBytes: () => Uint8Array;
  /** Called once it is on the disk: the exchange begins now. */
  readonly onStored: () => void;
};

/**
 * Stores a call for help (SPEC ALERT-1). `speaksFor`: the person who is signed in, or, from the sign-in and the lock
 * screen, where anybody may have pressed, the cell. `storage-full`: nothing was stored; the screen says to press the bell.
 */
export async function raiseAlert(the: RaiseAlertDependencies, kind: AlertKind, speaksFor: 'person' | 'cell'): Promise<Result<null, { readonly code: 'storage-full' }>> {
  const now = Math.max(0, Math.floor(the.clock()));
  const id = operationIdSchema.parse(makeUuidV7(now, the.randomBytes()));
  // Keys that are gone, or a vault that fails, must not swallow a call: then it speaks for the cell.
  const sealed = speaksFor === 'person' ? await the.shell.sealOperation({ id, sequence: ALERT_SEQUENCE, part: { kind: ALERT_SEAL_KIND, composedAt: now, payload: { kind } } }).catch(() => undefined) : undefined;
  const alert: Alert = sealed?.ok === true
    ? { id, personId: sealed.value.personId, enc: sealed.value.enc, box: sealed.value.box }
    : { id, personId: null, kind: 'asked-for-help', raisedAt: now };
  try {
    await saveCalls(the.database, [{ id, personId: alert.personId, raisedAt: now, alert, acknowledgedAt: null, closedAt: null }]);
  } catch (error) {
    if (isStorageFull(error)) return fail({ code: 'storage-full' });
    throw error;
  }
  the.onStored();
  return ok(null);
}
