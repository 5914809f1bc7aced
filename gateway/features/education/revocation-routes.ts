import { type Failure, ok, type Result } from '#protocol/result.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import { doneSchema } from '../../http/staff-api.ts';
import { type StaffRoute, staffRoute } from '../../http/staff-route.ts';
import { liftRevocation, listRevocations, revoke } from '../../packs/revocations.ts';
import {
  liftRequestSchema,
  revocationParamsSchema,
  revocationSchema,
  revocationsSchema,
  revokeRequestSchema,
} from '../../packs/staff-api.ts';
import type { AllTablets } from './actions.ts';
import { refreshReleases } from './releases.ts';

type Dependencies = {
  readonly database: GatewayDatabase;
  readonly allTablets: AllTablets;
  readonly staffNames: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** The console's routes for taking packs and keys back. Here and not in the packs room, because tablets must be told. */
export function createRevocationRoutes({ database, allTablets, staffNames }: Dependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      path: '/revocations',
      action: 'packs.read',
      reply: revocationsSchema,
      handle: async () => ok({ revocations: await listRevocations(database.reads(), staffNames) }),
    }),
    staffRoute({
      method: 'POST',
      path: '/revocations',
      action: 'packs.revoke',
      body: revokeRequestSchema,
      reply: revocationSchema,
      handle: ({ staff, body }) =>
        database.committer.submit((tx) => thenTellTablets(tx, allTablets, revoke(tx, staff, body))),
    }),
    staffRoute({
      method: 'POST',
      path: '/revocations/:revocationId/lift',
      action: 'packs.unrevoke',
      params: revocationParamsSchema,
      body: liftRequestSchema,
      reply: doneSchema,
      handle: async ({ staff, params, body }) => {
        const lifted = await database.committer.submit((tx) =>
          thenTellTablets(tx, allTablets, liftRevocation(tx, staff, params.revocationId, body.reason)),
        );
        return lifted.ok ? ok({ done: true }) : lifted;
      },
    }),
  ];
}

/** In the same transaction: a revocation that no tablet hears of is none. */
async function thenTellTablets<Value, Reason extends Failure>(
  tx: GatewayTransaction,
  allTablets: AllTablets,
  act: Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason>> {
  const done = await act;
  if (done.ok) await refreshReleases(tx, await allTablets(tx));
  return done;
}
