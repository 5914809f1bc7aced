import { spawn, type ChildProcess } from 'node:child_process';
import { inProject } from '../../../scripts/lib/paths.mts';

/** A program of ours that runs as a process of its own. */
export type Program = {
  /** All that it wrote so far. */
  readonly said: () => string;
  /** Ends it by a signal (SIGKILL is a power cut) and waits until it is gone. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
};

/**
 * Starts a Node program of the project and waits for the line that begins with `ready`. Nothing is inherited but PATH and where Node keeps
 * what it compiled.
 * Throws with what the program said when it ends before.
 */
export async function startProgram(
  file: string,
  env: Readonly<Record<string, string>>,
  ready: string,
): Promise<Program> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [inProject(file)], {
    env: { PATH, NODE_COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        said += bytes.toString();
        if (said.split('\n').some((line) => line.startsWith(ready))) resolve();
      });
    void ended.then((code) => reject(new Error(`${file} ended (${String(code)}) and said: ${said}`)));
  });
  endWithUs(child);
  return {
    said: () => said,
    end: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** A test run that is stopped half-way leaves nothing running. */
function endWithUs(child: ChildProcess): void {
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.removeListener('exit', kill));
}
