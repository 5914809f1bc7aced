import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { projectFolder } from '../lib/paths.mts';

/** A program with its arguments, the variables it gets on top of ours, and how long it may take (milliseconds). */
export type RunRequest = {
  /** Stands before each line of its output, because several programs speak at once. */
  readonly label: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly env?: Readonly<Record<string, string>>;
  readonly limitMs: number;
};

/** The exit code of a command that took longer than it may; the same as that of coreutils' `timeout`. */
export const TOOK_TOO_LONG = 124;

/** How long a program may take to tidy up once it is asked to end, milliseconds. */
const TIDY_UP_MS = 5_000;

/**
 * Runs a program in the checkout with its output shown, and resolves to its exit code. It is the leader of a process
 * group, so that what it leaves running when its time is up goes with it; likewise when we end before it.
 */
export async function runCommand({ label, command, env, limitMs }: RunRequest): Promise<number> {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: projectFolder,
    env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  showLines(label, child.stdout, process.stdout);
  showLines(label, child.stderr, process.stderr);
  const endWithUs = (): void => signalGroup(child.pid, 'SIGTERM');
  process.once('exit', endWithUs);
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  const inTime = await Promise.race([ended, wait(limitMs, undefined, { ref: false })]);
  if (inTime === undefined) {
    signalGroup(child.pid, 'SIGTERM');
    await Promise.race([ended, wait(TIDY_UP_MS, undefined, { ref: false })]);
  }
  process.off('exit', endWithUs);
  signalGroup(child.pid, 'SIGKILL');
  return inTime ?? TOOK_TOO_LONG;
}

function showLines(label: string, from: Readable, to: NodeJS.WriteStream): void {
  createInterface({ input: from }).on('line', (line) => to.write(`${label.padEnd(12)} │ ${line}\n`));
}

function signalGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch {
    // Nobody of the group is left.
  }
}
