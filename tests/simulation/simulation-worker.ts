import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { plantedBugs, type PlantedBugName } from './planted-bugs.ts';
import { simulatePrison } from './prison-simulation.ts';

/** What a worker is asked: seeds `first`, `first + stride`, … below `end`. */
export type WorkerTask = { readonly first: number; readonly stride: number; readonly end: number; readonly steps: number; readonly folder: string; readonly template: string; readonly bug?: PlantedBugName | undefined; /** Enough failing seeds. */ readonly stopAfter: number };

/** What it found. */
export type WorkerReport = { readonly runs: number; readonly failed: readonly { readonly seed: number; readonly wrong: readonly string[] }[]; readonly met: readonly (readonly [string, number])[] };

const task = workerData as WorkerTask;
const failed: { readonly seed: number; readonly wrong: readonly string[] }[] = [];
const met = new Map<string, number>();
let runs = 0;
for (let seed = task.first; seed < task.end && failed.length < task.stopAfter; seed += task.stride) {
  const outcome = await simulatePrison({ seed, steps: task.steps, folder: task.folder, template: task.template, bug: task.bug === undefined ? undefined : plantedBugs[task.bug] });
  runs += 1;
  if (outcome.wrong.length > 0) failed.push({ seed, wrong: outcome.wrong });
  for (const [what, times] of outcome.met) met.set(what, (met.get(what) ?? 0) + times);
  rmSync(join(task.folder, String(seed)), { recursive: true, force: true });
}
parentPort?.postMessage({ runs, failed, met: [...met] } satisfies WorkerReport);
