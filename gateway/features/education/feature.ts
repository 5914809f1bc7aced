import type { GatewayFeature } from '../../http/gateway-feature.ts';
import type { PackTables } from '../../packs/tables.ts';
import { educationPolicy } from './policy.ts';
import { countActive } from './learners/learner-queries.ts';
import { createEducationStaffRoutes, type EducationStaffDependencies } from './staff-routes.ts';
import { createEducationTabletRoutes, type EducationTabletDependencies } from './tablet-routes.ts';
import { countWaiting } from './work/work-queries.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** The education feature's door. */
export function createEducation(
  dependencies: EducationStaffDependencies & EducationTabletDependencies,
): GatewayFeature {
  return {
    name: 'education',
    policy: educationPolicy,
    staffRoutes: createEducationStaffRoutes(dependencies),
    tabletRoutes: createEducationTabletRoutes(dependencies),
    counts: async (database, now) => {
      const { published } = await database
        .reads<PackTables>()
        .selectFrom('pack_publications')
        .select(({ fn }) => fn.count<number>('pack_id').distinct().as('published'))
        .executeTakeFirstOrThrow();
      return [
        { name: 'packs.published', action: 'packs.read', count: Number(published) },
        { name: 'learners.active', action: 'learners.read', count: await countActive(database.reads(), now - WEEK) },
        { name: 'work.waiting', action: 'work.read', count: await countWaiting(database.reads()) },
      ];
    },
  };
}
