import { createChunkTaker, pieceLength } from '#protocol/packs/take-chunks.ts';
import { fail, ok } from '#protocol/result.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import { fetchFailure } from './fetch-failure.ts';
import type { GatewayDoor } from './gateway-door.ts';
import { sha256Hex } from './web-digests.ts';

/** As the kiosk's main process does: a piece of a big file, each chunk judged while it streams (PACK-13). */
export async function fetchBrowserPiece(door: GatewayDoor, wanted: Parameters<ShellPort['fetchPiece']>[0]): ReturnType<ShellPort['fetchPiece']> {
  const length = pieceLength(wanted);
  if (length === 0) return fail({ code: 'file-refused' });
  const taker = createChunkTaker(wanted, sha256Hex);
  const range = { from: wanted.from, to: wanted.from + length - 1 };
  const sent = await door.getRange(`/tablet/blobs/${wanted.sha256}`, range, taker.take);
  if (sent.ok && !sent.value) return fail({ code: 'file-refused' });
  if (!sent.ok && sent.error.status !== 0) return fail({ code: fetchFailure(sent.error) });
  const data = taker.taken();
  return data.length === 0 ? fail({ code: 'unreachable' }) : ok({ data, source: 'network' });
}
