import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { GatewayDatabase } from '../../gateway/db/gateway-database.ts';
import { POSTGRES_TYPES } from '../../gateway/db/postgres-types.ts';
import type { GatewayTransaction } from '../../gateway/db/transaction.ts';

/** Connections of the peer, as in the goal (performance.md section 5, goal 1). */
const CONNECTIONS = 8;

/**
 * The peer of the durable-push figure: the same database, but every job is a transaction of its own on one of eight
 * connections, numbered by a PostgreSQL sequence. This is how one would write it at first, and why it is wrong is in
 * ADR 0003: numbers become visible out of order. Its speed is what counts here.
 */
export function withOneTransactionPerRequest(database: GatewayDatabase, url: string): GatewayDatabase {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, types: POSTGRES_TYPES });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const numbered = pool.query('create sequence if not exists bench_commit start 1000');
  let last = 1000;
  const submit = async <T,>(job: (tx: GatewayTransaction) => Promise<T>): Promise<T> => {
    await numbered;
    return db.connection().execute(async (connection) => {
      await sql`begin`.execute(connection);
      try {
        const { rows } = await sql<{ number: number }>`select nextval('bench_commit') as number`.execute(connection);
        const commit = rows[0]?.number ?? 0;
        const value = await job(asTransaction(connection, commit));
        await sql`commit`.execute(connection);
        last = Math.max(last, commit);
        return value;
      } catch (error) {
        await sql`rollback`.execute(connection);
        throw error;
      }
    });
  };
  return {
    ...database,
    committer: { submit, subscribe: () => () => undefined, lastCommit: () => last, close: () => Promise.resolve() },
    close: async () => {
      await db.destroy();
      await database.close();
    },
  };
}

function asTransaction(connection: Kysely<unknown>, commit: number): GatewayTransaction {
  let ordinal = 0;
  let depth = 0;
  return {
    commit,
    now: Date.now(),
    tables: <Tables,>() => connection as unknown as Kysely<Tables>,
    attempt: async (work) => {
      depth += 1;
      const name = sql.raw(`s${String(depth)}`);
      await sql`savepoint ${name}`.execute(connection);
      try {
        const value = await work();
        await sql`release savepoint ${name}`.execute(connection);
        return value;
      } catch (error) {
        await sql`rollback to savepoint ${name}`.execute(connection);
        throw error;
      } finally {
        depth -= 1;
      }
    },
    nextOrdinal: () => (ordinal += 1),
    announce: () => undefined,
  };
}
