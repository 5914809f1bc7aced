import type { Kysely } from 'kysely';
import { ok } from '#protocol/result.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import type { GatewayFeature } from '../http/gateway-feature.ts';
import { doneSchema } from '../http/staff-api.ts';
import { type StaffRoute, staffRoute } from '../http/staff-route.ts';
import type { PeopleTables } from '../people/tables.ts';
import { acknowledgeAlert, closeAlert } from './actions.ts';
import { alertPolicyAt, type AlertPolicyRow, createAlertPolicy, policyOf } from './alert-policy.ts';
import { alertsPolicy } from './policy.ts';
import { countAlerts, describeAlert, selectDeskAlerts, selectOverdueAlerts } from './queries.ts';
import {
  alertParamsSchema,
  alertPoliciesSchema,
  type AlertPolicyVersion,
  closeAlertRequestSchema,
  deskAlertsSchema,
  newAlertPolicyRequestSchema,
} from './staff-api.ts';
import type { AlertTables } from './tables.ts';

export type AlertRouteDependencies = {
  readonly database: GatewayDatabase;
  readonly staffNames: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** The door of the alerts room: the safer custody desk. */
export function createAlerts(dependencies: AlertRouteDependencies): GatewayFeature {
  return {
    name: 'alerts',
    policy: alertsPolicy,
    // The fixed addresses stand before `/alerts/:alertId`.
    staffRoutes: [...readRoutes(dependencies), ...policyRoutes(dependencies), ...actRoutes(dependencies)],
    counts: async (database) => {
      const { open, overdue } = await countAlerts(database.reads<AlertTables>());
      return [
        { name: 'alerts.open', action: 'alerts.read', count: open },
        { name: 'alerts.overdue', action: 'alerts.read-overdue', count: overdue },
      ];
    },
  };
}

type Rows = Awaited<ReturnType<typeof selectDeskAlerts>>;

function readRoutes(dependencies: AlertRouteDependencies): readonly StaffRoute[] {
  const describe = async (rows: Rows, now: number) => {
    const tables = dependencies.database.reads() as unknown as Kysely<AlertTables & PeopleTables>;
    const staff = [...new Set(rows.flatMap((row) => [row.acknowledged_by, row.closed_by]).filter((id) => id !== null))];
    const names = await dependencies.staffNames(staff);
    const alerts = await Promise.all(rows.map((row) => describeAlert(tables, row, (id) => names.get(id) ?? null)));
    return ok({ alerts, now });
  };
  return [
    staffRoute({
      method: 'GET',
      path: '/alerts',
      action: 'alerts.read',
      reply: deskAlertsSchema,
      handle: async ({ now }) => describe(await selectDeskAlerts(dependencies.database.reads(), now), now),
    }),
    staffRoute({
      method: 'GET',
      path: '/alerts/overdue',
      action: 'alerts.read-overdue',
      reply: deskAlertsSchema,
      handle: async ({ now }) => describe(await selectOverdueAlerts(dependencies.database.reads()), now),
    }),
  ];
}

function actRoutes({ database }: AlertRouteDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'POST',
      path: '/alerts/:alertId/acknowledge',
      action: 'alerts.acknowledge',
      params: alertParamsSchema,
      reply: doneSchema,
      handle: async ({ staff, params }) => {
        const done = await database.committer.submit((tx) => acknowledgeAlert(tx, params.alertId, staff.staffId));
        return done.ok ? ok({ done: true as const }) : done;
      },
    }),
    staffRoute({
      method: 'POST',
      path: '/alerts/:alertId/close',
      action: 'alerts.close',
      params: alertParamsSchema,
      body: closeAlertRequestSchema,
      reply: doneSchema,
      handle: async ({ staff, params, body }) => {
        const done = await database.committer.submit((tx) => closeAlert(tx, params.alertId, staff.staffId, body.outcome));
        return done.ok ? ok({ done: true as const }) : done;
      },
    }),
  ];
}

function policyRoutes(dependencies: AlertRouteDependencies): readonly StaffRoute[] {
  const { database } = dependencies;
  const list = async (now: number) => {
    const rows = await database.reads<AlertTables>().selectFrom('alert_policies').selectAll().orderBy('version', 'desc').execute();
    const names = await dependencies.staffNames([...new Set(rows.map((row) => row.created_by))]);
    const versionOf = (row: AlertPolicyRow): AlertPolicyVersion => ({ ...policyOf(row), effectiveFrom: row.effective_from, createdBy: names.get(row.created_by) ?? null });
    return { inForce: await alertPolicyAt(database.reads(), now), versions: rows.map(versionOf) };
  };
  return [
    staffRoute({
      method: 'GET',
      path: '/alerts/policies',
      action: 'alerts.policy',
      reply: alertPoliciesSchema,
      handle: async ({ now }) => ok(await list(now)),
    }),
    staffRoute({
      method: 'POST',
      path: '/alerts/policies',
      action: 'alerts.set-policy',
      body: newAlertPolicyRequestSchema,
      reply: alertPoliciesSchema,
      handle: async ({ staff, body, now }) => {
        const made = await database.committer.submit((tx) => createAlertPolicy(tx, body, staff.staffId));
        return made.ok ? ok(await list(now)) : made;
      },
    }),
  ];
}
