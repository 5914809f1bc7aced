import { trustedKeySchema } from '#protocol/packs/manifest.ts';
import { signedTextSchema } from '#protocol/packs/roles.ts';
import { ok } from '#protocol/result.ts';
import { doneSchema } from '../http/staff-api.ts';
import type { GatewayFeature } from '../http/gateway-feature.ts';
import { type StaffRoute, staffRoute, staffUpload } from '../http/staff-route.ts';
import { createDraftRoutes, type DraftDependencies } from './drafts/draft-routes.ts';
import { distrustKey, trustKey, trustOwnKeys } from './key-actions.ts';
import { listPacks, loadPackKeys } from './pack-queries.ts';
import { packsPolicy } from './policy.ts';
import { MAX_PACK_BYTES, type ReceiveDependencies, receivePack } from './receive-pack.ts';
import { loadStandingRoles, takeRoles } from './roles-documents.ts';
import {
  packEditionSchema,
  packKeyParamsSchema,
  packKeysSchema,
  packsSchema,
  standingRolesSchema,
} from './staff-api.ts';

export type PacksDependencies = ReceiveDependencies & DraftDependencies;

/** The packs room's door: what came in, and whose signature counts. Publishing is the education feature's. */
export function createPacks(dependencies: PacksDependencies): GatewayFeature {
  const staffRoutes = [
    ...packRoutes(dependencies),
    ...createDraftRoutes(dependencies),
    ...keyRoutes(dependencies),
    ...ownKeyRoutes(dependencies),
    ...rolesRoutes(dependencies),
  ];
  return { name: 'packs', policy: packsPolicy, staffRoutes };
}

function packRoutes(dependencies: PacksDependencies): readonly StaffRoute[] {
  const { database, staffNames } = dependencies;
  return [
    staffRoute({
      method: 'GET',
      path: '/packs',
      action: 'packs.read',
      reply: packsSchema,
      handle: async () => ok(await listPacks(database.reads(), staffNames)),
    }),
    staffUpload({
      path: '/packs',
      action: 'packs.receive',
      reply: packEditionSchema,
      maxBytes: MAX_PACK_BYTES,
      handle: ({ staff, bytes }) => receivePack(dependencies, staff, bytes),
    }),
  ];
}

function keyRoutes({ database }: PacksDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      path: '/pack-keys',
      action: 'packs.keys',
      reply: packKeysSchema,
      handle: async () => ok({ keys: await loadPackKeys(database.reads()) }),
    }),
    staffRoute({
      method: 'POST',
      path: '/pack-keys',
      action: 'packs.trust',
      body: trustedKeySchema,
      reply: doneSchema,
      handle: async ({ staff, body }) => {
        const trusted = await database.committer.submit((tx) =>
          trustKey(tx, { kind: 'staff', id: staff.staffId }, body),
        );
        return trusted.ok ? ok({ done: true }) : trusted;
      },
    }),
    staffRoute({
      method: 'DELETE',
      path: '/pack-keys/:keyId',
      action: 'packs.trust',
      params: packKeyParamsSchema,
      reply: doneSchema,
      handle: async ({ staff, params }) => {
        const removed = await database.committer.submit((tx) =>
          distrustKey(tx, { kind: 'staff', id: staff.staffId }, params.keyId),
        );
        return removed.ok ? ok({ done: true }) : removed;
      },
    }),
  ];
}

function rolesRoutes({ database }: PacksDependencies): readonly StaffRoute[] {
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
      path: '/pack-roles',
      action: 'packs.trust',
      body: signedTextSchema,
      reply: standingRolesSchema,
      handle: async ({ staff, body }) => {
        const taken = await database.committer.submit((tx) => takeRoles(tx, staff, body));
        return taken.ok ? ok({ roles: taken.value }) : taken;
      },
    }),
  ];
}

/** The two keys that sign what is made here. Whoever makes them sees the public halves only, like everybody else. */
function ownKeyRoutes(dependencies: PacksDependencies): readonly StaffRoute[] {
  const { keys } = dependencies;
  return [
    staffRoute({
      method: 'GET',
      path: '/pack-keys/own',
      action: 'packs.keys',
      reply: packKeysSchema,
      handle: async () => ok({ keys: [...keys.publicKeys()] }),
    }),
    staffRoute({
      method: 'POST',
      path: '/pack-keys/own',
      action: 'packs.trust',
      reply: packKeysSchema,
      handle: ({ staff }) => trustOwnKeys(dependencies, staff),
    }),
  ];
}
