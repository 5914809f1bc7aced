import { fail, ok, type Result } from '#protocol/result.ts';
import type { GatewayDatabase } from '../../../db/gateway-database.ts';
import { staffPicture, type StaffRoute, staffRoute } from '../../../http/staff-route.ts';
import { readPackText } from '../../../packs/read-pack-text.ts';
import type { BlobStore } from '../../../packs/blob-store.ts';
import type { ProgressParts } from '../record-events.ts';
import { markWork, openWork } from './mark-work.ts';
import { markRequestSchema, photoParamsSchema, workListSchema, workParamsSchema, workQuerySchema, type WorkView, workViewSchema } from './staff-api.ts';
import { openPhoto } from './view-photo.ts';
import { type ReadPackText, viewWork } from './view-work.ts';
import { countWaiting, listWork, type WorkListParts } from './work-queries.ts';
import type { WorkRow } from './work-rows.ts';

export type WorkRouteDependencies = WorkListParts & {
  readonly database: GatewayDatabase;
  readonly blobs: Pick<BlobStore, 'pathOf'>;
  readonly progress: ProgressParts;
};

/** The marking queue: what waits, its words (each reading in the audit), and the answer. */
export function createWorkRoutes(dependencies: WorkRouteDependencies): readonly StaffRoute[] {
  return [listRoute(dependencies), openRoute(dependencies), photoRoute(dependencies), markRoute(dependencies)];
}

function listRoute(dependencies: WorkRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'GET',
    path: '/work',
    action: 'work.read',
    query: workQuerySchema,
    reply: workListSchema,
    handle: async ({ query }) => {
      const tables = dependencies.database.reads;
      const filter = { state: query.state ?? ('waiting' as const), person: query.person, receipt: query.receipt };
      return ok({ work: [...(await listWork(tables(), dependencies, filter))], waiting: await countWaiting(tables()) });
    },
  });
}

function openRoute(dependencies: WorkRouteDependencies): StaffRoute {
  return staffRoute({
    method: 'POST',
    path: '/work/:workId/open',
    action: 'work.read',
    params: workParamsSchema,
    reply: workViewSchema,
    handle: async ({ staff, params }) => {
      const opened = await dependencies.database.committer.submit((tx) => openWork(tx, staff, params.workId));
      return opened.ok ? showWork(dependencies, opened.value) : opened;
    },
  });
}

function photoRoute({ database }: WorkRouteDependencies): StaffRoute {
  return staffPicture({
    path: '/work/:workId/photos/:photoId',
    action: 'work.read',
    params: photoParamsSchema,
    handle: ({ staff, params }) => database.committer.submit((tx) => openPhoto(tx, staff, params.workId, params.photoId)),
  });
}

function markRoute(dependencies: WorkRouteDependencies): StaffRoute {
  const { database, progress } = dependencies;
  return staffRoute({
    method: 'POST',
    path: '/work/:workId/mark',
    action: 'work.mark',
    params: workParamsSchema,
    body: markRequestSchema,
    reply: workViewSchema,
    handle: async ({ staff, params, body }) => {
      const marked = await database.committer.submit((tx) => markWork(tx, progress, staff, params.workId, body));
      return marked.ok ? showWork(dependencies, marked.value) : marked;
    },
  });
}

async function showWork(
  dependencies: WorkRouteDependencies,
  row: WorkRow,
): Promise<Result<WorkView, { readonly code: 'not-found' }>> {
  const { database, blobs } = dependencies;
  const read: ReadPackText = (packId, version, path) => readPackText(database.reads(), blobs, packId, version, path);
  const view = await viewWork(database.reads(), { ...dependencies, readPackText: read }, row);
  return view === undefined ? fail({ code: 'not-found' }) : ok(view);
}
