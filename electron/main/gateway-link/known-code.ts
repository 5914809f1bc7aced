import type { AnswerFailure } from './read-answer.ts';

/**
 * The gateway's code where the caller knows it; `busyCode` while the gateway is busy; `reply-invalid` for anything
 * else, because a tablet may be older than its gateway.
 */
export function knownCode<Code extends string, Busy extends string>(
  known: readonly Code[],
  failure: AnswerFailure,
  busyCode: Busy,
): Code | Busy | 'reply-invalid' {
  const found = known.find((code) => code === failure.code);
  if (found !== undefined) return found;
  return failure.code === 'busy' || failure.status >= 500 ? busyCode : 'reply-invalid';
}
