import {
  firstSignInReplySchema,
  parseCode,
  type FirstSignInFailure,
  type FirstSignInReply,
} from '#protocol/enrolment/schema.ts';
import { fail, type Result } from '#protocol/result.ts';
import { knownCode } from './known-code.ts';
import { readAnswer } from './read-answer.ts';
import type { GatewayRequester } from './request.ts';
import type { TabletCredential } from './tablet-credential.ts';

const MAX_REPLY_BYTES = 64 * 1024;
const CODES = [
  'person-unknown',
  'person-not-on-tablet',
  'code-unknown',
  'code-used',
  'code-expired',
  'too-many-tries',
  'revoked',
] as const;

/** Tells the gateway of a person's first sign-in here. Their PIN is not in it; a repeat with the same key counts once. */
export async function sendFirstSignIn(
  requester: GatewayRequester,
  credential: TabletCredential,
  request: { readonly prisonerNumber: string; readonly code: string; readonly publicKey: string },
): Promise<Result<FirstSignInReply, FirstSignInFailure>> {
  const client = credential.client();
  if (client === undefined) return fail({ code: 'not-enrolled' });
  const code = parseCode(request.code);
  if (code === undefined) return fail({ code: 'code-unknown' });
  const sent = await requester(
    { method: 'POST', path: '/tablet/first-sign-in', body: { ...request, code }, maxBytes: MAX_REPLY_BYTES },
    client,
  );
  if (!sent.ok) return fail({ code: sent.error.code === 'too-large' ? 'reply-invalid' : 'unreachable' });
  const reply = readAnswer(sent.value, firstSignInReplySchema);
  return reply.ok ? reply : fail({ code: knownCode(CODES, reply.error, 'unreachable') });
}
