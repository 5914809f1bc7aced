import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { electronHome } from '../../scripts/electron-launch.mts';

/** The whole of scripts/start as a new user meets it: one data folder, started, stopped and started again. */
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const FIRST_START_LIMIT_MS = 120_000;
const SECOND_START_LIMIT_MS = 15_000;
const STOP_LIMIT_MS = 20_000;

type Demo = {
  readonly addresses: { readonly tablet: string; readonly staffConsole: string; readonly familyPortal: string };
  readonly signIns: { readonly staff: Readonly<Record<string, unknown>>; readonly prisoners: readonly unknown[] };
};
type Start = { readonly process: ChildProcess; readonly said: () => string; readonly ended: Promise<number | null> };

let folder: string;
let port: number;
const running: Start[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demo-start-'));
  port = await threeFreePorts();
});

afterEach(async () => {
  for (const start of running.splice(0)) await stop(start);
});

afterAll(() => {
  rmSync(electronHome(join(folder, 'tablet')), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

describe('scripts/start', () => {
  let first: Demo;

  it('makes a demo prison in which everything answers and every role can sign in', async () => {
    const start = startDemo('--headless');
    first = await demoFile(start, FIRST_START_LIMIT_MS);
    const { tablet, staffConsole, familyPortal } = first.addresses;
    for (const address of [tablet, staffConsole, familyPortal]) {
      const answer = await fetch(address);
      expect(answer.status, address).toBe(200);
      expect(await answer.text(), address).toContain('<!doctype html>');
    }
    const roles = ['administrator', 'auditor', 'education', 'governor', 'healthcare', 'keyworker', 'moderator', 'safer-custody', 'security', 'substance-misuse', 'tutor'];
    expect(Object.keys(first.signIns.staff).sort()).toEqual(roles);
    expect(first.signIns.prisoners.length).toBeGreaterThan(1);
    expect(start.said()).toContain(staffConsole);
  });

  it('refuses a data folder that is in use, and a port that is taken, each with a sentence', async () => {
    await demoFile(startDemo('--headless'), FIRST_START_LIMIT_MS);
    const sameFolder = startDemo('--headless');
    expect(await sameFolder.ended).toBe(1);
    expect(sameFolder.said()).toMatch(/is running already \(process \d+\): stop it first, or choose --data\.\n$/);
    const other = mkdtempSync(join(tmpdir(), 'demo-other-'));
    const samePort = startDemo('--headless', '--data', other);
    expect(await samePort.ended).toBe(1);
    expect(samePort.said()).toContain(`Port ${String(port)} is taken by another program`);
    rmSync(other, { recursive: true });
  });

  it('keeps all data, and stops every process it started, also the tablet of another user', async () => {
    expect(process.env['DISPLAY'], 'the tablet needs a display: run this under xvfb-run').toBeDefined();
    const begun = performance.now();
    const start = startDemo();
    const second = await demoFile(start, FIRST_START_LIMIT_MS);
    expect(performance.now() - begun).toBeLessThan(SECOND_START_LIMIT_MS);
    expect(second).toEqual(first);
    const leader = start.process.pid ?? 0;
    await until(() => descendants(leader).some(isRenderer), 'the page of the tablet to run');
    const group = descendants(leader);
    expect(group.length).toBeGreaterThan(4);
    await stop(start);
    expect(group.filter(isAlive)).toEqual([]);
    expect(tabletProcesses()).toEqual([]);
    expect(existsSync(join(folder, 'demo.json'))).toBe(false);
  });
});

function startDemo(...more: readonly string[]): Start {
  // Where --data or --port is named twice, the later one holds.
  const args = ['scripts/start.mts', '--data', folder, '--port', String(port), ...more];
  const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const start = { process: child, said: () => said, ended };
  running.push(start);
  return start;
}

async function demoFile(start: Start, limitMs: number): Promise<Demo> {
  const file = join(folder, 'demo.json');
  await until(() => existsSync(file) || start.process.exitCode !== null, 'demo.json', limitMs);
  if (start.process.exitCode !== null) throw new Error(`The demo ended: ${start.said()}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Demo;
}

async function stop(start: Start): Promise<void> {
  if (start.process.exitCode === null) start.process.kill('SIGTERM');
  await Promise.race([start.ended, wait(STOP_LIMIT_MS)]);
  expect(start.process.exitCode, 'the demo ends when it is told to').not.toBeNull();
}

/** Process ids of everything below one, however deep, in the order of /proc. */
function descendants(root: number): readonly number[] {
  const parents = new Map(processIds().map((pid) => [pid, parentOf(pid)]));
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === root || (parent !== undefined && parent > 1 && isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}

/** The tablets of this test: no other has its home where this data folder's tablet has it. */
function tabletProcesses(): readonly number[] {
  return processIds().filter((pid) =>
    read(`/proc/${String(pid)}/environ`).includes(`HOME=${electronHome(join(folder, 'tablet'))}`),
  );
}

function isRenderer(pid: number): boolean {
  return read(`/proc/${String(pid)}/cmdline`).includes('--type=renderer');
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

async function until(isSo: () => boolean, what: string, limitMs = 30_000): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`Waited too long for ${what}.`);
    await wait(50);
  }
}

/** The first of three ports in a row that nobody has. */
async function threeFreePorts(): Promise<number> {
  for (let base = 20_000 + (process.pid % 20_000); ; base += 3) {
    const free = await Promise.all([base, base + 1, base + 2].map(isFree));
    if (free.every(Boolean)) return base;
  }
}

function isFree(candidate: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(candidate, () => probe.close(() => resolve(true)));
  });
}
