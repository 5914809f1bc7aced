import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 100;

/**
 * Runs `work` while holding a folder as a lock, so that two scripts do not write the same output at once.
 * A lock whose holder is dead (its process id answers nothing) is taken over.
 */
export async function withRunLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(folder), { recursive: true });
  while (!take(folder)) {
    if (!holderIsAlive(folder)) rmSync(folder, { recursive: true, force: true });
    else await wait(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function take(folder: string): boolean {
  try {
    mkdirSync(folder);
  } catch {
    return false;
  }
  writeFileSync(join(folder, 'pid'), String(process.pid));
  return true;
}

function holderIsAlive(folder: string): boolean {
  try {
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0);
    return true;
  } catch (cause) {
    // No file yet: the holder is between making the folder and writing its id, so it counts as alive for this round.
    const code = (cause as NodeJS.ErrnoException).code;
    return code === 'ENOENT' || code === 'EPERM';
  }
}
