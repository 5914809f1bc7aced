import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { bytesToId, idToBytes } from './id-bytes.ts';
import type { Migration } from './migrate.ts';

type NoteTables = { readonly notes: { readonly text: string } };
const migrations: readonly Migration[] = [
  { name: 'notes-1', up: async (m) => { await m.createTable('notes').addColumn('text', m.text, (c) => c.notNull()).execute(); } },
];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-db-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function open(path: string) {
  const opened = await openDatabase({ sqlitePath: path, migrations, clock: () => 5 });
  if (!opened.ok) throw new Error(opened.error.sentence);
  return opened.value;
}

async function fill(path: string, rows: number) {
  const database = await open(path);
  await database.committer.submit(async (tx) => {
    for (let index = 0; index < rows; index += 1) await tx.tables<NoteTables>().insertInto('notes').values({ text: 'x'.repeat(500) }).execute();
  });
  return database;
}

test('what was written is there at the next opening, and commit numbers go on', async () => {
  const path = join(folder, 'g.db');
  await (await fill(path, 1)).close();
  const again = await open(path);
  expect(await again.reads<NoteTables>().selectFrom('notes').selectAll().execute()).toHaveLength(1);
  expect(again.committer.lastCommit()).toBe(1);
  await again.close();
});

test('a file cut short is reported as damaged and left as it is', async () => {
  const path = join(folder, 'g.db');
  await (await fill(path, 100)).close();
  truncateSync(path, 8192);
  const opened = await openDatabase({ sqlitePath: path, migrations, clock: () => 5 });
  expect(opened.ok ? 'open' : opened.error.code).toBe('damaged');
  expect(statSync(path).size).toBe(8192);
});

test('a file that is not a database, or is empty, is reported as damaged and left as it is', async () => {
  for (const content of ['', 'not a database at all'.repeat(100)]) {
    const path = join(folder, 'g.db');
    writeFileSync(path, content);
    const opened = await openDatabase({ sqlitePath: path, migrations, clock: () => 5 });
    expect(opened.ok ? 'open' : opened.error.code).toBe('damaged');
    expect(readFileSync(path, 'utf8')).toBe(content);
  }
});

test('a page spoilt inside the file is found at the opening after an unclean stop', async () => {
  const path = join(folder, 'g.db');
  await (await fill(path, 200)).close();
  const clean = readFileSync(path);
  // The note says "closed: yes" or "no" as text; an unclean stop leaves "no".
  const unclean = await open(path);
  await unclean.committer.submit((tx) => tx.tables<NoteTables>().insertInto('notes').values({ text: 'y' }).execute());
  writeFileSync(join(folder, 'crashed.db'), spoil(readFileSync(path)));
  writeFileSync(join(folder, 'crashed.db-wal'), readFileSync(`${path}-wal`));
  await unclean.close();
  const opened = await openDatabase({ sqlitePath: join(folder, 'crashed.db'), migrations, clock: () => 5 });
  expect(opened.ok ? 'open' : opened.error.code).toBe('damaged');
  expect(clean.length).toBeGreaterThan(40_000);
});

test('a database of a newer version is not touched by an older program', async () => {
  const path = join(folder, 'g.db');
  await (await open(path)).close();
  const opened = await openDatabase({ sqlitePath: path, migrations: [], clock: () => 5 });
  expect(opened.ok ? 'open' : opened.error.code).toBe('newer-than-program');
});

test('an id survives the way into bytes and back', () => {
  const id = '0197f3a0-1111-7abc-8def-0123456789ab';
  expect(bytesToId(idToBytes(id))).toBe(id);
  expect(() => idToBytes('short')).toThrow();
});

/** Overwrites the middle of the file, as a failing disk would. */
function spoil(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, 20_480), Buffer.alloc(4096, 0xab), bytes.subarray(24_576)]);
}
