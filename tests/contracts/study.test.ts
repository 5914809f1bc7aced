import { afterAll, beforeAll } from 'vitest';
import { type PrivatePostgres, startPostgres } from '../support/postgres.ts';
import { studyContract } from './study.contract.ts';

let postgres: PrivatePostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());

studyContract('the embedded database', () => Promise.resolve({ sqlitePath: ':memory:' }));
studyContract('PostgreSQL', async () => ({ postgresUrl: await postgres.createDatabase() }));
