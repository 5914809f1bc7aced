import { createHash } from 'node:crypto';
import type { MessageId, PersonId } from '#protocol/ids.ts';
import { checkDraft, nextMessageState } from '#protocol/messaging/rules.ts';
import type { MessagePolicy } from '#protocol/messaging/schema.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
import { screenBody } from '../../screening/screen-body.ts';
import { contactOfRow } from './message-rows.ts';
import { effectsOf } from './moderation/effects.ts';
import { judgeIntake, type DatedPolicy } from './moderation/judge-intake.ts';
import { moderateMessage, type ModeratedMessage } from './moderation/moderated-message.ts';
import { isMonitored, nextReceivedAt, policyInForce, sentInSevenDays } from './queries.ts';
import { saveMove } from './save-move.ts';
import type { ContactRow, MessagingTables } from './tables.ts';

/** A message at the gateway's door, from either side. `ownNumber`: the prisoner's number, which is no flag in their own text. */
export type Arrival = {
  readonly messageId: MessageId;
  readonly personId: PersonId;
  readonly contact: ContactRow;
  readonly direction: 'out' | 'in';
  readonly body: string;
  readonly writtenAt: number;
  readonly receipt: string | null;
  readonly ownNumber: string | null;
  /** A random number from 0 to below 1, for the policy's sample. */
  readonly chance: number;
};

/** Nothing of a privileged message is kept; a refusal by rule is kept as a message in state `refused`. */
export type IntakeFault = { readonly code: 'contact-privileged' };

/**
 * Takes a message in: the draft rules once more with the gateway's facts, flags, and the policy in force. Stores it
 * `held`, `released` (by that version of the policy) or `refused`, with audit and changes, in the caller's job.
 * Returns the stored message. The caller has made sure that the id is new.
 */
export async function takeIn(tx: GatewayTransaction, arrival: Arrival): Promise<Result<ModeratedMessage, IntakeFault>> {
  const tables = tx.tables<MessagingTables>();
  const policy = await policyInForce(tables, tx.now);
  const contact = contactOfRow(arrival.contact);
  const draft = checkDraft(arrival.body, {
    contact,
    policy: limitsFor(arrival.direction, policy),
    sentThisWeek: arrival.direction === 'out' ? await sentInSevenDays(tables, arrival.personId, tx.now) : 0,
    now: tx.now,
  });
  const body = draft.ok ? draft.value : arrival.body;
  const flags = screenBody(body, arrival.direction === 'out' ? arrival.ownNumber : null);
  const receivedAt = await nextReceivedAt(tables, arrival, tx.now);
  const message = moderateMessage(contact, { ...arrival, body, bodySha256: sha256(body), receivedAt }, flags);
  if (message === undefined) return fail({ code: 'contact-privileged' });
  if (!draft.ok) return ok(await refuse(tx, message, draft.error.code));
  const monitored = await isMonitored(tables, arrival.personId, tx.now);
  const intake = judgeIntake(message, { policy, monitored, chance: arrival.chance, now: tx.now });
  await saveMove(tx, {
    before: undefined,
    after: intake.message,
    action: intake.outcome.kind === 'held' ? 'hold' : 'release',
    // Both are the policy's doing, recorded with its version as the actor, like a person's decision (ADR 0005).
    actor: { kind: 'policy', id: String(policy.version) },
    effects: effectsOf(undefined, intake.message),
  });
  return ok(intake.message);
}

/** The part of a dated policy that a person is told before they write. */
export function policyForPerson(policy: DatedPolicy): MessagePolicy {
  return { maxCharacters: policy.maxCharacters, perWeek: policy.perWeek, held: policy.holding.kind };
}

async function refuse(tx: GatewayTransaction, message: ModeratedMessage, code: string): Promise<ModeratedMessage> {
  const next = nextMessageState(message.state, 'refuse');
  if (!next.ok) throw new Error('A waiting message can be refused');
  const history = [...message.history, { state: next.value, at: tx.now }];
  const refused: ModeratedMessage = { ...message, state: next.value, refusal: code, history };
  await saveMove(tx, {
    before: undefined,
    after: refused,
    action: 'refuse',
    actor: { kind: 'policy', id: 'draft-rules' },
    effects: effectsOf(undefined, refused),
  });
  return refused;
}

/** Allowances are the prisoner's; a family's reply has only the length in common. */
function limitsFor(direction: 'out' | 'in', policy: DatedPolicy): MessagePolicy {
  const limits = policyForPerson(policy);
  return direction === 'out' ? limits : { ...limits, perWeek: null };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
