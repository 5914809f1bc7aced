import { nextMessageState } from '#protocol/messaging/rules.ts';
import { hasHoldingFlag } from './holding-flags.ts';
import type { HoldCause, ModeratedMessage } from './moderated-message.ts';

/** Which messages a policy holds until a person decides: all, or flagged ones, a sample and those of monitored people. */
export type Holding =
  { readonly kind: 'all' } | { readonly kind: 'some'; readonly flagged: boolean; readonly samplePerCent: number };

/** A prison's rules for messages from a date on. `perWeek` is messages in seven days, null for no limit. */
export type DatedPolicy = {
  readonly version: number;
  readonly effectiveFrom: number;
  readonly holding: Holding;
  readonly maxCharacters: number;
  readonly perWeek: number | null;
};

/** The circumstances of one intake. `chance` is a random number from 0 to below 1, drawn by the caller. */
export type IntakeFacts = {
  readonly policy: DatedPolicy;
  readonly monitored: boolean;
  readonly chance: number;
  readonly now: number;
};

/** What intake made of a message: it waits for a person, or this version of the policy released it. */
export type Intake = {
  readonly message: ModeratedMessage;
  readonly outcome:
    | { readonly kind: 'held'; readonly cause: HoldCause }
    | { readonly kind: 'released'; readonly policyVersion: number };
};

/** The policy in force at `now`: the one that took effect last. Undefined before the first. */
export function policyAt(policies: readonly DatedPolicy[], now: number): DatedPolicy | undefined {
  return policies
    .filter((policy) => policy.effectiveFrom <= now)
    .reduce<DatedPolicy | undefined>(
      (last, policy) => (last === undefined || isLater(policy, last) ? policy : last),
      undefined,
    );
}

/**
 * Takes in a `waiting` message of either direction: held, or released by the policy in force, which is then the actor
 * in the audit (ADR 0005). Throws when the message is not waiting: that is a bug of the caller.
 */
export function judgeIntake(message: ModeratedMessage, facts: IntakeFacts): Intake {
  const cause = holdCause(message, facts);
  const next = nextMessageState(message.state, cause === null ? 'release' : 'hold');
  if (message.state !== 'waiting' || !next.ok) throw new Error(`Intake of a message that is ${message.state}`);
  const moved: ModeratedMessage = {
    ...message,
    state: next.value,
    history: [...message.history, { state: next.value, at: facts.now }],
    heldFor: cause,
  };
  return {
    message: moved,
    outcome: cause === null ? { kind: 'released', policyVersion: facts.policy.version } : { kind: 'held', cause },
  };
}

function holdCause(message: ModeratedMessage, { policy, monitored, chance }: IntakeFacts): HoldCause | null {
  if (policy.holding.kind === 'all') return 'policy';
  if (monitored) return 'monitored';
  if (policy.holding.flagged && hasHoldingFlag(message.flags)) return 'flag';
  return chance * 100 < policy.holding.samplePerCent ? 'sample' : null;
}

function isLater(a: DatedPolicy, b: DatedPolicy): boolean {
  return a.effectiveFrom !== b.effectiveFrom ? a.effectiveFrom > b.effectiveFrom : a.version > b.version;
}
