import { fail, ok } from '#protocol/result.ts';
import { staffRoute, type StaffRoute } from '../../http/staff-route.ts';
import { createPolicy } from './policy-actions.ts';
import { loadPolicyRows, policyInForce } from './queries.ts';
import { type MessagingRouteDependencies, viewerOf } from './route-support.ts';
import { newPolicyRequestSchema, policiesSchema, policyViewSchema } from './staff-api.ts';
import type { MessagingTables } from './tables.ts';
import { policyView } from './views.ts';

/** Routes about the prison's dated rules for messages. */
export function policyRoutes(dependencies: MessagingRouteDependencies): readonly StaffRoute[] {
  return [listRoute(dependencies), createRoute(dependencies)];
}

function listRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'GET',
    path: '/messages/policies',
    action: 'messages.policy',
    reply: policiesSchema,
    handle: async ({ staff, now }) => {
      const db = dependencies.database.reads<MessagingTables>();
      const { nameOf } = await viewerOf(dependencies, staff, now);
      const policies = (await loadPolicyRows(db)).map((row) => policyView(row, nameOf));
      const { version } = await policyInForce(db, now);
      return ok({ inForce: policies.find((policy) => policy.version === version) ?? null, policies });
    },
  });
}

function createRoute(dependencies: MessagingRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'POST',
    path: '/messages/policies',
    action: 'messages.set-policy',
    body: newPolicyRequestSchema,
    reply: policyViewSchema,
    handle: async ({ staff, body, now }) => {
      const made = await dependencies.database.committer.submit((tx) => createPolicy(tx, body, staff.staffId));
      if (!made.ok) return fail({ code: 'policy-in-the-past' });
      const { nameOf } = await viewerOf(dependencies, staff, now);
      return ok(policyView(made.value, nameOf));
    },
  });
}
