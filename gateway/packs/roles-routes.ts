import { signedTextSchema } from '#protocol/packs/roles.ts';
import { ok } from '#protocol/result.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import { type StaffRoute, staffRoute } from '../http/staff-route.ts';
import { lookAtRoles } from './look-at-roles.ts';
import { loadReleaseState } from './release-state.ts';
import { loadStandingRoles, takeRoles } from './roles-documents.ts';
import { releaseStateSchema, rolesLookSchema, standingRolesSchema } from './staff-api.ts';

/** The console's routes about whose keys count (ROLE-1), and the signed list of what is live (PACK-17). */
export function createRolesRoutes({ database }: { readonly database: GatewayDatabase }): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      path: '/pack-roles',
      action: 'packs.keys',
      reply: standingRolesSchema,
      handle: async () => ok({ roles: (await loadStandingRoles(database.reads())) ?? null }),
    }),
    staffRoute({
      method: 'POST',
      path: '/pack-roles/look',
      action: 'packs.trust',
      body: signedTextSchema,
      reply: rolesLookSchema,
      handle: ({ body }) => lookAtRoles(database.reads(), body),
    }),
    staffRoute({
      method: 'POST',
      path: '/pack-roles',
      action: 'packs.trust',
      body: signedTextSchema,
      reply: standingRolesSchema,
      handle: async ({ staff, body }) => {
        const taken = await database.committer.submit((tx) => takeRoles(tx, staff, body));
        return taken.ok ? ok({ roles: taken.value }) : taken;
      },
    }),
    staffRoute({
      method: 'GET',
      path: '/pack-release',
      action: 'packs.keys',
      reply: releaseStateSchema,
      handle: async () => ok({ release: await loadReleaseState(database.reads()) }),
    }),
  ];
}
