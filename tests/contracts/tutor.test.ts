import { afterAll, beforeAll } from 'vitest';
import { type PrivatePostgres, startPostgres } from '../support/postgres.ts';
import { tutorContract } from './tutor.contract.ts';

let postgres: PrivatePostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());

tutorContract('the embedded database', () => Promise.resolve({ sqlitePath: ':memory:' }));
tutorContract('PostgreSQL', async () => ({ postgresUrl: await postgres.createDatabase() }));
