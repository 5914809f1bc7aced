import { appealAnswers, nextAppealState, type AppealAnswer, type AppealRecord } from '#protocol/messaging/appeal.ts';
import { stopReasons } from '#protocol/messaging/reasons.ts';
import { nextMessageState } from '#protocol/messaging/rules.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { ModerationActor } from '../moderation/decide.ts';
import { effectsOf, type MessageEffect } from '../moderation/effects.ts';
import type { ModeratedMessage } from '../moderation/moderated-message.ts';

/** An answer with the hash of what was read. `remark` is read by the writer. */
export type AnswerRequest = { readonly answer: AppealAnswer; readonly remark: string | null; readonly bodySha256: string };

/**
 * `appeal-answered`: nobody waits for an answer (any more). `own-stop`: they stopped it, asked to, or agreed; somebody
 * else answers. `reason-not-fixable`: the writer cannot mend it. The others as in `decide`.
 */
export type AnswerFault = { readonly code: 'appeal-answered' | 'own-stop' | 'knows-them' | 'text-changed' | 'reason-not-fixable' };

/** An appeal answered: both records after it, what the audit calls it, and what must follow. */
export type Answered = {
  readonly appeal: AppealRecord;
  readonly message: ModeratedMessage;
  readonly action: 'uphold' | 'overturn';
  readonly effects: readonly MessageEffect[];
};

/** The two records and who had a part in the stop (staff ids): what an answer is judged by. */
export type AppealCase = { readonly appeal: AppealRecord; readonly message: ModeratedMessage; readonly stoppers: readonly string[] };

/**
 * Answers an appeal. Pure; `now` is the gateway's clock in milliseconds. Upheld, the message stays stopped for the
 * same reason; overturned, it is released, and the reason is gone from it.
 */
export function answerAppeal(the: AppealCase, request: AnswerRequest, actor: ModerationActor, now: number): Result<Answered, AnswerFault> {
  const fault = findFault(the, request, actor);
  if (fault !== null) return fail({ code: fault });
  const action = appealAnswers[request.answer] === 'upheld' ? 'uphold' : 'overturn';
  const state = nextAppealState(the.appeal.state, action);
  const message = action === 'uphold' ? ok(the.message) : release(the.message, now);
  if (!state.ok || !message.ok) return fail({ code: 'appeal-answered' });
  const { answer, remark } = request;
  const appeal = { ...the.appeal, state: state.value, answeredAt: now, answer, remark };
  return ok({ appeal, message: message.value, action, effects: effectsOf(the.message, message.value) });
}

function findFault({ appeal, message, stoppers }: AppealCase, request: AnswerRequest, actor: ModerationActor): AnswerFault['code'] | null {
  if (appeal.state !== 'asked' || message.state !== 'stopped') return 'appeal-answered';
  if (stoppers.includes(actor.staffId)) return 'own-stop';
  if (actor.knows.includes(message.contactId) || actor.knows.includes(message.personId)) return 'knows-them';
  if (request.bodySha256 !== message.bodySha256) return 'text-changed';
  const mayMend = message.reason !== null && stopReasons[message.reason].fixable;
  return request.answer === 'can-be-mended' && !mayMend ? 'reason-not-fixable' : null;
}

function release(message: ModeratedMessage, now: number): Result<ModeratedMessage, { readonly code: 'move-not-allowed' }> {
  const next = nextMessageState(message.state, 'overturn');
  if (!next.ok) return next;
  const history = [...message.history, { state: next.value, at: now }];
  return ok({ ...message, state: next.value, history, reason: null, remark: null });
}
