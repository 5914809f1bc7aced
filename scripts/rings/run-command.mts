import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { projectFolder } from '../lib/paths.mts';

/** A program with its arguments, the variables it gets on top of ours, and how long it may take (milliseconds). */
export type RunRequest = {
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
 * group, so that what it leaves running when its time is up goes with it; likewise when we are told to end.
 */
export async function runCommand({ command, env, limitMs }: RunRequest): Promise<number> {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: projectFolder,
    env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const endWithUs = (): void => {
    signalGroup(child.pid, 'SIGTERM');
    process.exit(130);
  };
  process.once('SIGINT', endWithUs).once('SIGTERM', endWithUs);
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  const inTime = await Promise.race([ended, wait(limitMs, undefined, { ref: false })]);
  if (inTime === undefined) {
    signalGroup(child.pid, 'SIGTERM');
    await Promise.race([ended, wait(TIDY_UP_MS, undefined, { ref: false })]);
  }
  process.off('SIGINT', endWithUs).off('SIGTERM', endWithUs);
  signalGroup(child.pid, 'SIGKILL');
  return inTime ?? TOOK_TOO_LONG;
}

function signalGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch {
    // Nobody of the group is left.
  }
}
