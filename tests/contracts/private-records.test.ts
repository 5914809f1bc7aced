import { afterAll, beforeAll } from 'vitest';
import { type PrivatePostgres, startPostgres } from '../support/postgres.ts';
import { privateRecordsContract } from './private-records.contract.ts';

let postgres: PrivatePostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());

privateRecordsContract('the embedded database', () => Promise.resolve({ sqlitePath: ':memory:' }));
privateRecordsContract('PostgreSQL', async () => ({ postgresUrl: await postgres.createDatabase() }));
