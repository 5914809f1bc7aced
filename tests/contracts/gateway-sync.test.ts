import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../gateway/db/database.ts';
import { CommitFailure } from '../../gateway/db/transaction.ts';
import { startPostgres, type PrivatePostgres } from '../support/postgres.ts';
import { describeGatewaySync } from './gateway-sync.contract.ts';

let postgres: PrivatePostgres;
const folder = mkdtempSync(join(tmpdir(), 'gateway-sync-'));
let files = 0;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

describeGatewaySync('SQLite in a file', () => {
  files += 1;
  return Promise.resolve({ sqlitePath: join(folder, `${String(files)}.db`) });
});
describeGatewaySync('PostgreSQL', async () => ({ postgresUrl: await postgres.createDatabase() }));

test('a second gateway on the same PostgreSQL is told that it may not write', async () => {
  const place = { postgresUrl: await postgres.createDatabase(), migrations: [], clock: () => 0 };
  const first = await openDatabase(place);
  const second = await openDatabase(place);
  expect([first.ok, second.ok || second.error.code]).toEqual([true, 'not-leader']);
  if (first.ok) await first.value.close();
  const third = await openDatabase(place);
  expect(third.ok).toBe(true);
  if (third.ok) await third.value.close();
});

test('PULL-4 a gateway cut off from PostgreSQL fails with a type, then leads again and goes on counting', async () => {
  const postgresUrl = await postgres.createDatabase();
  const opened = await openDatabase({ postgresUrl, migrations: [], clock: () => 0 });
  if (!opened.ok) throw new Error(opened.error.sentence);
  const { committer, close } = opened.value;
  const note = (name: string) => committer.submit(async (tx) => {
    await tx.tables<{ readonly gateway_notes: { readonly name: string; readonly value: string } }>().insertInto('gateway_notes').values({ name, value: '' }).execute();
    return tx.commit;
  });
  expect(await note('a')).toBe(1);
  const admin = new pg.Client({ connectionString: postgresUrl });
  await admin.connect();
  // With a time it waits until they are gone: the signal alone may reach one that has just written "d".
  const cutOff = admin.query('select pg_terminate_backend(pid, 30000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
  const during = await note('b').then(() => 'kept', (error: unknown) => (error instanceof CommitFailure ? error.code : error));
  await cutOff;
  await admin.end();
  expect(['kept', 'database-lost']).toContain(during);
  await note('c').catch(() => undefined);
  const next = await note('d');
  const rows = await opened.value.reads<{ readonly gateway_notes: { readonly name: string; readonly value: string } }>().selectFrom('gateway_notes').select('name').orderBy('name').execute();
  expect(rows).toHaveLength(next);
  expect(committer.lastCommit()).toBe(next);
  await close();
});

test('a PostgreSQL that is not there is a fault with a sentence, not a crash', async () => {
  const opened = await openDatabase({ postgresUrl: 'postgresql://app@localhost/none?host=/nowhere', migrations: [], clock: () => 0 });
  expect(opened.ok || opened.error).toMatchObject({ code: 'unreachable' });
});
