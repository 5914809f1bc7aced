import { afterAll, beforeAll } from 'vitest';
import { type PrivatePostgres, startPostgres } from '../support/postgres.ts';
import { messagingContract } from './messaging.contract.ts';

let postgres: PrivatePostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());

messagingContract('the embedded database', () => Promise.resolve({ sqlitePath: ':memory:' }));
messagingContract('PostgreSQL', async () => ({ postgresUrl: await postgres.createDatabase() }));
