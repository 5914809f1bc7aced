import type { DatabaseSync } from 'node:sqlite';
import { SqliteDialect } from 'kysely';

/** Kysely over `node:sqlite`: its driver wants the few calls that better-sqlite3 has, and these are they. */
export function nodeSqliteDialect(database: DatabaseSync): SqliteDialect {
  return new SqliteDialect({
    database: {
      close: () => {
        database.close();
      },
      prepare: (text: string) => {
        const statement = database.prepare(text);
        const bind = (parameters: readonly unknown[]) => parameters as (null | number | bigint | string | Uint8Array)[];
        return {
          reader: statement.columns().length > 0,
          all: (parameters: readonly unknown[]) => statement.all(...bind(parameters)),
          run: (parameters: readonly unknown[]) => {
            // A full disk has rolled back already; a second rollback would hide why.
            if (text === 'rollback' && !database.isTransaction) return { changes: 0n, lastInsertRowid: 0n };
            const { changes, lastInsertRowid } = statement.run(...bind(parameters));
            return { changes: BigInt(changes), lastInsertRowid: BigInt(lastInsertRowid) };
          },
          iterate: (parameters: readonly unknown[]) =>
            statement.iterate(...bind(parameters)) as IterableIterator<unknown>,
        };
      },
    },
  });
}
