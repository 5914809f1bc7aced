import { afterAll, beforeAll } from 'vitest';
import { type PrivatePostgres, startPostgres } from '../support/postgres.ts';
import { packDraftsContract } from './pack-drafts.contract.ts';

let postgres: PrivatePostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());

packDraftsContract('the embedded database', () => Promise.resolve(undefined));
packDraftsContract('PostgreSQL', () => postgres.createDatabase());
