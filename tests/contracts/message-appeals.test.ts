import { afterAll, beforeAll } from 'vitest';
import { type PrivatePostgres, startPostgres } from '../support/postgres.ts';
import { messageAppealsContract } from './message-appeals.contract.ts';

let postgres: PrivatePostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());

messageAppealsContract('the embedded database', () => Promise.resolve({ sqlitePath: ':memory:' }));
messageAppealsContract('PostgreSQL', async () => ({ postgresUrl: await postgres.createDatabase() }));
