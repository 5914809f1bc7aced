import { trustedKeySchema } from '#protocol/packs/manifest.ts';
import { ok } from '#protocol/result.ts';
import { doneSchema } from '../http/staff-api.ts';
import type { GatewayFeature } from '../http/gateway-feature.ts';
import { type StaffRoute, staffRoute, staffUpload } from '../http/staff-route.ts';
import { createDraftRoutes, type DraftDependencies } from './drafts/draft-routes.ts';
import { distrustKey, trustKey, trustOwnKeys } from './key-actions.ts';
import { listPacks, loadPackKeys } from './pack-queries.ts';
import { packsPolicy } from './policy.ts';
import { MAX_PACK_BYTES, type ReceiveDependencies, receivePack } from './receive-pack.ts';
import { createRolesRoutes } from './roles-routes.ts';
import {
  packKeyParamsSchema,
  packKeysSchema,
  packsSchema,
  receivedPackSchema,
} from './staff-api.ts';

export type PacksDependencies = ReceiveDependencies & DraftDependencies;

/** The packs room's door: what came in, and whose signature counts. Publishing is the education feature's. */
export function createPacks(dependencies: PacksDependencies): GatewayFeature {
  const staffRoutes = [
    ...packRoutes(dependencies),
    ...createDraftRoutes(dependencies),
    ...keyRoutes(dependencies),
    ...ownKeyRoutes(dependencies),
    ...createRolesRoutes(dependencies),
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
      reply: receivedPackSchema,
      maxBytes: MAX_PACK_BYTES,
      handle: ({ staff, bytes, now }) => receivePack(dependencies, staff, bytes, now),
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
