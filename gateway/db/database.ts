import type { Result } from '#protocol/result.ts';
import type { DatabaseFault, GatewayDatabase } from './gateway-database.ts';
import { databaseMigrations } from './own-tables.ts';
import type { Migration } from './migrate.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';

/** Where the data is. A path for the embedded database, `:memory:` for a throw-away one, or a PostgreSQL address. */
export type DatabasePlace =
  | {
      readonly sqlitePath: string;
      /** `never` gives up power safety for speed: throw-away databases only. Normally every commit is flushed. */
      readonly flush?: 'always' | 'never';
    }
  | { readonly postgresUrl: string };

export type OpenOptions = DatabasePlace & {
  /** Every room's and feature's migrations, in the order `start.ts` lists them. */
  readonly migrations: readonly Migration[];
  /** The gateway's clock, milliseconds since 1970; each job gets it as `tx.now`. */
  readonly clock: () => number;
};

/**
 * Opens the database and brings its schema up to date. A damaged file, a missing server, a second gateway on the
 * same PostgreSQL and a database from a newer version are values, so that the start can say so and stop.
 */
export function openDatabase(options: OpenOptions): Promise<Result<GatewayDatabase, DatabaseFault>> {
  const migrations = [...databaseMigrations, ...options.migrations];
  if ('postgresUrl' in options) return openPostgres(options.postgresUrl, migrations, options.clock);
  return openSqlite({ path: options.sqlitePath, flush: options.flush ?? 'always', migrations, clock: options.clock });
}
