import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { projectFolder } from '../lib/paths.mts';
import { Problem } from '../lib/problem.mts';

/** A program to start: its output goes to `logFile`, and it is ready once it prints `readyLine`. */
export type ServiceRequest = {
  /** As it is called in sentences: "gateway". */
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly logFile: string;
};

export type Service = {
  readonly name: string;
  readonly logFile: string;
  /** Resolves to the exit code (or the signal's name) when the program has ended. */
  readonly ended: Promise<number | string>;
  /** Asks it to end, waits, then makes it and everything it started end. */
  readonly stop: () => Promise<void>;
};

const POLL_MS = 50;
const STOP_LIMIT_MS = 12_000;

/**
 * Starts a program as the leader of its own process group: Ctrl-C reaches only us, so that we end them in order, and
 * ending the group also ends what became another user.
 */
export function startService({ name, program, args, env, logFile }: ServiceRequest): Service {
  const log = openSync(logFile, 'w');
  const child = spawn(program, args, { cwd: projectFolder, env, stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  const ended = new Promise<number | string>((resolve) => {
    child.once('error', (cause) => resolve(cause.message));
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 1));
  });
  const stop = async (): Promise<void> => {
    signalGroup(child.pid, 'SIGTERM');
    await Promise.race([ended, wait(STOP_LIMIT_MS, undefined, { ref: false })]);
    signalGroup(child.pid, 'SIGKILL');
  };
  return { name, logFile, ended, stop };
}

/** Waits for a line that begins so in the program's output. Throws Problem when it ends first or takes longer than `limitMs`. */
export async function waitForLine(service: Service, line: string, limitMs: number): Promise<void> {
  const deadline = performance.now() + limitMs;
  let end: number | string | undefined;
  void service.ended.then((code) => {
    end = code;
  });
  while (!hasSaid(service, line)) {
    if (end !== undefined) throw new Problem(didNotStart(service, `it ended with ${String(end)}`));
    if (performance.now() > deadline)
      throw new Problem(didNotStart(service, `it was not ready after ${String(limitMs / 1000)} s`));
    await wait(POLL_MS);
  }
}

function hasSaid(service: Service, line: string): boolean {
  return readFileSync(service.logFile, 'utf8')
    .split('\n')
    .some((said) => said.startsWith(line));
}

function didNotStart(service: Service, why: string): string {
  const said = readFileSync(service.logFile, 'utf8').trim().split('\n').at(-1) ?? '';
  return `The ${service.name} did not start: ${why}${said === '' ? '' : ` and said "${said}"`}. All it said is in ${service.logFile}.`;
}

function signalGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch {
    // Nobody of the group is left.
  }
}
