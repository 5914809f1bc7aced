import { stopReasons, type EscalationDesk, type StopReason } from '#protocol/messaging/reasons.ts';
import { nextMessageState, type MessageEvent } from '#protocol/messaging/rules.ts';
import { fail, neverReached, ok, type Result } from '#protocol/result.ts';
import { effectsOf, type MessageEffect } from './effects.ts';
import type { ModeratedMessage } from './moderated-message.ts';

/** What a member of staff may decide. There is no "other" reason: free text alone never suffices (domain.md 3.3). */
export type Decision =
  | { readonly kind: 'release' }
  | { readonly kind: 'stop'; readonly reason: StopReason; readonly remark: string | null }
  | { readonly kind: 'return'; readonly reason: StopReason; readonly remark: string | null }
  | { readonly kind: 'escalate'; readonly desk: EscalationDesk }
  | { readonly kind: 'recall' };

/** Who decides. `desks`: the desks they sit at. `knows`: contacts and prisoners they know privately. */
export type ModerationActor = {
  readonly staffId: string;
  readonly desks: readonly EscalationDesk[];
  readonly knows: readonly string[];
};

/** A decision with what was read when it was taken. */
export type DecisionRequest = { readonly decision: Decision; readonly bodySha256: string };

/**
 * `not-held`: somebody decided before. `claim-needed`: claim it first. `claimed-by-other`, `claim-expired`: claim
 * again. `text-changed`: read again. `knows-them`: give it to a colleague. `desk-needed`: it was passed to a desk.
 * `second-person-needed`: the one who proposed cannot also agree. `proposal-stands`: a colleague proposed a stop:
 * agree or pass it on. `reason-not-fixable`: stop it instead. `too-late`: it may already be outside.
 * `own-stop`: a colleague overturned their stop of it (`isOverruled`).
 */
export type DecisionFault = {
  readonly code:
    | 'not-held'
    | 'claim-needed'
    | 'claimed-by-other'
    | 'claim-expired'
    | 'text-changed'
    | 'knows-them'
    | 'desk-needed'
    | 'second-person-needed'
    | 'proposal-stands'
    | 'reason-not-fixable'
    | 'too-late'
    | 'own-stop';
};

/** A decision carried out: the message after it, what must follow, and what the audit calls it. */
export type Decided = {
  readonly message: ModeratedMessage;
  readonly action: 'release' | 'stop' | 'propose-stop' | 'return' | 'escalate' | 'recall';
  readonly effects: readonly MessageEffect[];
};

/**
 * The most consequential function of the product: what becomes of a message. Pure; `now` is the gateway's clock in
 * milliseconds. Returns the message after the decision with its effects, or why the decision cannot be taken.
 */
export function decide(
  message: ModeratedMessage,
  request: DecisionRequest,
  actor: ModerationActor,
  now: number,
): Result<Decided, DecisionFault> {
  const fault = findFault(message, request, actor, now);
  if (fault !== null) return fail({ code: fault });
  const after = carryOut(message, request.decision, actor, now);
  if (!after.ok) return after;
  return ok({ ...after.value, effects: effectsOf(message, after.value.message) });
}

function findFault(
  message: ModeratedMessage,
  { decision, bodySha256 }: DecisionRequest,
  actor: ModerationActor,
  now: number,
): DecisionFault['code'] | null {
  if (actor.knows.includes(message.contactId) || actor.knows.includes(message.personId)) return 'knows-them';
  if (bodySha256 !== message.bodySha256) return 'text-changed';
  if (decision.kind === 'recall') return recallFault(message);
  if (message.state !== 'held') return 'not-held';
  if (message.claim === null) return 'claim-needed';
  if (message.claim.staffId !== actor.staffId) return message.claim.until > now ? 'claimed-by-other' : 'claim-needed';
  if (message.claim.until <= now) return 'claim-expired';
  if (message.desk !== null && !actor.desks.includes(message.desk)) return 'desk-needed';
  return proposalFault(message, decision, actor);
}

/** Once the first attempt to hand it over began, nobody can know that it is not outside (or on a tablet and read). */
function recallFault(message: ModeratedMessage): DecisionFault['code'] | null {
  if (message.state === 'delivered' || message.handedOverAt !== null || message.readAt !== null) return 'too-late';
  return message.state === 'released' ? null : 'not-held';
}

/** Two people must agree on some reasons; while one waits for the other, a third way is only to pass it on. */
function proposalFault(
  message: ModeratedMessage,
  decision: Decision,
  actor: ModerationActor,
): DecisionFault['code'] | null {
  if (decision.kind === 'return' && !stopReasons[decision.reason].fixable) return 'reason-not-fixable';
  const { proposal } = message;
  if (proposal === null || decision.kind === 'escalate') return null;
  if (proposal.staffId === actor.staffId) {
    return decision.kind === 'stop' && decision.reason === proposal.reason ? 'second-person-needed' : null;
  }
  return decision.kind === 'stop' && decision.reason === proposal.reason ? null : 'proposal-stands';
}

function carryOut(
  message: ModeratedMessage,
  decision: Decision,
  actor: ModerationActor,
  now: number,
): Result<Omit<Decided, 'effects'>, DecisionFault> {
  const settled = { claim: null, proposal: null, desk: null, heldFor: null };
  switch (decision.kind) {
    case 'release':
      return move(message, 'release', now, { ...settled, reason: null, remark: null });
    case 'stop':
      if (stopReasons[decision.reason].seconded && message.proposal?.reason !== decision.reason) {
        return proposeStop(message, decision.reason, actor, now);
      }
      return move(message, 'stop', now, { ...settled, reason: decision.reason, remark: decision.remark });
    case 'return':
      return move(message, 'return', now, { ...settled, reason: decision.reason, remark: decision.remark });
    case 'escalate':
      // Safer custody and the other desks look beside the clock: the message stays held, claimed by nobody.
      return ok({ message: { ...message, desk: decision.desk, claim: null, proposal: null }, action: 'escalate' });
    case 'recall':
      return move(message, 'recall', now, { heldFor: 'recalled' });
    default:
      return neverReached(decision);
  }
}

/** Keeps the message held and frees it, so that a second person can claim it and agree. */
function proposeStop(
  message: ModeratedMessage,
  reason: StopReason,
  actor: ModerationActor,
  now: number,
): Result<Omit<Decided, 'effects'>, never> {
  const proposal = { reason, staffId: actor.staffId, at: now };
  return ok({ message: { ...message, claim: null, proposal }, action: 'propose-stop' });
}

function move(
  message: ModeratedMessage,
  event: MessageEvent & Decided['action'],
  now: number,
  fields: Partial<ModeratedMessage>,
): Result<Omit<Decided, 'effects'>, DecisionFault> {
  const next = nextMessageState(message.state, event);
  if (!next.ok) return fail({ code: 'not-held' });
  const history = [...message.history, { state: next.value, at: now }];
  return ok({ message: { ...message, ...fields, state: next.value, history }, action: event });
}
