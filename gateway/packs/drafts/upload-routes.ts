import { ok } from '#protocol/result.ts';
import { doneSchema } from '../../http/staff-api.ts';
import { type StaffRoute, staffRoute, staffUpload } from '../../http/staff-route.ts';
import type { DraftWork } from './draft-work.ts';
import {
  draftParamsSchema,
  newUploadSchema,
  PART_BYTES,
  partParamsSchema,
  partQuerySchema,
  partReplySchema,
  uploadSchema,
} from './staff-api.ts';
import { appendPart, finishUpload, readUpload, startUpload, type UploadDependencies } from './uploads.ts';

/** How a teacher's files come in: announced, part by part from where each stands, and finished. */
export function createUploadRoutes(
  dependencies: UploadDependencies & { readonly work: DraftWork },
): readonly StaffRoute[] {
  return [...announceRoutes(dependencies), ...arriveRoutes(dependencies)];
}

function announceRoutes(dependencies: UploadDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'POST',
      path: '/packs/uploads',
      action: 'packs.draft',
      body: newUploadSchema,
      reply: uploadSchema,
      handle: ({ staff, body }) => startUpload(dependencies, staff, body),
    }),
    staffRoute({
      method: 'GET',
      path: '/packs/uploads/:draftId',
      action: 'packs.draft',
      params: draftParamsSchema,
      reply: uploadSchema,
      handle: ({ staff, params }) => readUpload(dependencies, staff, params.draftId),
    }),
  ];
}

function arriveRoutes(dependencies: UploadDependencies & { readonly work: DraftWork }): readonly StaffRoute[] {
  return [
    staffUpload({
      method: 'PATCH',
      path: '/packs/uploads/:draftId/:position',
      action: 'packs.draft',
      params: partParamsSchema,
      query: partQuerySchema,
      reply: partReplySchema,
      maxBytes: PART_BYTES,
      handle: ({ staff, params, query, bytes }) => appendPart(dependencies, staff, { ...params, ...query }, bytes),
    }),
    staffRoute({
      method: 'POST',
      path: '/packs/uploads/:draftId/done',
      action: 'packs.draft',
      params: draftParamsSchema,
      reply: doneSchema,
      handle: async ({ staff, params }) => {
        const finished = await finishUpload(dependencies, staff, params.draftId);
        if (!finished.ok) return finished;
        dependencies.work.take(params.draftId);
        return ok({ done: true });
      },
    }),
  ];
}
