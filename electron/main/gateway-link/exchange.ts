import { fail, type Result } from '#protocol/result.ts';
import {
  exchangeReplySchema,
  type ExchangeFailure,
  type ExchangeReply,
  type ExchangeRequest,
} from '#protocol/sync/exchange.ts';
import { readAnswer } from './read-answer.ts';
import type { GatewayRequester } from './request.ts';
import type { TabletCredential } from './tablet-credential.ts';

/** Nine streams of at most 3 MB each (protocol/sync/change.ts), and the answers. */
const MAX_REPLY_BYTES = 32 * 1024 * 1024;

/** One push and pull. All failures but `revoked` and `not-enrolled` mean: keep everything, try again later. */
export async function exchange(
  requester: GatewayRequester,
  credential: TabletCredential,
  request: ExchangeRequest,
): Promise<Result<ExchangeReply, ExchangeFailure>> {
  const client = credential.client();
  if (client === undefined) return fail({ code: 'not-enrolled' });
  const sent = await requester(
    { method: 'POST', path: '/tablet/exchange', body: request, maxBytes: MAX_REPLY_BYTES },
    client,
  );
  if (!sent.ok) return fail({ code: sent.error.code === 'too-large' ? 'reply-invalid' : 'unreachable' });
  const reply = readAnswer(sent.value, exchangeReplySchema);
  if (reply.ok) return reply;
  const wait = reply.error.retryAfter === undefined ? {} : { retryAfter: reply.error.retryAfter };
  return fail({ code: failureCode(reply.error.status, reply.error.code), ...wait });
}

function failureCode(status: number, code: string): ExchangeFailure['code'] {
  if (code === 'revoked') return 'revoked';
  if (code === 'not-enrolled') return 'not-enrolled';
  if (code === 'reply-invalid') return 'reply-invalid';
  return status >= 500 || status === 429 || code === 'busy' ? 'busy' : 'refused';
}
