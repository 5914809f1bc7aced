import { fail, ok, type Result } from '#protocol/result.ts';
import { shareRoleSchema, type ShareRole } from '#protocol/selfhelp/sharing.ts';
import type { GatewayDatabase } from '../../../db/gateway-database.ts';
import type { RouteFailure } from '../../../http/error-replies.ts';
import { doneSchema } from '../../../http/staff-api.ts';
import { type StaffCaller, type StaffRoute, staffRoute } from '../../../http/staff-route.ts';
import type { AllTablets } from './all-tablets.ts';
import { letIn, makeRoleKey, putDeskKey } from './role-keys.ts';
import { answerShare, openShare } from './share-actions.ts';
import { loadDesk } from './share-queries.ts';
import { newAnswerSchema, newGrantSchema, newRoleKeySchema, openedShareSchema, putDeskKeySchema, shareParamsSchema, sharingDeskSchema } from './staff-api.ts';

export type SharingDependencies = { readonly database: GatewayDatabase; readonly allTablets: AllTablets };

/** The desk of those a person can share with. Each caller gets their own role's things, whatever they ask for. */
export function createSharingRoutes(dependencies: SharingDependencies): readonly StaffRoute[] {
  return [deskRoute(dependencies), ...keyRoutes(dependencies), ...shareRoutes(dependencies)];
}

function deskRoute({ database }: SharingDependencies): StaffRoute {
  return staffRoute({
    method: 'GET',
    path: '/sharing',
    action: 'sharing.read',
    reply: sharingDeskSchema,
    handle: async ({ staff, now }) => ok(await loadDesk(database.reads(), staff, roleOf(staff), now)),
  });
}

function keyRoutes({ database, allTablets }: SharingDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'PUT',
      path: '/sharing/desk-key',
      action: 'sharing.read',
      body: putDeskKeySchema,
      reply: doneSchema,
      handle: async ({ staff, body }) => {
        await database.committer.submit((tx) => putDeskKey(tx, staff, body));
        return DONE;
      },
    }),
    staffRoute({
      method: 'POST',
      path: '/sharing/role-key',
      action: 'sharing.read',
      body: newRoleKeySchema,
      reply: doneSchema,
      handle: async ({ staff, body }) =>
        done(await database.committer.submit(async (tx) => makeRoleKey(tx, staff, roleOf(staff), body, await allTablets(tx)))),
    }),
    staffRoute({
      method: 'POST',
      path: '/sharing/grants',
      action: 'sharing.let-in',
      body: newGrantSchema,
      reply: doneSchema,
      handle: async ({ staff, body }) => done(await database.committer.submit((tx) => letIn(tx, staff, roleOf(staff), body))),
    }),
  ];
}

function shareRoutes({ database }: SharingDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'POST',
      path: '/sharing/shares/:shareId/open',
      action: 'sharing.read',
      params: shareParamsSchema,
      reply: openedShareSchema,
      handle: ({ staff, params }) => database.committer.submit((tx) => openShare(tx, staff, roleOf(staff), params.shareId)),
    }),
    staffRoute({
      method: 'POST',
      path: '/sharing/shares/:shareId/answers',
      action: 'sharing.answer',
      params: shareParamsSchema,
      body: newAnswerSchema,
      reply: doneSchema,
      handle: async ({ staff, params, body }) => done(await database.committer.submit((tx) => answerShare(tx, staff, roleOf(staff), params.shareId, body))),
    }),
  ];
}

/** The caller's role as one that can be shared with; the policy has let in no other. */
function roleOf(staff: StaffCaller): ShareRole {
  return shareRoleSchema.parse(staff.role);
}

const DONE = ok({ done: true as const });

function done<Fault extends RouteFailure>(outcome: Result<null, Fault>): Result<{ readonly done: true }, Fault> {
  return outcome.ok ? DONE : fail(outcome.error);
}
