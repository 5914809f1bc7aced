import { CommitFailure } from '../db/transaction.ts';
import type { RouteFailure } from './error-replies.ts';

/** Fastify's own codes for what a client got wrong, in our words. */
const CLIENT_ERRORS: Readonly<Record<string, RouteFailure['code']>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'type-refused',
  FST_ERR_CTP_EMPTY_TYPE: 'type-refused',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'json-unreadable',
  FST_ERR_CTP_INVALID_JSON_BODY: 'json-unreadable',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-request',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_MAX_LIMIT_PARAM: 'not-found',
};

/** Milliseconds a caller is asked to wait when the database cannot write just now. */
const WAIT_WHEN_BUSY = 5000;

/**
 * Turns whatever was thrown inside a route into a coded failure (ASVS 16.5.1: nothing of the inside leaves).
 * `unexpected` is true for bugs: those are logged whole, on this machine only.
 */
export function describeError(error: unknown): { readonly failure: RouteFailure; readonly unexpected: boolean } {
  if (error instanceof CommitFailure) {
    const full = error.code === 'disk-full';
    return {
      failure: full ? { code: 'storage-full' } : { code: 'busy', retryAfter: WAIT_WHEN_BUSY },
      unexpected: !full,
    };
  }
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return { failure: { code: 'storage-full' }, unexpected: false };
  const known = CLIENT_ERRORS[code];
  if (known !== undefined) return { failure: { code: known }, unexpected: false };
  const status = statusOf(error);
  if (status === 429) return { failure: { code: 'too-many-tries', retryAfter: 60_000 }, unexpected: false };
  // A file that is hidden, or a folder: to whoever asks, nothing is there.
  if (status === 403 || status === 404) return { failure: { code: 'not-found' }, unexpected: false };
  if (status >= 400 && status < 500) return { failure: { code: 'invalid-request' }, unexpected: false };
  return { failure: { code: 'internal' }, unexpected: true };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
}
