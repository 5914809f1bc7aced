import { Readable } from 'node:stream';
import { stat } from 'node:fs/promises';
import {
  blobsRequestSchema,
  encodeFrameHead,
  FRAME_HEAD_BYTES,
  MAX_BATCH_BYTES,
  type BlobsRequest,
} from '#protocol/packs/blob-frames.ts';
import { fail, ok } from '#protocol/result.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import { SENT, tabletRoute, type TabletRoute } from '../../http/tablet-route.ts';
import type { BlobStore } from '../../packs/blob-store.ts';
import type { FairShare } from '../../packs/fair-share.ts';
import type { PackedFiles } from '../../packs/packed-files.ts';
import { filesFor } from './releases.ts';

export type BlobsDependencies = {
  readonly database: GatewayDatabase;
  readonly blobs: BlobStore;
  readonly packedFiles: PackedFiles;
  readonly fairShare: FairShare;
};

/** Room for 4,096 hashes, each with the file it came from. */
const BODY_LIMIT = 1024 * 1024;

/** Frames go to the line in pieces of at least this much: one small file at a time would be one packet at a time. */
const PIECE_BYTES = 256 * 1024;

/**
 * Many files in one answer, in the order asked (MOVE-2): on a line of 30 ms this is what makes thousands of small files
 * take seconds (content-packs.md 6.6). A file this tablet was not told to have is as if it were not there. The answer
 * ends after `MAX_BATCH_BYTES` of whole files; the tablet asks again for the rest.
 */
export function createBlobsRoute({ database, blobs, packedFiles, fairShare }: BlobsDependencies): TabletRoute {
  return tabletRoute({
    method: 'POST',
    path: '/blobs',
    body: blobsRequestSchema,
    bodyLimit: BODY_LIMIT,
    handle: async ({ tablet, body, reply }) => {
      const place = fairShare.take(tablet.tabletId);
      if (!place.ok) return fail(place.error);
      try {
        const named = body.files.flatMap((file) =>
          file.base === undefined ? [file.sha256] : [file.sha256, file.base],
        );
        const allowed = await filesFor(database.reads(), tablet.tabletId, named);
        reply.header('content-type', 'application/octet-stream');
        await reply.send(Readable.from(framesOf(body.files, allowed, { blobs, packedFiles }), { objectMode: false }));
        return ok(SENT);
      } finally {
        place.value();
      }
    },
  });
}

/** The answer, piece by piece; `allowed` are the files that this tablet may have. */
export async function* framesOf(
  files: BlobsRequest['files'],
  allowed: ReadonlySet<string>,
  { blobs, packedFiles }: Pick<BlobsDependencies, 'blobs' | 'packedFiles'>,
): AsyncGenerator<Uint8Array> {
  let sent = 0;
  let held: Uint8Array[] = [];
  let bytes = 0;
  for (const [index, { sha256, base }] of files.entries()) {
    const size = allowed.has(sha256) ? (await stat(blobs.pathOf(sha256)).catch(() => undefined))?.size : undefined;
    if (size !== undefined && sent + size > MAX_BATCH_BYTES) break;
    sent += size ?? 0;
    const from = base !== undefined && allowed.has(base) ? base : undefined;
    const file = size === undefined ? undefined : await packedFiles.read(sha256, from);
    held.push(encodeFrameHead(index, file?.encoding ?? 'absent', file?.bytes.length ?? 0));
    if (file !== undefined) held.push(file.bytes);
    bytes += FRAME_HEAD_BYTES + (file?.bytes.length ?? 0);
    if (bytes < PIECE_BYTES) continue;
    yield Buffer.concat(held);
    [held, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(held);
}
