import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A family service in a process of its own, with its data in a folder of its own. */
export type FamilyProcess = {
  readonly url: string;
  readonly token: string;
  /** Stops it; `SIGKILL` is a power cut. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  /** Starts it again on the same port with the same data. */
  readonly startAgain: () => Promise<void>;
  /** Stops it and removes its data. */
  readonly dispose: () => Promise<void>;
};

/** Starts `family/start.ts` for real and waits until it says that it is ready. */
export async function startFamilyProcess(): Promise<FamilyProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-family-'));
  const token = 'test-link-token-0123456789-0123456789';
  let child: ChildProcess | undefined;
  let port = 0;
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, ['family/start.ts'], {
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'],
        THROUGHLINE_FAMILY_DATA: folder,
        THROUGHLINE_FAMILY_PORT: String(port),
        THROUGHLINE_FAMILY_LINK_TOKEN: token,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    port = await readPort(child);
  };
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  // A test run that is broken off leaves nothing behind.
  process.once('exit', () => child?.kill('SIGKILL'));
  await start();
  return {
    url: `http://localhost:${String(port)}`,
    token,
    stop,
    startAgain: start,
    dispose: async () => {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function readPort(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error('No output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    const ready = /^family ready http:\/\/localhost:(\d+)$/.exec(line);
    if (ready !== null) return Number(ready[1]);
  }
  throw new Error('The family service ended before it was ready');
}
