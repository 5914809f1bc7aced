import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 60;

/**
 * Asks again and again until there is an answer, and returns it; `undefined` and `false` are no answer. For what no
 * screen and no line of a log tells. Throws with `what` after `limitMs` (milliseconds).
 */
export async function until<T>(
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  what: string,
  limitMs = 30_000,
): Promise<T> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > deadline) throw new Error(`Waited ${String(limitMs / 1000)} s for ${what}.`);
    await wait(POLL_MS);
  }
}
