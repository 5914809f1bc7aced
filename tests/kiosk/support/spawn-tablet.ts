import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { prepareElectronLaunch } from '../../../scripts/electron-launch.mts';
import type { TabletPlace } from './tablet.ts';

/** A tablet that nobody drives: what it writes to stderr, and how it ends. */
export type SpawnedTablet = {
  readonly process: ChildProcess;
  readonly journal: () => string;
  /** Resolves when a line with these words has been written; rejects when the tablet ended without. */
  readonly saw: (words: string) => Promise<void>;
  readonly exitCode: Promise<number | null>;
  readonly kill: () => Promise<void>;
};

/** Starts the test build of a place without any debugger. `data` names a data folder of its own. */
export function spawnTablet(place: TabletPlace, env: Readonly<Record<string, string>>, data = 'data'): SpawnedTablet {
  const launch = prepareElectronLaunch({
    appDir: place.appDir,
    homeDir: place.homeDir,
    handOver: { 'tablet.json': place.settingsFile },
  });
  return watch(launch.executablePath, launch.args, {
    ...launch.env,
    THROUGHLINE_TABLET_SETTINGS: join(launch.homeDir, 'tablet.json'),
    THROUGHLINE_TABLET_DATA: join(launch.homeDir, data),
    ...env,
  });
}

/** Starts any program and watches it. */
export function watch(program: string, args: readonly string[], env: Readonly<Record<string, string>>): SpawnedTablet {
  const child = spawn(program, [...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let journal = '';
  const listeners = new Set<() => void>();
  child.stderr.on('data', (piece: Buffer) => {
    journal += piece.toString();
    for (const listener of listeners) listener();
  });
  const exitCode = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return {
    process: child,
    journal: () => journal,
    exitCode,
    saw: (words) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!journal.includes(words)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        void exitCode.then((code) => reject(new Error(`Ended with ${String(code)} before "${words}":\n${journal}`)));
        look();
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await exitCode;
    },
  };
}
