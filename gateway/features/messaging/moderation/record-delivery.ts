import { nextMessageState } from '#protocol/messaging/rules.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { effectsOf, type MessageEffect } from './effects.ts';
import type { ModeratedMessage } from './moderated-message.ts';

/**
 * A released message reached its reader (`receipt`) or never will (`failure`). `at` in milliseconds. Fails with
 * `move-not-allowed` when it is not on its way: a second receipt has no effect.
 */
export function recordDelivery(
  message: ModeratedMessage,
  outcome: 'receipt' | 'failure',
  at: number,
): Result<
  { readonly message: ModeratedMessage; readonly effects: readonly MessageEffect[] },
  { readonly code: 'move-not-allowed' }
> {
  const next = nextMessageState(message.state, outcome);
  if (!next.ok) return fail(next.error);
  const after = { ...message, state: next.value, history: [...message.history, { state: next.value, at }] };
  return ok({ message: after, effects: effectsOf(message, after) });
}
