import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { fail, ok, type Result } from '#protocol/result.ts';
import { createCommitter, readCounter, refuseInsideJob } from './committer.ts';
import type { DatabaseFault, GatewayDatabase } from './gateway-database.ts';
import { migrate, type Migration } from './migrate.ts';
import type { CounterTables } from './own-tables.ts';
import { POSTGRES_TYPES } from './postgres-types.ts';
import { CommitFailure, type CommitFailureCode } from './transaction.ts';

/** The advisory lock that makes one gateway the only committer of its database (performance.md section 4). */
const LEADER_LOCK = 7_400_221;
/** Reading connections: two cores serve eight readers about as fast as they can (performance.md 2.3). */
const READERS = 8;

/** Opens PostgreSQL: one connection that leads and writes, a pool that only reads. */
export async function openPostgres(url: string, migrations: readonly Migration[], clock: () => number): Promise<Result<GatewayDatabase, DatabaseFault>> {
  const leader = createLeader(url);
  const writes = new Kysely<CounterTables>({ dialect: new PostgresDialect({ pool: leader }) });
  const pool = new pg.Pool({ connectionString: url, max: READERS, types: POSTGRES_TYPES, options: '-c default_transaction_read_only=on' });
  // An idle reader that is cut off is replaced at the next read; it must not end the process.
  pool.on('error', () => undefined);
  const giveUp = async (fault: DatabaseFault): Promise<Result<never, DatabaseFault>> => {
    await leader.end();
    await pool.end();
    return fail(fault);
  };
  try {
    const { unknown } = await migrate(writes as unknown as Kysely<never>, 'postgres', migrations, clock());
    if (unknown.length > 0) return await giveUp({ code: 'newer-than-program', sentence: `The database was written by a newer version (${unknown.join(', ')}). Start that version.` });
    const committer = createCommitter({ begin: 'begin', clock, describeFailure, withConnection: (work) => writes.connection().execute(work) }, await readCounter(writes));
    const reads = new Kysely<unknown>({ dialect: new PostgresDialect({ pool, onReserveConnection: () => Promise.resolve(refuseInsideJob()) }) });
    return ok({
      kind: 'postgres',
      reads: <Tables>() => reads as unknown as Kysely<Tables>,
      committer,
      close: async () => {
        await committer.close();
        await leader.end();
        await pool.end();
      },
    });
  } catch (error) {
    if (error instanceof CommitFailure && error.code === 'not-leader') {
      return giveUp({ code: 'not-leader', sentence: 'Another gateway is writing to this database. Two would give out the same numbers: stop the other one first.' });
    }
    return giveUp({ code: 'unreachable', sentence: `PostgreSQL cannot be used: ${error instanceof Error ? error.message : String(error)}.` });
  }
}

/** A "pool" of the one connection that holds the leader's lock; made anew, lock and all, when it was lost. */
function createLeader(url: string): { readonly connect: () => Promise<LeaderClient>; readonly end: () => Promise<void>; readonly options: Record<string, never> } {
  let current: pg.Client | undefined;
  const connect = async (): Promise<pg.Client> => {
    if (current !== undefined) return current;
    const client = new pg.Client({ connectionString: url, types: POSTGRES_TYPES });
    const forget = (): void => {
      if (current === client) current = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LEADER_LOCK]);
    if (rows[0]?.held !== true) {
      await client.end();
      throw new CommitFailure('not-leader');
    }
    current = client;
    return client;
  };
  return {
    options: {},
    connect: async () => Object.assign(await connect(), { release: () => undefined }),
    end: async () => {
      await current?.end();
      current = undefined;
    },
  };
}

type LeaderClient = pg.Client & { readonly release: () => void };

function describeFailure(error: unknown): CommitFailureCode | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // 53100 disk_full; classes 08 (connection), 57 (operator intervention) and 58 (system) of the error code table.
  if (code === '53100') return 'disk-full';
  if (/^(08|57|58|XX)/.test(code) || /^E[A-Z]+$/.test(code)) return 'database-lost';
  if (error instanceof Error && /Connection terminated|not queryable/.test(error.message)) return 'database-lost';
  return undefined;
}
