import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { AllTablets } from './actions.ts';
import { dayOf } from './day-of.ts';
import { refreshReleases } from './releases.ts';

/** How often it is looked whether another day has begun, in milliseconds. */
const EVERY = 60_000;

/**
 * Courses appear and go by the day, when nobody may be doing anything: within a minute of a new day, and at each start,
 * every tablet's list is brought in line. `onError` is told what went wrong; it is tried again a minute later.
 */
export function startReleaseClock(
  database: GatewayDatabase,
  clock: () => number,
  allTablets: AllTablets,
  onError: (error: unknown) => void,
): { readonly stop: () => Promise<void> } {
  let told = '';
  let running: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    const today = dayOf(clock());
    if (today === told) return;
    try {
      await database.committer.submit(async (tx) => refreshReleases(tx, await allTablets(tx)));
      told = today;
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
