import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { CompiledQuery, type DatabaseConnection, type Dialect, type Driver, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';

/** Compiled statements kept per connection: the gateway has a few hundred shapes of query in all. */
const MAX_STATEMENTS = 500;

/**
 * Kysely over `node:sqlite`. `whenIdle` is awaited before each query: a database in memory has one connection, and a
 * plain read on it must not see a transaction that is still open.
 */
export function nodeSqliteDialect(database: DatabaseSync, whenIdle?: () => Promise<void>): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => createDriver(database, whenIdle),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function createDriver(database: DatabaseSync, whenIdle: (() => Promise<void>) | undefined): Driver {
  const connection = createConnection(database);
  return {
    init: () => Promise.resolve(),
    acquireConnection: async () => {
      await whenIdle?.();
      return connection;
    },
    beginTransaction: (c) => run(c, 'begin'),
    commitTransaction: (c) => run(c, 'commit'),
    rollbackTransaction: (c) => run(c, 'rollback'),
    releaseConnection: () => Promise.resolve(),
    // Whoever opened the database closes it: two Kysely instances may share it.
    destroy: () => Promise.resolve(),
  };
}

function createConnection(database: DatabaseSync): DatabaseConnection {
  const statements = new Map<string, { readonly statement: StatementSync; readonly reader: boolean }>();
  const prepare = (text: string) => {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const statement = database.prepare(text);
    const made = { statement, reader: statement.columns().length > 0 };
    if (statements.size >= MAX_STATEMENTS) statements.delete(statements.keys().next().value ?? '');
    statements.set(text, made);
    return made;
  };
  return {
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- Kysely's interface
    executeQuery: <Row>(query: CompiledQuery) => {
      const { statement, reader } = prepare(query.sql);
      const parameters = query.parameters as (null | number | bigint | string | Uint8Array)[];
      if (reader) return Promise.resolve({ rows: statement.all(...parameters) as Row[] });
      const { changes, lastInsertRowid } = statement.run(...parameters);
      return Promise.resolve({ rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) });
    },
    // oxlint-disable-next-line require-yield -- the interface wants a generator; nothing of ours streams
    streamQuery: async function* () {
      await Promise.resolve();
      throw new Error('Streaming is not used');
    },
  };
}

async function run(connection: DatabaseConnection, statement: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(statement));
}
