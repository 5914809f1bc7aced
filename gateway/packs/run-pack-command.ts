import { spawn } from 'node:child_process';

/** How the command line is run: its program and first arguments. */
export type PackCommand = { readonly program: string; readonly args: readonly string[] };

/** How long one run may take, in milliseconds, and what may end it sooner. */
export type RunLimits = { readonly timeLimit: number; readonly signal?: AbortSignal | undefined };

/**
 * What a run left behind: its output, the last line it said to its reader, and why it was ended before its own end.
 * `isWhole` is false when it said more than is taken.
 */
export type PackRun = {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly lastLine: string;
  readonly ended: 'itself' | 'time-up' | 'stopped' | 'said-too-much';
};

const MAX_OUTPUT = 64 * 1024 * 1024;
const MAX_COMPLAINT = 64 * 1024;

/**
 * Runs `throughline …` in a process of its own, so that a hostile file cannot take the gateway with it (ARCHITECTURE
 * rule 2). Nothing of our environment is handed on. It is the head of a group of its own, so that what it started (a
 * browser that looks at a pack) ends with it.
 */
export function runPackCommand(command: PackCommand, args: readonly string[], limits: RunLimits): Promise<PackRun> {
  const child = spawn(command.program, ['--max-old-space-size=768', ...command.args, ...args], {
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let ended: PackRun['ended'] = 'itself';
  const end = (why: PackRun['ended']): void => {
    if (ended !== 'itself' || child.pid === undefined) return;
    ended = why;
    endGroup(child.pid);
  };
  const timer = setTimeout(() => end('time-up'), limits.timeLimit);
  const onAbort = (): void => end('stopped');
  limits.signal?.addEventListener('abort', onAbort);
  if (limits.signal?.aborted === true) end('stopped');
  const stdout = collect(child.stdout, MAX_OUTPUT, () => end('said-too-much'));
  const stderr = collect(child.stderr, MAX_COMPLAINT, () => undefined);
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer);
      limits.signal?.removeEventListener('abort', onAbort);
    };
    child.once('error', (error) => {
      finish();
      reject(error);
    });
    child.once('close', (exitCode) => {
      finish();
      resolve({ exitCode, stdout: stdout(), lastLine: stderr().trim().split('\n').at(-1) ?? '', ended });
    });
  });
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}

/** Keeps what a stream says up to `limit` bytes; the rest is read and dropped, or the child would wait for ever. */
function collect(stream: NodeJS.ReadableStream, limit: number, onTooMuch: () => void): () => string {
  const parts: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes <= limit) parts.push(part);
    else onTooMuch();
  });
  return () => Buffer.concat(parts).toString('utf8');
}
