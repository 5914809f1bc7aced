import type { BlobsRequest } from '#protocol/packs/blob-frames.ts';
import { createBatchTaker, mostBytesOf, type Unpack } from '#protocol/packs/take-batch.ts';
import { fail, ok } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import { fetchFailure } from './fetch-failure.ts';
import type { GatewayDoor } from './gateway-door.ts';
import { sha256Hex } from './web-digests.ts';

type Wanted = Parameters<ShellPort['fetchFiles']>[0]['files'];

/** As the kiosk's main process does: many files in one answer, each unpacked and judged before it counts (MOVE-2). */
export async function fetchBrowserFiles(door: GatewayDoor, wanted: Wanted): ReturnType<ShellPort['fetchFiles']> {
  // Loaded when something was packed: a tablet that fetches nothing needs no unpacker.
  const unpack: Unpack = async (frame, dictionary) => (await import('./unpack-zstd.ts')).unpackZstd(frame, dictionary);
  const taker = createBatchTaker(wanted, unpack, sha256Hex);
  const body: BlobsRequest = { files: wanted.map(({ sha256, base }) => ({ sha256, ...(base === undefined ? {} : { base: base.sha256 }) })) };
  const sent = await door.postForBytes('/tablet/blobs', body, mostBytesOf(wanted), taker.take);
  if (sent.ok && !sent.value) return fail({ code: 'file-refused' });
  if (!sent.ok && sent.error.status !== 0) {
    const { status, code, retryAfter } = sent.error;
    const busy = code === 'busy' || status === 503 || status === 429;
    return fail({ code: busy ? 'busy' : fetchFailure(sent.error), ...(retryAfter === undefined ? {} : { waitFor: retryAfter }) });
  }
  const { files, received, rest, absent } = taker.taken();
  if (files.length === 0) return fail({ code: absent > 0 ? 'not-found' : 'unreachable' });
  return ok({ files, received, rest, source: 'network' });
}
