import { fail, ok } from '#protocol/result.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import { doneSchema } from '../../http/staff-api.ts';
import { type StaffRoute, staffRoute } from '../../http/staff-route.ts';
import {
  packParamsSchema,
  packPublicationSchema,
  publicationParamsSchema,
  publishPackRequestSchema,
} from '../../packs/staff-api.ts';
import { loadPerson, personOf } from '../../people/person-queries.ts';
import type { PeopleTables } from '../../people/tables.ts';
import { type AllTablets, publishPack, withdrawPublication } from './actions.ts';
import { listLearners, loadLearner } from './queries.ts';
import { createRevocationRoutes } from './revocation-routes.ts';
import { learnerParamsSchema, learnerSchema, learnersQuerySchema, learnersSchema } from './staff-api.ts';

export type EducationStaffDependencies = {
  readonly database: GatewayDatabase;
  readonly allTablets: AllTablets;
  readonly staffNames: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** The console's routes about publishing and learning. */
export function createEducationStaffRoutes(dependencies: EducationStaffDependencies): readonly StaffRoute[] {
  return [...publicationRoutes(dependencies), ...createRevocationRoutes(dependencies), ...learnerRoutes(dependencies)];
}

function publicationRoutes({ database, allTablets }: EducationStaffDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'POST',
      path: '/packs/:packId/publications',
      action: 'packs.publish',
      params: packParamsSchema,
      body: publishPackRequestSchema,
      reply: packPublicationSchema,
      handle: ({ staff, params, body }) =>
        database.committer.submit((tx) =>
          publishPack(tx, staff, allTablets, params.packId, body.version, body.audience),
        ),
    }),
    staffRoute({
      method: 'DELETE',
      path: '/publications/:publicationId',
      action: 'packs.publish',
      params: publicationParamsSchema,
      reply: doneSchema,
      handle: async ({ staff, params }) => {
        const withdrawn = await database.committer.submit((tx) =>
          withdrawPublication(tx, staff, allTablets, params.publicationId),
        );
        return withdrawn.ok ? ok({ done: true }) : withdrawn;
      },
    }),
  ];
}

function learnerRoutes({ database }: EducationStaffDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      path: '/learners',
      action: 'learners.read',
      query: learnersQuerySchema,
      reply: learnersSchema,
      handle: async ({ query }) => {
        let rows = database
          .reads<PeopleTables>()
          .selectFrom('people')
          .selectAll()
          .where('status', '=', 'here')
          .orderBy('last_name')
          .orderBy('first_name');
        if (query.wing !== undefined) rows = rows.where('wing', '=', query.wing);
        const people = (await rows.execute()).map(personOf);
        const wanted = query.search?.toLowerCase() ?? '';
        const found = people.filter((person) =>
          `${person.firstName} ${person.lastName} ${person.prisonerNumber}`.toLowerCase().includes(wanted),
        );
        return ok({ learners: await listLearners(database.reads(), found) });
      },
    }),
    staffRoute({
      method: 'GET',
      path: '/learners/:personId',
      action: 'learners.read',
      params: learnerParamsSchema,
      reply: learnerSchema,
      handle: async ({ params }) => {
        const person = await loadPerson(database.reads<PeopleTables>(), params.personId);
        return person === undefined ? fail({ code: 'not-found' }) : ok(await loadLearner(database.reads(), person));
      },
    }),
  ];
}
