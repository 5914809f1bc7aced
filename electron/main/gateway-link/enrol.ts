import { X509Certificate } from 'node:crypto';
import { enrolReplySchema, parseCode, type EnrolFailure, type EnrolReply } from '#protocol/enrolment/schema.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { knownCode } from './known-code.ts';
import { readAnswer } from './read-answer.ts';
import type { GatewayRequester } from './request.ts';
import type { TabletCredential } from './tablet-credential.ts';

const MAX_REPLY_BYTES = 64 * 1024;
const CODES = ['code-unknown', 'code-used', 'code-expired', 'too-many-tries', 'reply-invalid'] as const;

/**
 * Enrols this tablet with the code staff read out. Keeps what the gateway gave before saying yes.
 * Takes the code as typed; returns the reply, or why not.
 */
export async function enrol(
  requester: GatewayRequester,
  credential: TabletCredential,
  typed: string,
  appVersion: string,
): Promise<Result<EnrolReply, EnrolFailure>> {
  if (credential.enrolment() !== undefined) return fail({ code: 'already-enrolled' });
  const code = parseCode(typed);
  if (code === undefined) return fail({ code: 'code-unknown' });
  const body = { code, publicKey: credential.publicKey(), appVersion };
  const sent = await requester({ method: 'POST', path: '/tablet/enrol', body, maxBytes: MAX_REPLY_BYTES });
  if (!sent.ok) return fail({ code: sent.error.code === 'too-large' ? 'reply-invalid' : 'unreachable' });
  const reply = readAnswer(sent.value, enrolReplySchema);
  if (!reply.ok) return fail({ code: knownCode(CODES, reply.error, 'unreachable') });
  if (!isForOurKey(reply.value.certificate, credential.publicKey())) return fail({ code: 'reply-invalid' });
  const { packKeys: _forBrowsersOnly, packRoots: _norThese, ...enrolment } = reply.value;
  credential.keep(enrolment);
  return ok(reply.value);
}

/** A certificate for another key would lock this tablet out for good, so it is not kept. */
function isForOurKey(certificate: string | undefined, publicKey: string): boolean {
  if (certificate === undefined) return false;
  try {
    const spki = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
    return spki.toString('base64url') === publicKey;
  } catch {
    return false;
  }
}
