import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../gateway/db/database.ts';
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

test('a PostgreSQL that is not there is a fault with a sentence, not a crash', async () => {
  const opened = await openDatabase({ postgresUrl: 'postgresql://app@localhost/none?host=/nowhere', migrations: [], clock: () => 0 });
  expect(opened.ok || opened.error).toMatchObject({ code: 'unreachable' });
});
