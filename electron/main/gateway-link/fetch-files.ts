import { z } from 'zod/mini';
import type { BlobsRequest } from '#protocol/packs/blob-frames.ts';
import { createBatchTaker, mostBytesOf, type TakenBatch, type WantedFile } from '#protocol/packs/take-batch.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { answerFailureCode } from './fetch-manifest.ts';
import { readAnswer } from './read-answer.ts';
import type { ClientCredential, GatewayRequester } from './request.ts';
import { unpackZstd } from './unpack-zstd.ts';
import { sha256Hex } from './verify-with-node.ts';

export type FetchFilesFailure = {
  readonly code: 'unreachable' | 'revoked' | 'not-found' | 'file-refused' | 'busy';
  readonly waitFor?: number;
};

/**
 * Fetches a batch (MOVE-2). A cut line gives what came before the cut; one wrong file refuses the batch, because
 * somebody changed something on the way.
 */
export async function fetchFiles(
  requester: GatewayRequester,
  client: ClientCredential,
  wanted: readonly WantedFile[],
): Promise<Result<TakenBatch, FetchFilesFailure>> {
  const taker = createBatchTaker(wanted, unpackZstd, sha256Hex);
  const errorBody: Buffer[] = [];
  const judged = { wrong: false };
  const onPiece = async (piece: Buffer, status: number): Promise<void> => {
    if (status !== 200) errorBody.push(piece);
    else judged.wrong ||= !(await taker.take(piece));
    if (judged.wrong) throw new Error('wrong');
  };
  const body: BlobsRequest = {
    files: wanted.map(({ sha256, base }) => ({ sha256, ...(base === undefined ? {} : { base: base.sha256 }) })),
  };
  const call = { method: 'POST', path: '/tablet/blobs', body, maxBytes: mostBytesOf(wanted), onPiece } as const;
  const sent = await requester(call, client);
  if (judged.wrong || (!sent.ok && sent.error.code === 'too-large')) return fail({ code: 'file-refused' });
  if (sent.ok && sent.value.status !== 200) return fail(refusalOf(sent.value.status, Buffer.concat(errorBody)));
  const taken = taker.taken();
  if (taken.files.length === 0) return fail({ code: taken.absent > 0 ? 'not-found' : 'unreachable' });
  return ok(taken);
}

function refusalOf(status: number, body: Buffer): FetchFilesFailure {
  const answer = readAnswer({ status, body }, z.never());
  if (answer.ok) return { code: 'unreachable' };
  const { code, retryAfter } = answer.error;
  if (code !== 'busy' && status !== 503 && status !== 429) return { code: answerFailureCode(answer.error) };
  return { code: 'busy', ...(retryAfter === undefined ? {} : { waitFor: retryAfter }) };
}
