import { z } from 'zod/mini';
import { createChunkTaker, pieceLength, type WantedPiece } from '#protocol/packs/take-chunks.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { answerFailureCode } from './fetch-manifest.ts';
import { readAnswer } from './read-answer.ts';
import type { ClientCredential, GatewayRequester } from './request.ts';
import { sha256Hex } from './verify-with-node.ts';

export type FetchPieceFailure = { readonly code: 'unreachable' | 'revoked' | 'not-found' | 'file-refused' | 'busy' };

/**
 * Fetches a piece of a big file, judging each chunk while it streams (PACK-13). A cut line gives the chunks that were
 * whole; a wrong chunk refuses the piece at once, because somebody changed something on the way.
 */
export async function fetchPiece(
  requester: GatewayRequester,
  client: ClientCredential,
  wanted: WantedPiece & { readonly sha256: string },
): Promise<Result<Uint8Array<ArrayBuffer>, FetchPieceFailure>> {
  const length = pieceLength(wanted);
  if (length === 0) return fail({ code: 'file-refused' });
  const taker = createChunkTaker(wanted, sha256Hex);
  const errorBody: Buffer[] = [];
  const judged = { wrong: false };
  const onPiece = async (piece: Buffer, status: number): Promise<void> => {
    // A sender that knows no ranges answers 200 from the file's start, which is the piece only where it begins there.
    if (status !== 206 && !(status === 200 && wanted.from === 0)) errorBody.push(piece);
    else judged.wrong ||= !(await taker.take(piece));
    if (judged.wrong) throw new Error('wrong');
  };
  const range = { from: wanted.from, to: wanted.from + length - 1 };
  const call = { method: 'GET', path: `/tablet/blobs/${wanted.sha256}`, range, maxBytes: length, onPiece } as const;
  const sent = await requester(call, client);
  if (judged.wrong || (!sent.ok && sent.error.code === 'too-large')) return fail({ code: 'file-refused' });
  if (sent.ok && sent.value.status !== 200 && sent.value.status !== 206) {
    const answer = readAnswer({ status: sent.value.status, body: Buffer.concat(errorBody) }, z.never());
    return fail({ code: answer.ok ? 'file-refused' : answerFailureCode(answer.error) });
  }
  const taken = taker.taken();
  return taken.length === 0 ? fail({ code: 'unreachable' }) : ok(taken);
}
