import { fail, ok } from '#protocol/result.ts';
import { doneSchema } from '../../http/staff-api.ts';
import { type StaffRoute, staffDownload, staffRoute, staffUpload } from '../../http/staff-route.ts';
import { type ChangeDependencies, changeDraft, OPEN } from './change-draft.ts';
import { draftFolder } from './draft-folder.ts';
import { findDraft } from './draft-rows.ts';
import { openPackYaml } from './pack-yaml.ts';
import { describePicture, findSourceFile, listSourceFiles, replaceSourceFile } from './source-files.ts';
import {
  changeDraftSchema,
  draftParamsSchema,
  MAX_REPLACEMENT_BYTES,
  pictureWordsSchema,
  sourceFilesSchema,
  sourceQuerySchema,
} from './staff-api.ts';

/** What a teacher puts right in a draft: its description, a picture's words, one file. */
export function createSourceRoutes(dependencies: ChangeDependencies): readonly StaffRoute[] {
  return [...fileRoutes(dependencies), replaceRoute(dependencies), ...formRoutes(dependencies)];
}

function fileRoutes(dependencies: ChangeDependencies): readonly StaffRoute[] {
  const { database, dataFolder } = dependencies;
  return [
    staffRoute({
      method: 'GET',
      path: '/packs/drafts/:draftId/sources',
      action: 'packs.draft',
      params: draftParamsSchema,
      reply: sourceFilesSchema,
      handle: async ({ params }) => {
        const row = await findDraft(database.reads(), params.draftId, OPEN);
        if (!row.ok) return row;
        return ok({ files: await listSourceFiles(draftFolder(dataFolder, params.draftId).source).catch(() => []) });
      },
    }),
    staffDownload({
      path: '/packs/drafts/:draftId/source',
      action: 'packs.draft',
      params: draftParamsSchema,
      query: sourceQuerySchema,
      handle: async ({ params, query }) => {
        const row = await findDraft(database.reads(), params.draftId, OPEN);
        return row.ok ? findSourceFile(draftFolder(dataFolder, params.draftId).source, query.path) : row;
      },
    }),
  ];
}

function replaceRoute(dependencies: ChangeDependencies): StaffRoute {
  return staffUpload({
    method: 'PUT',
    path: '/packs/drafts/:draftId/source',
    action: 'packs.draft',
    params: draftParamsSchema,
    query: sourceQuerySchema,
    reply: doneSchema,
    maxBytes: MAX_REPLACEMENT_BYTES,
    handle: async ({ staff, params, query, bytes }) => {
      const write = (source: string) => replaceSourceFile(source, query.path, bytes);
      const changed = await changeDraft(dependencies, staff, params.draftId, 'file', write);
      return changed.ok ? ok({ done: true }) : changed;
    },
  });
}

function formRoutes(dependencies: ChangeDependencies): readonly StaffRoute[] {
  return [
    staffRoute({
      method: 'PATCH',
      path: '/packs/drafts/:draftId',
      action: 'packs.draft',
      params: draftParamsSchema,
      body: changeDraftSchema,
      reply: doneSchema,
      handle: async ({ staff, params, body }) => {
        const changed = await changeDraft(dependencies, staff, params.draftId, 'description', async (source) => {
          const yaml = await openPackYaml(source);
          if (yaml === undefined) return fail({ code: 'draft-file' });
          await yaml.change(body);
          return ok(undefined);
        });
        return changed.ok ? ok({ done: true }) : changed;
      },
    }),
    staffRoute({
      method: 'POST',
      path: '/packs/drafts/:draftId/picture-words',
      action: 'packs.draft',
      params: draftParamsSchema,
      body: pictureWordsSchema,
      reply: doneSchema,
      handle: async ({ staff, params, body }) => {
        const write = (source: string) => describePicture(source, body);
        const changed = await changeDraft(dependencies, staff, params.draftId, 'picture', write);
        return changed.ok ? ok({ done: true }) : changed;
      },
    }),
  ];
}
