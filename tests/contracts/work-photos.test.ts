import { afterAll, beforeAll } from 'vitest';
import { type PrivatePostgres, startPostgres } from '../support/postgres.ts';
import { workPhotosContract } from './work-photos.contract.ts';

let postgres: PrivatePostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());

workPhotosContract('the embedded database', () => Promise.resolve({ sqlitePath: ':memory:' }));
workPhotosContract('PostgreSQL', async () => ({ postgresUrl: await postgres.createDatabase() }));
