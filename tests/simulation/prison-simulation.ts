import { findBrokenPromises } from './broken-promises.ts';
import { createPrison, type Prison, type PrisonOptions } from './prison.ts';

/** Rounds of undisturbed exchanges in which everything must come to rest. */
const ROUNDS_TO_REST = 100;
/** So many rounds with nothing new mean rest: both people signed in on both tablets, after the last news of any. */
const QUIET_ROUNDS = 4;

/** What happened in a run, and what is wrong at its end. */
export type SimulationOutcome = { readonly wrong: readonly string[]; readonly met: ReadonlyMap<string, number> };

/**
 * One run: two tablets, two people on both, staff, a network that drops, doubles, delays and reorders, power cuts on
 * every side, clocks that jump, back-ups that are put back; then quiet, until everything is at rest. `wrong` is
 * empty for a sound run. The seed decides everything.
 */
export async function simulatePrison(options: PrisonOptions & { readonly steps: number }): Promise<SimulationOutcome> {
  const prison = await createPrison(options);
  try {
    for (let step = 0; step < options.steps; step += 1) {
      await prison.disturb();
      await settle();
    }
    await calmDown(prison);
    return { wrong: [...prison.wrong, ...(await findBrokenPromises(prison))], met: prison.met };
  } finally {
    await prison.gateway.close();
  }
}

async function calmDown(prison: Prison): Promise<void> {
  prison.network.repair();
  prison.network.lose();
  prison.parking.open();
  await settle();
  // A last power cut: what was half done stays half done, and must be mended from the disk.
  for (const tablet of prison.tablets) tablet.crash();
  let quiet = 0;
  for (let round = 0; round < ROUNDS_TO_REST; round += 1) {
    for (const tablet of prison.tablets) {
      const person = prison.people[round % prison.people.length];
      if (person !== undefined) tablet.signIn(person);
      await tablet.synchronise();
    }
    quiet = prison.tablets.every((tablet) => tablet.isAtRest()) ? quiet + 1 : 0;
    if (quiet === QUIET_ROUNDS) return;
  }
  prison.wrong.push('never came to rest');
}

/** Lets everything run until it waits for the schedule: one turn of the event loop empties the microtask queue. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
