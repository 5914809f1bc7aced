import { z } from 'zod/mini';
import type { TabletId } from '#protocol/ids.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { countOpenAlerts } from '../../alerts/queries.ts';
import type { AuditActor } from '../../audit/hash-entry.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import { type StaffCaller, type StaffRoute, staffRoute } from '../../http/staff-route.ts';
import type { AudiencePort } from '../../people/audience-port.ts';
import { assignPeople } from '../../people/person-actions.ts';
import { addTablet, changeTablet, issueFirstSignInCode, renewEnrolmentCode, revokeTablet } from './actions.ts';
import { createLateRoutes } from './late-routes.ts';
import { listTablets, loadTablet } from './queries.ts';
import {
  assignPeopleRequestSchema,
  changeTabletRequestSchema,
  issuedCodeSchema,
  newTabletReplySchema,
  newTabletRequestSchema,
  revokeTabletRequestSchema,
  type StaffTablet,
  tabletParamsSchema,
  tabletPersonParamsSchema,
  tabletSchema,
  tabletsSchema,
} from './staff-api.ts';

export type TabletStaffDependencies = {
  readonly database: GatewayDatabase;
  readonly codeSecret: Uint8Array;
  readonly audience: AudiencePort;
};

const nothing = z.strictObject({});

/** The console's routes about tablets. */
export function createTabletStaffRoutes(dependencies: TabletStaffDependencies): readonly StaffRoute[] {
  return [
    ...readRoutes(dependencies),
    ...createLateRoutes(dependencies.database),
    ...codeRoutes(dependencies),
    ...changeRoutes(dependencies),
    assignRoute(dependencies),
  ];
}

function readRoutes({ database }: TabletStaffDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      path: '/tablets',
      action: 'tablets.read',
      reply: tabletsSchema,
      handle: async () => ok({ tablets: await listTablets(database.reads()) }),
    }),
    staffRoute({
      method: 'GET',
      path: '/tablets/:tabletId',
      action: 'tablets.read',
      params: tabletParamsSchema,
      reply: tabletSchema,
      handle: ({ params }) => readBack(database, params.tabletId),
    }),
  ];
}

function codeRoutes({ database, codeSecret, audience }: TabletStaffDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'POST',
      path: '/tablets',
      action: 'tablets.enrol',
      body: newTabletRequestSchema,
      reply: newTabletReplySchema,
      handle: async ({ staff, body }) => {
        const added = await database.committer.submit((tx) =>
          addTablet(tx, actorOf(staff), audience, codeSecret, body),
        );
        const tablet = await readBack(database, added.tabletId);
        return tablet.ok ? ok({ tablet: tablet.value, enrolmentCode: added.enrolmentCode }) : tablet;
      },
    }),
    staffRoute({
      method: 'POST',
      path: '/tablets/:tabletId/enrolment-code',
      action: 'tablets.enrol',
      params: tabletParamsSchema,
      body: nothing,
      reply: issuedCodeSchema,
      handle: ({ staff, params }) =>
        database.committer.submit((tx) => renewEnrolmentCode(tx, actorOf(staff), codeSecret, params.tabletId)),
    }),
    staffRoute({
      method: 'POST',
      path: '/tablets/:tabletId/people/:personId/first-sign-in-code',
      action: 'tablets.assign',
      params: tabletPersonParamsSchema,
      body: nothing,
      reply: issuedCodeSchema,
      handle: ({ staff, params }) =>
        database.committer.submit((tx) =>
          issueFirstSignInCode(tx, actorOf(staff), codeSecret, params.tabletId, params.personId),
        ),
    }),
  ];
}

function changeRoutes({ database }: TabletStaffDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'PATCH',
      path: '/tablets/:tabletId',
      action: 'tablets.change',
      params: tabletParamsSchema,
      body: changeTabletRequestSchema,
      reply: tabletSchema,
      handle: async ({ staff, params, body }) => {
        const changed = await database.committer.submit((tx) =>
          changeTablet(tx, actorOf(staff), params.tabletId, body),
        );
        return changed.ok ? readBack(database, params.tabletId) : changed;
      },
    }),
    staffRoute({
      method: 'POST',
      path: '/tablets/:tabletId/revoke',
      action: 'tablets.revoke',
      params: tabletParamsSchema,
      body: revokeTabletRequestSchema,
      reply: tabletSchema,
      handle: async ({ staff, params, body }) => {
        const revoked = await database.committer.submit((tx) =>
          unlessAlertOpen(tx, params.tabletId, body.despiteAlert, () =>
            revokeTablet(tx, actorOf(staff), params.tabletId, body.reason),
          ),
        );
        return revoked.ok ? readBack(database, params.tabletId) : revoked;
      },
    }),
  ];
}

function assignRoute({ database, audience }: TabletStaffDependencies): StaffRoute {
  return staffRoute({
    method: 'PUT',
    path: '/tablets/:tabletId/people',
    action: 'tablets.assign',
    params: tabletParamsSchema,
    body: assignPeopleRequestSchema,
    reply: tabletSchema,
    handle: async ({ staff, params, body }) => {
      const known = await readBack(database, params.tabletId);
      if (!known.ok) return known;
      const assigned = await database.committer.submit((tx) =>
        unlessAlertOpen(tx, params.tabletId, body.despiteAlert || !isTakingOff(known.value, body.personIds), () =>
          assignPeople(tx, actorOf(staff), audience, params.tabletId, body.personIds),
        ),
      );
      return assigned.ok ? readBack(database, params.tabletId) : assigned;
    },
  });
}

/**
 * A tablet from which somebody called for help is not taken away by accident (SPEC ALERT-6). Asked in the same job, so
 * that a call which comes just now counts.
 */
async function unlessAlertOpen<E extends { readonly code: string }>(
  tx: GatewayTransaction,
  tabletId: TabletId,
  known: boolean | undefined,
  act: () => Promise<Result<void, E>>,
): Promise<Result<void, E | { readonly code: 'alert-open' }>> {
  if (known !== true && (await countOpenAlerts(tx.tables(), tabletId)) > 0) return fail({ code: 'alert-open' });
  return act();
}

function isTakingOff(tablet: StaffTablet, personIds: readonly string[]): boolean {
  return tablet.people.some((person) => !personIds.includes(person.personId));
}

function actorOf(staff: StaffCaller): AuditActor {
  return { kind: 'staff', id: staff.staffId };
}

async function readBack(
  database: GatewayDatabase,
  tabletId: TabletId,
): Promise<Result<StaffTablet, { readonly code: 'not-found' }>> {
  const tablet = await loadTablet(database.reads(), tabletId);
  return tablet === undefined ? fail({ code: 'not-found' }) : ok(tablet);
}
