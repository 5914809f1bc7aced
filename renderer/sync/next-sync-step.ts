import type { ExchangeFailure } from '#protocol/sync/exchange.ts';
import type { AlertUrgency } from './alert-post-port.ts';

/** All that the choice of the next step depends on. Times in milliseconds. */
export type SyncFacts = {
  /** What the last exchange came to; undefined before the first. */
  readonly last:
    | undefined
    | { readonly outcome: 'reply'; readonly nextSyncAfter: number; /** Operations answered for good, or pages stored, in it. */ readonly progress: boolean; /** Operations or pages left. */ readonly more: boolean }
    | { readonly outcome: 'failure'; readonly failure: ExchangeFailure };
  /** A call for help is not at the gateway yet, or nobody has seen it yet (SPEC ALERT-2, ALERT-5). */
  readonly urgency?: AlertUrgency;
  /** Failures one after another, including the last. */
  readonly failures: number;
  /** From the caller's source of chance: 0 to 1. */
  readonly jitter: number;
};

/** The longest pause while a call for help waits to be sent, and while it waits to be seen. */
export const URGENT_PAUSES: Readonly<Record<AlertUrgency, number>> = { unsent: 3_000, unseen: 10_000, none: Infinity };

export type SyncStep = { readonly step: 'exchange' } | { readonly step: 'wait'; readonly milliseconds: number };

/** First pause after a failure, and the longest one (performance.md section 4: cap 15 minutes, reset on success). */
export const FIRST_PAUSE = 2_000;
export const LONGEST_PAUSE = 15 * 60_000;

/**
 * What to do next: go on at once while there is more and it moves, otherwise wait for the time the gateway named
 * plus jitter, or back off. It never says "give up" (SPEC STORM-1): a revoked tablet asks again too, seldom.
 */
export function nextSyncStep(facts: SyncFacts): SyncStep {
  const step = unhurriedStep(facts);
  return step.step === 'wait' ? { step: 'wait', milliseconds: Math.min(step.milliseconds, URGENT_PAUSES[facts.urgency ?? 'none']) } : step;
}

function unhurriedStep(facts: SyncFacts): SyncStep {
  const { last, jitter } = facts;
  if (last === undefined) return { step: 'exchange' };
  if (last.outcome === 'reply') {
    // More without progress is a gap or a busy gateway: at once again would be a storm of one.
    if (last.more && last.progress) return { step: 'exchange' };
    return { step: 'wait', milliseconds: Math.round(last.nextSyncAfter * (1 + jitter / 10)) };
  }
  const { code, retryAfter = 0 } = last.failure;
  const longest = code === 'revoked' || code === 'not-enrolled' ? LONGEST_PAUSE : Math.min(FIRST_PAUSE * 2 ** Math.min(facts.failures - 1, 20), LONGEST_PAUSE);
  // Half fixed, half chance: no hot loop, and a wing that lost its network does not come back as one.
  const pause = longest / 2 + (longest / 2) * jitter;
  return { step: 'wait', milliseconds: Math.round(Math.max(pause, retryAfter * (1 + jitter / 10))) };
}
