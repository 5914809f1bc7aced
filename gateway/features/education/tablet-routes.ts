import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { z } from 'zod/mini';
import { packIdSchema, sha256Schema } from '#protocol/ids.ts';
import type { ReleaseReply } from '#protocol/packs/release.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { RouteFailure } from '../../http/error-replies.ts';
import { parseRange } from '../../http/parse-range.ts';
import { SENT, tabletRoute, type TabletRoute } from '../../http/tablet-route.ts';
import type { ReleaseList } from '../../packs/release-list.ts';
import { loadRolesAfter, loadStandingRoles } from '../../packs/roles-documents.ts';
import type { PackTables } from '../../packs/tables.ts';
import { type BlobsDependencies, createBlobsRoute } from './blobs-route.ts';
import { isReleasedTo, mayFetchFile } from './releases.ts';

export type EducationTabletDependencies = BlobsDependencies & { readonly releaseList: ReleaseList };

/** What a tablet fetches of the packs it was told to have. A pack it was not told of is as if it did not exist. */
export function createEducationTabletRoutes(dependencies: EducationTabletDependencies): readonly TabletRoute[] {
  return [
    releaseRoute(dependencies),
    manifestRoute(dependencies),
    blobRoute(dependencies),
    createBlobsRoute(dependencies),
  ];
}

const releaseQuerySchema = z.object({
  roles: z.optional(z.coerce.number().check(z.int(), z.gte(0))),
  serial: z.optional(z.coerce.number().check(z.int(), z.gte(0))),
});

/**
 * Roles documents and the signed release list, as far as the tablet does not have them (PACK-17). A gateway without a
 * roles document has none to give: nobody could believe it.
 */
function releaseRoute({ database, releaseList }: EducationTabletDependencies): TabletRoute {
  return tabletRoute({
    method: 'GET',
    path: '/release',
    handle: async ({ request }): Promise<Result<ReleaseReply, RouteFailure>> => {
      const query = releaseQuerySchema.safeParse(request.query);
      if (!query.success) return fail({ code: 'invalid-request' });
      if ((await loadStandingRoles(database.reads())) === undefined) return fail({ code: 'not-found' });
      const roles = await loadRolesAfter(database.reads(), query.data.roles ?? 0);
      const { serial, document, signatures } = await releaseList.current();
      // With new roles the list goes along whatever its serial: the tablet may have to forget the one it knew (ROLE-6).
      const known = roles.length === 0 && query.data.serial === serial;
      return ok({ roles, release: known ? null : { document, signatures } });
    },
  });
}

function manifestRoute({ database }: EducationTabletDependencies): TabletRoute {
  return tabletRoute({
    method: 'GET',
    path: '/packs/:packId/:version/manifest',
    params: z.object({ packId: packIdSchema, version: z.coerce.number().check(z.int(), z.gte(1)) }),
    handle: async ({ tablet, params: { packId, version } }) => {
      if (!(await isReleasedTo(database.reads(), tablet.tabletId, packId, version))) return fail({ code: 'not-found' });
      const row = await database
        .reads<PackTables>()
        .selectFrom('pack_editions')
        .select(['manifest', 'signatures'])
        .where('pack_id', '=', packId)
        .where('version', '=', version)
        .executeTakeFirst();
      // As text, because the signature is over these very bytes.
      return row === undefined ? fail({ code: 'not-found' }) : ok(row);
    },
  });
}

function blobRoute({ database, blobs }: EducationTabletDependencies): TabletRoute {
  return tabletRoute({
    method: 'GET',
    path: '/blobs/:sha256',
    params: z.object({ sha256: sha256Schema }),
    handle: async ({ tablet, params: { sha256 }, request, reply }) => {
      if (!(await mayFetchFile(database.reads(), tablet.tabletId, sha256))) return fail({ code: 'not-found' });
      const path = blobs.pathOf(sha256);
      const size = (await stat(path).catch(() => undefined))?.size;
      if (size === undefined) return fail({ code: 'not-found' });
      const range = parseRange(request.headers.range, size);
      if (range === 'unsatisfiable') {
        reply.header('content-range', `bytes */${String(size)}`);
        return fail({ code: 'range-refused' });
      }
      const { from, to } = range ?? { from: 0, to: size - 1 };
      reply.headers({
        'content-type': 'application/octet-stream',
        'accept-ranges': 'bytes',
        'content-length': String(size === 0 ? 0 : to - from + 1),
        etag: `"${sha256}"`,
      });
      if (range !== undefined)
        reply.code(206).header('content-range', `bytes ${String(from)}-${String(to)}/${String(size)}`);
      await reply.send(size === 0 ? '' : createReadStream(path, { start: from, end: to }));
      return ok(SENT);
    },
  });
}
