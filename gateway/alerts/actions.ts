import type { RecordId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { bytesToId, idToBytes } from '../db/id-bytes.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import { ALERTS_TOPIC, type AlertRow, changeAlert } from './change-alert.ts';
import type { AlertOutcome } from './staff-api.ts';
import type { AlertTables } from './tables.ts';

/** Somebody says that they have seen it: the clock stops, and the tablet is told when. Who says it first stands. */
export async function acknowledgeAlert(
  tx: GatewayTransaction,
  alertId: RecordId,
  staffId: string,
): Promise<Result<void, { readonly code: 'not-found' | 'alert-seen' }>> {
  const row = await findAlert(tx, alertId);
  if (row === undefined) return fail({ code: 'not-found' });
  if (row.acknowledged_at !== null || row.closed_at !== null) return fail({ code: 'alert-seen' });
  await changeAlert(tx, row, { acknowledged_at: tx.now, acknowledged_by: staffId });
  await note(tx, alertId, staffId, 'alerts.acknowledge', { afterSeconds: secondsSince(row, tx.now) });
  return ok(undefined);
}

/** Says how it ended. Only what somebody has seen can end. */
export async function closeAlert(
  tx: GatewayTransaction,
  alertId: RecordId,
  staffId: string,
  outcome: AlertOutcome,
): Promise<Result<void, { readonly code: 'not-found' | 'alert-not-seen' | 'alert-closed' }>> {
  const row = await findAlert(tx, alertId);
  if (row === undefined) return fail({ code: 'not-found' });
  if (row.closed_at !== null) return fail({ code: 'alert-closed' });
  if (row.acknowledged_at === null) return fail({ code: 'alert-not-seen' });
  await changeAlert(tx, row, { closed_at: tx.now, closed_by: staffId, outcome });
  await note(tx, alertId, staffId, 'alerts.close', { outcome, repeats: row.repeats });
  return ok(undefined);
}

/** Marks calls that nobody has seen in the policy's time: from now on more roles see them. Returns how many. */
export async function escalateOverdue(tx: GatewayTransaction): Promise<number> {
  const tables = tx.tables<AlertTables>();
  const overdue = await tables
    .selectFrom('alerts')
    .selectAll()
    .where('closed_at', 'is', null)
    .where('acknowledged_at', 'is', null)
    .where('escalated_at', 'is', null)
    .where('due_at', '<=', tx.now)
    .execute();
  for (const row of overdue) {
    await tables.updateTable('alerts').set({ escalated_at: tx.now }).where('id', '=', row.id).execute();
    await appendAudit(tx, {
      at: tx.now,
      actor: { kind: 'gateway', id: 'alerts' },
      action: 'alerts.escalate',
      subject: bytesToId(row.id),
      detail: { afterSeconds: secondsSince(row, tx.now) },
    });
  }
  if (overdue.length > 0) tx.announce(ALERTS_TOPIC);
  return overdue.length;
}

async function findAlert(tx: GatewayTransaction, alertId: RecordId): Promise<AlertRow | undefined> {
  return tx
    .tables<AlertTables>()
    .selectFrom('alerts')
    .selectAll()
    .where('id', '=', idToBytes(alertId))
    .executeTakeFirst();
}

async function note(
  tx: GatewayTransaction,
  alertId: RecordId,
  staffId: string,
  action: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await appendAudit(tx, { at: tx.now, actor: { kind: 'staff', id: staffId }, action, subject: alertId, detail });
}

function secondsSince(row: AlertRow, now: number): number {
  return Math.max(0, Math.round((now - row.received_at) / 1000));
}
