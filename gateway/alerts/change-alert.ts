import type { Selectable } from 'kysely';
import { type AlertState, alertRecords } from '#protocol/alerts/schema.ts';
import type { RecordId, TabletId } from '#protocol/ids.ts';
import { bytesToId } from '../db/id-bytes.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import { appendChange, tabletAudience } from '../sync/change-log.ts';
import type { AlertTables } from './tables.ts';

export type AlertRow = Selectable<AlertTables['alerts']>;

/** Topic of the committer: something on the desk changed. */
export const ALERTS_TOPIC = 'alerts';

/** Changes a call. The record and what the tablet is told of it stand or fall together. The tablet hears times, no names. */
export async function changeAlert(tx: GatewayTransaction, row: AlertRow, set: Partial<AlertRow>): Promise<void> {
  const after = { ...row, ...set };
  await tx.tables<AlertTables>().updateTable('alerts').set(set).where('id', '=', row.id).execute();
  const put: AlertState = {
    alertId: bytesToId<RecordId>(row.id),
    acknowledgedAt: after.acknowledged_at,
    closedAt: after.closed_at,
  };
  const audience = tabletAudience(bytesToId<TabletId>(row.tablet));
  await appendChange(tx, { audience, record: alertRecords.state, id: put.alertId, put });
  tx.announce(ALERTS_TOPIC);
}
