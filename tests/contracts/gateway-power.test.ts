import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';

const WRITER = join(import.meta.dirname, 'gateway-writer.ts');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-power-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('PUSH-6 a gateway killed at any moment has everything it had answered, and goes on from there', async () => {
  const path = join(folder, 'g.db');
  const answered: number[] = [];
  for (const enough of [1, 40, 150]) {
    answered.push(...(await writeUntilKilled(path, enough)));
    const kept = new Set(numbersIn(path));
    expect(answered.filter((number) => !kept.has(number))).toEqual([]);
  }
  expect(answered.length).toBeGreaterThan(150);
});

test('PUSH-6 a disk that is full is a typed failure, the process lives, and what was answered is there', () => {
  const path = join(folder, 'g.db');
  // A limit on the size of files stands for a full disk: it needs no disk of its own. In units of 1024 bytes.
  const said = execFileSync('bash', ['-c', `trap '' XFSZ; ulimit -f 400; exec "$0" "$@"`, process.execPath, WRITER, path, '4000', '3'], { encoding: 'utf8' }).trim().split('\n');
  expect(said.at(-1)).toBe('alive');
  expect(said.filter((line) => line.startsWith('failed')).every((line) => line === 'failed disk-full' || line === 'failed database-lost')).toBe(true);
  expect(said.filter((line) => line.startsWith('failed'))).toHaveLength(3);
  const kept = new Set(numbersIn(path));
  const answered = said.flatMap((line) => (line.startsWith('kept') ? [Number(line.slice(5))] : []));
  expect(answered.length).toBeGreaterThan(5);
  expect(answered.filter((number) => !kept.has(number))).toEqual([]);
});

function writeUntilKilled(path: string, enough: number): Promise<number[]> {
  return new Promise((resolve) => {
    const answered: number[] = [];
    const child = spawn(process.execPath, [WRITER, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    createInterface({ input: child.stdout }).on('line', (line) => {
      answered.push(Number(line.slice('kept '.length)));
      if (answered.length === enough) child.kill('SIGKILL');
    });
    child.once('close', () => { resolve(answered); });
  });
}

function numbersIn(path: string): number[] {
  const database = new DatabaseSync(path);
  const rows = database.prepare('select number from rows').all();
  database.close();
  return rows.map((row) => Number(row['number']));
}
