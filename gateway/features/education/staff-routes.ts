import { ok } from '#protocol/result.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import { doneSchema } from '../../http/staff-api.ts';
import { type StaffRoute, staffRoute } from '../../http/staff-route.ts';
import {
  packParamsSchema,
  packHoldersSchema,
  packPublicationSchema,
  pickPackRequestSchema,
  publicationParamsSchema,
  publishPackRequestSchema,
} from '../../packs/staff-api.ts';
import { type AllTablets, pickPack, publishPack, withdrawPublication } from './actions.ts';
import { type HoldingTablet, listHolders } from './holders.ts';
import { createCertificateRoutes, type CertificateRouteDependencies } from './certificates/certificate-routes.ts';
import { createExportRoutes, type ExportRouteDependencies } from './export/export-routes.ts';
import { createGroupRoutes, type GroupRouteDependencies } from './groups/group-routes.ts';
import { createLearnerRoutes, type LearnerRouteDependencies } from './learners/learner-routes.ts';
import { createRevocationRoutes } from './revocation-routes.ts';
import { createFeedbackRoutes } from './study/feedback-routes.ts';
import { createWorkRoutes, type WorkRouteDependencies } from './work/work-routes.ts';

export type EducationStaffDependencies = PublicationDependencies &
  CertificateRouteDependencies &
  ExportRouteDependencies &
  GroupRouteDependencies &
  LearnerRouteDependencies &
  WorkRouteDependencies & {
    readonly staffNames: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  };

type PublicationDependencies = { readonly database: GatewayDatabase; readonly allTablets: AllTablets; readonly holdingTablets: () => Promise<readonly HoldingTablet[]> };

/** The console's routes about publishing and learning. */
export function createEducationStaffRoutes(dependencies: EducationStaffDependencies): readonly StaffRoute[] {
  return [
    ...publicationRoutes(dependencies),
    ...courseRoutes(dependencies),
    ...createRevocationRoutes(dependencies),
    ...createLearnerRoutes(dependencies),
    ...createGroupRoutes(dependencies),
    ...createWorkRoutes(dependencies),
    ...createCertificateRoutes(dependencies),
    ...createExportRoutes(dependencies),
    ...createFeedbackRoutes(dependencies),
  ];
}

function courseRoutes({ database, allTablets, holdingTablets }: PublicationDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      path: '/packs/:packId/holders',
      action: 'packs.read',
      params: packParamsSchema,
      reply: packHoldersSchema,
      handle: async ({ params }) => ok(await listHolders(database.reads(), await holdingTablets(), params.packId)),
    }),
    staffRoute({
      method: 'PUT',
      path: '/packs/:packId/pick',
      action: 'packs.publish',
      params: packParamsSchema,
      body: pickPackRequestSchema,
      reply: doneSchema,
      handle: async ({ staff, params, body }) => {
        const picked = await database.committer.submit((tx) =>
          pickPack(tx, staff, allTablets, params.packId, body.staffPick),
        );
        return picked.ok ? ok({ done: true }) : picked;
      },
    }),
  ];
}

function publicationRoutes({ database, allTablets }: PublicationDependencies): readonly StaffRoute[] {
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
          publishPack(tx, staff, allTablets, params.packId, body),
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
