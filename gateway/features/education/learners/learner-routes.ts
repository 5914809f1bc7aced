import { fail, ok } from '#protocol/result.ts';
import type { GatewayDatabase } from '../../../db/gateway-database.ts';
import { type StaffRoute, staffRoute } from '../../../http/staff-route.ts';
import { loadPerson } from '../../../people/person-queries.ts';
import type { PeopleTables } from '../../../people/tables.ts';
import type { CourseBook } from '../course-book.ts';
import { learnerParamsSchema, learnerSchema, learnersQuerySchema, learnersSchema } from '../staff-api.ts';
import { loadLearner } from './learner-queries.ts';
import { listLearners } from './list-learners.ts';

export type LearnerRouteDependencies = { readonly database: GatewayDatabase; readonly courses: CourseBook };

/** Who is where. Only people who are here: who moved away is another prison's learner. */
export function createLearnerRoutes({ database, courses }: LearnerRouteDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      path: '/learners',
      action: 'learners.read',
      query: learnersQuerySchema,
      reply: learnersSchema,
      handle: async ({ query, now }) => ok(await listLearners(database.reads(), courses, query, now)),
    }),
    staffRoute({
      method: 'GET',
      path: '/learners/:personId',
      action: 'learners.read',
      params: learnerParamsSchema,
      reply: learnerSchema,
      handle: async ({ params, now }) => {
        const person = await loadPerson(database.reads<PeopleTables>(), params.personId);
        return person?.status === 'here' ? ok(await loadLearner(database.reads(), courses, person, now)) : fail({ code: 'not-found' });
      },
    }),
  ];
}
