import type { AuditTables } from '../../audit/tables.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { RouteFailure } from '../../http/error-replies.ts';
import { doneSchema } from '../../http/staff-api.ts';
import { type StaffRoute, staffDownload, staffRoute, type StaffCall } from '../../http/staff-route.ts';
import { type ChangeDependencies, discardDraft, recheckDraft } from './change-draft.ts';
import { approveDraft, type DecideDependencies, returnDraft, submitDraft, unsubmitDraft } from './decide-draft.ts';
import { compareDraft, findPreviewFile, loadPreview } from './draft-preview.ts';
import { listDrafts, listDraftsOf, loadDraft, loadHistory, type QueryDependencies } from './draft-queries.ts';
import { restoreEdition } from './restore-edition.ts';
import { createSourceRoutes } from './source-routes.ts';
import {
  approveDraftSchema,
  draftDifferenceSchema,
  draftFileParamsSchema,
  draftIdReplySchema,
  draftParamsSchema,
  draftPreviewSchema,
  draftSchema,
  draftsSchema,
  editionParamsSchema,
  packHistorySchema,
  returnDraftSchema,
} from './staff-api.ts';
import { packParamsSchema } from '../staff-api.ts';
import { createUploadRoutes } from './upload-routes.ts';

export type DraftDependencies = ChangeDependencies & DecideDependencies & QueryDependencies;

/** Everything between a dropped file and an edition with two signatures. */
export function createDraftRoutes(dependencies: DraftDependencies): readonly StaffRoute[] {
  return [
    ...createUploadRoutes(dependencies),
    ...readRoutes(dependencies),
    historyRoute(dependencies),
    ...previewRoutes(dependencies),
    ...createSourceRoutes(dependencies),
    ...actRoutes(dependencies),
    ...decideRoutes(dependencies),
  ];
}

function readRoutes(dependencies: DraftDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      path: '/packs/drafts',
      action: 'packs.review',
      reply: draftsSchema,
      handle: async ({ staff }) => ok(await listDrafts(dependencies, staff)),
    }),
    staffRoute({
      method: 'GET',
      path: '/packs/drafts/:draftId',
      action: 'packs.review',
      params: draftParamsSchema,
      reply: draftSchema,
      handle: async ({ staff, params }) => {
        const draft = await loadDraft(dependencies, staff, params.draftId);
        return draft === undefined ? fail({ code: 'not-found' }) : ok(draft);
      },
    }),
    staffRoute({
      method: 'GET',
      path: '/packs/drafts/:draftId/difference',
      action: 'packs.review',
      params: draftParamsSchema,
      reply: draftDifferenceSchema,
      handle: ({ params }) => compareDraft(dependencies, params.draftId),
    }),
  ];
}

function historyRoute({ database, staffNames }: DraftDependencies): StaffRoute {
  return staffRoute({
    method: 'GET',
    path: '/packs/:packId/history',
    action: 'packs.read',
    params: packParamsSchema,
    reply: packHistorySchema,
    handle: async ({ params }) => {
      const drafts = await listDraftsOf(database.reads(), params.packId);
      return ok({ history: await loadHistory(database.reads<AuditTables>(), staffNames, [params.packId, ...drafts]) });
    },
  });
}

function previewRoutes(dependencies: DraftDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'GET',
      path: '/packs/drafts/:draftId/preview',
      action: 'packs.review',
      params: draftParamsSchema,
      reply: draftPreviewSchema,
      handle: ({ params }) => loadPreview(dependencies, params.draftId),
    }),
    staffDownload({
      path: '/packs/drafts/:draftId/files/*',
      action: 'packs.review',
      params: draftFileParamsSchema,
      handle: ({ params }) => findPreviewFile(dependencies, params.draftId, params['*']),
    }),
  ];
}

type Act = (call: StaffCall<typeof draftParamsSchema, undefined, undefined>) => Promise<Result<void, RouteFailure>>;

/** A write about one draft that takes nothing but its id. */
function act(method: 'POST' | 'DELETE', name: string, action: string, handle: Act): StaffRoute {
  return staffRoute({
    method,
    path: `/packs/drafts/:draftId${name}`,
    action,
    params: draftParamsSchema,
    reply: doneSchema,
    handle: async (call) => done(await handle(call)),
  });
}

function actRoutes(dependencies: DraftDependencies): readonly StaffRoute[] {
  const { work } = dependencies;
  return [
    act('POST', '/check', 'packs.draft', ({ staff, params }) => recheckDraft(dependencies, staff, params.draftId)),
    act('POST', '/cancel', 'packs.draft', async ({ params }) =>
      work.cancel(params.draftId) ? ok(undefined) : fail({ code: 'draft-stage' }),
    ),
    act('POST', '/submit', 'packs.draft', ({ staff, params }) => submitDraft(dependencies, staff, params.draftId)),
    act('POST', '/unsubmit', 'packs.draft', ({ staff, params }) => unsubmitDraft(dependencies, staff, params.draftId)),
    act('DELETE', '', 'packs.draft', ({ staff, params }) => discardDraft(dependencies, staff, params.draftId)),
    staffRoute({
      method: 'POST',
      path: '/packs/:packId/editions/:version/restore',
      action: 'packs.draft',
      params: editionParamsSchema,
      reply: draftIdReplySchema,
      handle: ({ staff, params, now }) => restoreEdition(dependencies, staff, params.packId, params.version, now),
    }),
  ];
}

function decideRoutes(dependencies: DraftDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'POST',
      path: '/packs/drafts/:draftId/approve',
      action: 'packs.approve',
      params: draftParamsSchema,
      body: approveDraftSchema,
      reply: doneSchema,
      handle: async ({ staff, params, body }) =>
        done(await approveDraft(dependencies, staff, params.draftId, body.manifestSha256)),
    }),
    staffRoute({
      method: 'POST',
      path: '/packs/drafts/:draftId/return',
      action: 'packs.approve',
      params: draftParamsSchema,
      body: returnDraftSchema,
      reply: doneSchema,
      handle: async ({ staff, params, body }) =>
        done(await returnDraft(dependencies, staff, params.draftId, body.reason)),
    }),
  ];
}

function done(result: Result<unknown, RouteFailure>): Result<{ done: true }, RouteFailure> {
  return result.ok ? ok({ done: true }) : result;
}
