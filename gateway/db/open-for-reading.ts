import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { fail, ok, type Result } from '#protocol/result.ts';
import type { DatabasePlace } from './database.ts';
import type { DatabaseFault } from './gateway-database.ts';
import { nodeSqliteDialect } from './node-sqlite-dialect.ts';
import { POSTGRES_TYPES } from './postgres-types.ts';

/** A database that is only looked at, also while a gateway is writing to it. */
export type ReadingDatabase = { readonly reads: <Tables>() => Kysely<Tables>; readonly close: () => Promise<void> };

/** Opens without writing, migrating or taking the leader's lock: for tools that check. */
export async function openForReading(place: DatabasePlace): Promise<Result<ReadingDatabase, DatabaseFault>> {
  return 'postgresUrl' in place ? readPostgres(place.postgresUrl) : readSqlite(place.sqlitePath);
}

function readSqlite(path: string): Result<ReadingDatabase, DatabaseFault> {
  if (!existsSync(path)) return fail({ code: 'cannot-open', sentence: `There is no database at ${path}.` });
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    database.exec('pragma busy_timeout = 5000');
    database.prepare('select count(*) from sqlite_schema').get();
  } catch {
    database?.close();
    return fail({
      code: 'damaged',
      sentence: `The database ${path} is damaged or is no database. It has been left as it is.`,
    });
  }
  const opened = database;
  const reads = new Kysely<unknown>({ dialect: nodeSqliteDialect(opened) });
  return ok({
    reads: <Tables>() => reads as unknown as Kysely<Tables>,
    close: () => Promise.resolve(opened.close()),
  });
}

async function readPostgres(url: string): Promise<Result<ReadingDatabase, DatabaseFault>> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    types: POSTGRES_TYPES,
    options: '-c default_transaction_read_only=on',
  });
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    return fail({
      code: 'unreachable',
      sentence: `PostgreSQL cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
    });
  }
  const reads = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return ok({ reads: <Tables>() => reads as unknown as Kysely<Tables>, close: () => pool.end() });
}
