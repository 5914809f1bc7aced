import type { ExchangeFailure } from '#protocol/sync/exchange.ts';
import { exchangeOnce, countWaiting, type ExchangeDependencies, type ExchangeOutcome } from './exchange-once.ts';
import { nextSyncStep } from './next-sync-step.ts';
import type { SyncStatus } from './sync-status.ts';

export type SyncRunnerDependencies = ExchangeDependencies & {
  /** Brings the signed-in person's records up to date; nothing when nobody is. */
  readonly catchUp: () => Promise<void>;
  readonly showStatus: (status: Partial<SyncStatus>) => void;
  /** 0 to 1: keeps tablets apart after an outage (STORM-1). */
  readonly random: () => number;
  /** Resolves after so many milliseconds, or at once when `wake` fires. */
  readonly pause: (milliseconds: number, wake: AbortSignal) => Promise<void>;
  /** The gateway no longer knows this tablet: screens say so. It goes on asking, seldom. */
  readonly onTurnedAway: (code: Extract<ExchangeFailure['code'], 'revoked' | 'not-enrolled'>) => void;
};

/** Keeps a tablet in step until it is stopped. */
export type SyncRunner = {
  readonly start: () => void;
  /** There is something new to push, or the person asked: the next exchange begins now. */
  readonly nudge: () => void;
  /** Resolves when the exchange under way, if any, is stored. */
  readonly stop: () => Promise<void>;
};

/** Builds the runner. It never throws: whatever fails is tried again, later and later (STORM-1). */
export function createSyncRunner(the: SyncRunnerDependencies): SyncRunner {
  let wake = new AbortController();
  let nudged = false;
  let running: Promise<void> | undefined;
  let stopping = false;

  const loop = async (): Promise<void> => {
    let last: ExchangeOutcome | undefined;
    let failures = 0;
    while (!isStopping()) {
      const urgency = (await the.alerts?.urgency().catch(() => undefined)) ?? 'none';
      const step = nextSyncStep({ last, failures, urgency, jitter: the.random() });
      if (step.step === 'wait' && !nudged) {
        wake = new AbortController();
        await the.pause(step.milliseconds, wake.signal);
        if (isStopping()) return;
      }
      nudged = false;
      // An attempt ends the right to take a message back (OUT-5), so none is made into the dark: while the gateway was
      // not reached last time, ask first, and push at once when it answers.
      last = await tryExchange(the, last?.outcome === 'reply');
      failures = last.outcome === 'failure' ? failures + 1 : 0;
    }
  };
  // Read through a function: it changes while the loop awaits.
  const isStopping = (): boolean => stopping;

  return {
    start: () => {
      if (running !== undefined) return;
      stopping = false;
      running = loop();
    },
    nudge: () => {
      nudged = true;
      wake.abort();
    },
    stop: async () => {
      stopping = true;
      wake.abort();
      await running;
      running = undefined;
    },
  };
}

/** One exchange with its traces on the screen. */
async function tryExchange(the: SyncRunnerDependencies, push: boolean): Promise<ExchangeOutcome> {
  the.showStatus({ state: 'talking' });
  const outcome = await exchangeOnce(the, { push }).catch(storageFailed);
  if (outcome.outcome === 'reply') the.showStatus({ state: 'idle', lastContact: the.clock() });
  else the.showStatus({ state: 'offline' });
  if (outcome.outcome === 'failure' && (outcome.failure.code === 'revoked' || outcome.failure.code === 'not-enrolled')) the.onTurnedAway(outcome.failure.code);
  try {
    await the.catchUp();
    the.showStatus({ waiting: await countWaiting(await the.store.people()) });
  } catch {
    // The tablet's own storage failed: nothing was lost that was ever shown as stored, and the next round tries again.
  }
  return outcome;
}

/** The tablet could not read or write its own storage, for example because it is full: like no line, tried again later. */
function storageFailed(): ExchangeOutcome {
  return { outcome: 'failure', failure: { code: 'unreachable' } };
}
