import { fail, ok, type Result } from '#protocol/result.ts';
import type { ModerationActor } from './decide.ts';
import type { ModeratedMessage } from './moderated-message.ts';

/** How long a claim holds, in milliseconds. It then ends by itself, so that nothing is stuck with someone on leave. */
export const CLAIM_LEASE = 10 * 60_000;

/** `not-held`: decided meanwhile. `claimed-by-other`: someone is reading it now. The others as in `decide`. */
export type ClaimFault = { readonly code: 'not-held' | 'claimed-by-other' | 'knows-them' | 'desk-needed' };

/** Claims a held message for one member of staff, or renews their claim. `now` in milliseconds. */
export function claimMessage(
  message: ModeratedMessage,
  actor: ModerationActor,
  now: number,
): Result<ModeratedMessage, ClaimFault> {
  if (message.state !== 'held') return fail({ code: 'not-held' });
  if (actor.knows.includes(message.contactId) || actor.knows.includes(message.personId))
    return fail({ code: 'knows-them' });
  if (message.desk !== null && !actor.desks.includes(message.desk)) return fail({ code: 'desk-needed' });
  if (message.claim !== null && message.claim.staffId !== actor.staffId && message.claim.until > now) {
    return fail({ code: 'claimed-by-other' });
  }
  return ok({ ...message, claim: { staffId: actor.staffId, until: now + CLAIM_LEASE } });
}

/** Gives a claimed message back. Giving back what one does not hold changes nothing. */
export function releaseClaim(message: ModeratedMessage, actor: ModerationActor): ModeratedMessage {
  return message.claim?.staffId === actor.staffId ? { ...message, claim: null } : message;
}
