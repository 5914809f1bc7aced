import { type Failure, ok, type Result } from '#protocol/result.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import { doneSchema } from '../../http/staff-api.ts';
import { type StaffRoute, staffRoute } from '../../http/staff-route.ts';
import { agreeToLift, askToLift, dropLift } from '../../packs/lifts.ts';
import { listRevocations } from '../../packs/list-revocations.ts';
import { revoke } from '../../packs/revocations.ts';
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
export function createRevocationRoutes(dependencies: Dependencies): readonly StaffRoute[] {
  return [...revokeRoutes(dependencies), ...liftRoutes(dependencies)];
}

function revokeRoutes({ database, allTablets, staffNames }: Dependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      path: '/revocations',
      action: 'packs.revocations',
      reply: revocationsSchema,
      handle: async ({ staff }) => ok({ revocations: await listRevocations(database.reads(), staffNames, staff) }),
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
  ];
}

/** Letting something in again takes two people, as publishing does. */
function liftRoutes({ database, allTablets }: Dependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'POST',
      path: '/revocations/:revocationId/lift',
      action: 'packs.ask-unrevoke',
      params: revocationParamsSchema,
      body: liftRequestSchema,
      reply: doneSchema,
      handle: async ({ staff, params, body }) =>
        done(await database.committer.submit((tx) => askToLift(tx, staff, params.revocationId, body.reason))),
    }),
    staffRoute({
      method: 'DELETE',
      path: '/revocations/:revocationId/lift',
      action: 'packs.ask-unrevoke',
      params: revocationParamsSchema,
      reply: doneSchema,
      handle: async ({ staff, params }) =>
        done(await database.committer.submit((tx) => dropLift(tx, staff, params.revocationId))),
    }),
    staffRoute({
      method: 'POST',
      path: '/revocations/:revocationId/lift/agree',
      action: 'packs.unrevoke',
      params: revocationParamsSchema,
      reply: doneSchema,
      handle: async ({ staff, params }) =>
        done(
          await database.committer.submit((tx) =>
            thenTellTablets(tx, allTablets, agreeToLift(tx, staff, params.revocationId)),
          ),
        ),
    }),
  ];
}

function done<Reason extends Failure>(result: Result<unknown, Reason>): Result<{ done: true }, Reason> {
  return result.ok ? ok({ done: true }) : result;
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
