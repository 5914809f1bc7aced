import { afterAll, beforeAll } from 'vitest';
import { type PrivatePostgres, startPostgres } from '../support/postgres.ts';
import { stateContract } from './state.contract.ts';

let postgres: PrivatePostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());

stateContract('the embedded database', () => Promise.resolve({ sqlitePath: ':memory:' }));
stateContract('PostgreSQL', async () => ({ postgresUrl: await postgres.createDatabase() }));
