/** Every failure that leaves the family service: its status. The sentences are the page's, in its language. */
export const familyErrors = {
  'invalid-request': 400,
  'not-signed-in': 401,
  'sign-in-refused': 401,
  'link-refused': 401,
  'origin-refused': 403,
  'not-found': 404,
  'code-unknown': 404,
  'slow-request': 408,
  'name-taken': 409,
  'already-yours': 409,
  'contact-not-active': 409,
  'message-exists': 409,
  'code-used': 410,
  'code-expired': 410,
  'too-large': 413,
  'address-too-long': 414,
  'type-refused': 415,
  wait: 429,
  'too-many-tries': 429,
  'headers-too-large': 431,
  internal: 500,
  busy: 503,
  'storage-full': 507,
} as const satisfies Readonly<Record<string, number>>;

export type FamilyErrorCode = keyof typeof familyErrors;

/** What a route gives back when it does not do what was asked. `retryAfter` in milliseconds. */
export type FamilyFailure = { readonly code: FamilyErrorCode; readonly retryAfter?: number };

/** https://www.sqlite.org/rescode.html */
const SQLITE_FULL = 13;

/** The failure that an error of Fastify, or any other, is told as; `unexpected` ones are a bug and are logged. */
export function describeFamilyError(error: unknown): { readonly failure: FamilyFailure; readonly unexpected: boolean } {
  const { code, statusCode, errcode } = error as Readonly<Record<'code' | 'statusCode' | 'errcode', unknown>>;
  if (errcode === SQLITE_FULL) return { failure: { code: 'storage-full' }, unexpected: true };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return expected('too-large');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return expected('type-refused');
  if (statusCode === 429) return expected('too-many-tries');
  if (statusCode === 404) return expected('not-found');
  if (statusCode === 414) return expected('address-too-long');
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return expected('invalid-request');
  return { failure: { code: 'internal' }, unexpected: true };
}

function expected(code: FamilyErrorCode): { readonly failure: FamilyFailure; readonly unexpected: false } {
  return { failure: { code }, unexpected: false };
}
