import { z } from 'zod/mini';
import { ok } from '#protocol/result.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import type { GatewayFeature } from '../http/gateway-feature.ts';
import { staffRoute } from '../http/staff-route.ts';
import { addAccount, changeAccount, listAccounts } from './accounts.ts';
import { loadEstablishment, saveEstablishment } from './establishment.ts';
import { hashPassword } from './password.ts';
import { staffPolicy } from './policy.ts';
import {
  accountSchema,
  accountsSchema,
  changeAccountRequestSchema,
  establishmentSchema,
  newAccountRequestSchema,
  staffIdSchema,
} from './staff-api.ts';
import type { StaffTables } from './tables.ts';

/** The staff room's door: accounts and the establishment. Signing in is `session-routes.ts`. */
export function createStaff(database: GatewayDatabase): GatewayFeature {
  return {
    name: 'staff',
    policy: staffPolicy,
    staffRoutes: [listRoute(database), addRoute(database), changeRoute(database), ...establishmentRoutes(database)],
  };
}

function listRoute(database: GatewayDatabase) {
  return staffRoute({
    method: 'GET',
    path: '/accounts',
    action: 'staff.read',
    reply: accountsSchema,
    handle: async () => ok({ accounts: await listAccounts(database.reads<StaffTables>()) }),
  });
}

function addRoute(database: GatewayDatabase) {
  return staffRoute({
    method: 'POST',
    path: '/accounts',
    action: 'staff.manage',
    body: newAccountRequestSchema,
    reply: accountSchema,
    handle: async ({ staff, body: { password, ...account } }) => {
      const passwordHash = await hashPassword(password);
      return database.committer.submit((tx) =>
        addAccount(tx, { kind: 'staff', id: staff.staffId }, { ...account, passwordHash }),
      );
    },
  });
}

function changeRoute(database: GatewayDatabase) {
  return staffRoute({
    method: 'PATCH',
    path: '/accounts/:staffId',
    action: 'staff.manage',
    params: z.object({ staffId: staffIdSchema }),
    body: changeAccountRequestSchema,
    reply: accountSchema,
    handle: async ({ staff, params, body: { password, ...change } }) => {
      const passwordHash = password === undefined ? undefined : await hashPassword(password);
      return database.committer.submit((tx) => changeAccount(tx, staff, params.staffId, { ...change, passwordHash }));
    },
  });
}

function establishmentRoutes(database: GatewayDatabase) {
  return [
    staffRoute({
      method: 'GET',
      path: '/establishment',
      action: 'establishment.read',
      reply: establishmentSchema,
      handle: async () => ok(await loadEstablishment(database.reads<StaffTables>())),
    }),
    staffRoute({
      method: 'PUT',
      path: '/establishment',
      action: 'establishment.change',
      body: establishmentSchema,
      reply: establishmentSchema,
      handle: async ({ staff, body }) => {
        await database.committer.submit((tx) => saveEstablishment(tx, { kind: 'staff', id: staff.staffId }, body));
        return ok(body);
      },
    }),
  ];
}
