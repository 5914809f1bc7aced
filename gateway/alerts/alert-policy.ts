import type { Kysely, Selectable } from 'kysely';
import { type AlertPolicy, alertRecords, DEFAULT_ALERT_POLICY } from '#protocol/alerts/schema.ts';
import type { TabletId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { bytesToId, idToBytes } from '../db/id-bytes.ts';
import type { GatewayTransaction } from '../db/transaction.ts';
import { appendChange, tabletAudience } from '../sync/change-log.ts';
import type { NewAlertPolicy } from './staff-api.ts';
import type { AlertTables } from './tables.ts';

export type AlertPolicyRow = Selectable<AlertTables['alert_policies']>;

/** Clocks of console and gateway differ a little: "now" may be this many milliseconds ago. */
const SLACK = 5 * 60_000;

/** The rules in force at `now`: the newest version that has begun, whatever older ones were dated for, or the default before a prison has set any. */
export async function alertPolicyAt(tables: Kysely<AlertTables>, now: number): Promise<AlertPolicy> {
  const row = await tables
    .selectFrom('alert_policies')
    .selectAll()
    .where('effective_from', '<=', now)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? DEFAULT_ALERT_POLICY : policyOf(row);
}

/** The rules a row holds. */
export function policyOf(row: AlertPolicyRow): AlertPolicy {
  return {
    version: row.version,
    worryingAnswers: row.worrying_answers === 1,
    askForHelp: row.ask_for_help === 1,
    escalateAfter: row.escalate_after,
  };
}

/** Sets the rules from a date on, as a new version; old ones stay, because people were told them before they answered. */
export async function createAlertPolicy(
  tx: GatewayTransaction,
  policy: NewAlertPolicy,
  staffId: string,
): Promise<Result<AlertPolicyRow, { readonly code: 'policy-in-the-past' }>> {
  if (policy.effectiveFrom < tx.now - SLACK) return fail({ code: 'policy-in-the-past' });
  const tables = tx.tables<AlertTables>();
  const last = await tables
    .selectFrom('alert_policies')
    .select(({ fn }) => fn.max<number | null>('version').as('version'))
    .executeTakeFirstOrThrow();
  const row: AlertPolicyRow = {
    version: (last.version ?? 0) + 1,
    effective_from: policy.effectiveFrom,
    worrying_answers: policy.worryingAnswers ? 1 : 0,
    ask_for_help: policy.askForHelp ? 1 : 0,
    escalate_after: policy.escalateAfter,
    created_by: staffId,
    created_at: tx.now,
  };
  await tables.insertInto('alert_policies').values(row).execute();
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'staff', id: staffId },
    action: 'alerts.set-policy',
    subject: `alerts-policy-${String(row.version)}`,
    detail: { ...policy },
  });
  return ok(row);
}

/** Which of these tablets were told another version than the one in force. */
export async function untoldTablets(
  tables: Kysely<AlertTables>,
  tabletIds: readonly TabletId[],
  version: number,
): Promise<readonly TabletId[]> {
  const rows = await tables.selectFrom('alert_policy_told').selectAll().where('version', '=', version).execute();
  const told = new Set<string>(rows.map((row) => bytesToId(row.tablet)));
  // A tablet that was told nothing holds the default, which is version 0.
  if (version === 0) {
    const others = await tables.selectFrom('alert_policy_told').select('tablet').where('version', '<>', 0).execute();
    const toldOther = new Set<string>(others.map((row) => bytesToId(row.tablet)));
    return tabletIds.filter((id) => toldOther.has(id));
  }
  return tabletIds.filter((id) => !told.has(id));
}

/** Tells these tablets the rules, on their own stream. */
export async function tellAlertPolicy(
  tx: GatewayTransaction,
  tabletIds: readonly TabletId[],
  policy: AlertPolicy,
): Promise<void> {
  for (const tabletId of tabletIds) {
    const told = { tablet: idToBytes(tabletId), version: policy.version };
    await appendChange(tx, { audience: tabletAudience(tabletId), record: alertRecords.policy, id: 'policy', put: policy });
    await tx
      .tables<AlertTables>()
      .insertInto('alert_policy_told')
      .values(told)
      .onConflict((conflict) => conflict.column('tablet').doUpdateSet({ version: told.version }))
      .execute();
  }
}
