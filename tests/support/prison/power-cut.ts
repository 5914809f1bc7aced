import { readdirSync, readFileSync } from 'node:fs';
import { until } from './until.ts';

/** SIGKILL to a process and to all that it started, however deep, at once; resolves when none of them is left. */
export async function cutPower(pid: number): Promise<void> {
  const all = familyOf(pid);
  for (const one of all) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
  await until(() => !all.some(isAlive), 'every process to be gone');
}

/** The process that was started with this argument and is nobody's helper (those have a `--type`). */
export function findProcess(argument: string): number | undefined {
  return processIds().find((pid) => {
    const words = read(`/proc/${String(pid)}/cmdline`).split('\0');
    return words.includes(argument) && !words.some((word) => word.startsWith('--type='));
  });
}

/** A process and all that it started, however deep. */
export function familyOf(root: number): readonly number[] {
  return [root, ...descendants(root)];
}

function descendants(root: number): readonly number[] {
  const parents = new Map(processIds().map((pid) => [pid, parentOf(pid)]));
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === root || (parent !== undefined && parent > 1 && isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}

function processIds(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function parentOf(pid: number): number {
  return Number(/\) \S (\d+)/.exec(read(`/proc/${String(pid)}/stat`))?.[1] ?? 0);
}

function isAlive(pid: number): boolean {
  const state = /\) (\S)/.exec(read(`/proc/${String(pid)}/stat`))?.[1];
  return state !== undefined && state !== 'Z';
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
