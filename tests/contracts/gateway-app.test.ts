import { afterAll, beforeAll } from 'vitest';
import { type PrivatePostgres, startPostgres } from '../support/postgres.ts';
import { gatewayAppContract } from './gateway-app.contract.ts';

let postgres: PrivatePostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());

gatewayAppContract('the embedded database', () => Promise.resolve(undefined));
gatewayAppContract('PostgreSQL', () => postgres.createDatabase());
