import { fail, ok, type Result } from '#protocol/result.ts';
import type { GatewayDatabase } from '../../../db/gateway-database.ts';
import { doneSchema } from '../../../http/staff-api.ts';
import { type StaffRoute, staffRoute } from '../../../http/staff-route.ts';
import { createGroup, type GroupsChanged, removeGroup, renameGroup, setGroupPeople } from './group-actions.ts';
import { listGroups } from './group-queries.ts';
import { type Group, groupParamsSchema, groupPeopleRequestSchema, groupRequestSchema, groupSchema, groupsSchema } from './staff-api.ts';

export type GroupRouteDependencies = { readonly database: GatewayDatabase; readonly groupsChanged: GroupsChanged };

/** Groups of learners: a class, a workshop, a wing's reading circle. */
export function createGroupRoutes(dependencies: GroupRouteDependencies): readonly StaffRoute[] {
  return [...nameRoutes(dependencies), ...peopleRoutes(dependencies)];
}

function nameRoutes({ database }: GroupRouteDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      path: '/groups',
      action: 'learners.read',
      reply: groupsSchema,
      handle: async () => ok({ groups: await listGroups(database.reads()) }),
    }),
    staffRoute({
      method: 'POST',
      path: '/groups',
      action: 'groups.manage',
      body: groupRequestSchema,
      reply: groupSchema,
      handle: async ({ staff, body }) => {
        const made = await database.committer.submit((tx) => createGroup(tx, staff, body.name));
        return made.ok ? showGroup(database, made.value) : made;
      },
    }),
    staffRoute({
      method: 'PATCH',
      path: '/groups/:groupId',
      action: 'groups.manage',
      params: groupParamsSchema,
      body: groupRequestSchema,
      reply: groupSchema,
      handle: async ({ staff, params, body }) => {
        const renamed = await database.committer.submit((tx) => renameGroup(tx, staff, params.groupId, body.name));
        return renamed.ok ? showGroup(database, renamed.value) : renamed;
      },
    }),
  ];
}

function peopleRoutes({ database, groupsChanged }: GroupRouteDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'PUT',
      path: '/groups/:groupId/people',
      action: 'groups.manage',
      params: groupParamsSchema,
      body: groupPeopleRequestSchema,
      reply: groupSchema,
      handle: async ({ staff, params, body }) => {
        const set = await database.committer.submit((tx) =>
          setGroupPeople(tx, staff, groupsChanged, params.groupId, body.personIds),
        );
        return set.ok ? showGroup(database, params.groupId) : set;
      },
    }),
    staffRoute({
      method: 'DELETE',
      path: '/groups/:groupId',
      action: 'groups.manage',
      params: groupParamsSchema,
      reply: doneSchema,
      handle: async ({ staff, params }) => {
        const removed = await database.committer.submit((tx) => removeGroup(tx, staff, groupsChanged, params.groupId));
        return removed.ok ? ok({ done: true }) : removed;
      },
    }),
  ];
}

async function showGroup(database: GatewayDatabase, groupId: string): Promise<Result<Group, { readonly code: 'not-found' }>> {
  const group = (await listGroups(database.reads())).find((one) => one.groupId === groupId);
  return group === undefined ? fail({ code: 'not-found' }) : ok(group);
}
