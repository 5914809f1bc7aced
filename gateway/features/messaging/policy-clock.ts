import type { GatewayDatabase } from '../../db/gateway-database.ts';
import { countUntold, tellPolicy } from './policy-actions.ts';

/** How often it is looked whether another policy has begun, in milliseconds. */
const EVERY = 60_000;

/**
 * Policies begin at their own time, when nobody may be doing anything: from now on each tablet is told within a
 * minute. `onError` is told what went wrong; it is tried again a minute later. Returns the way to stop.
 */
export function startPolicyClock(
  database: GatewayDatabase,
  clock: () => number,
  onError: (error: unknown) => void,
): { readonly stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      // Looked at first, so that a quiet minute costs no write.
      if ((await countUntold(database.reads(), clock())) > 0) await database.committer.submit(tellPolicy);
    } catch (error) {
      onError(error);
    }
  };
  const timer = setInterval(() => {
    running = running.then(look);
  }, EVERY);
  timer.unref();
  running = look();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
