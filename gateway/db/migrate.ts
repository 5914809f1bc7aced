import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

/**
 * What a migration may use: the few column types that SQLite and PostgreSQL both have. A migration imports nothing
 * else of ours, because it is frozen history: it must do in ten years what it did on its first day.
 */
export type MigrationHelper = {
  /** The database, without types: a migration may not lean on today's row types. */
  readonly db: Kysely<never>;
  readonly kind: 'sqlite' | 'postgres';
  /** `create table`; STRICT on SQLite, so that a wrong type is refused there as it is on PostgreSQL. */
  readonly createTable: (name: string) => CreateTableBuilder<string>;
  /** `create index name on table (columns)`. */
  readonly createIndex: (name: string, table: string, columns: readonly string[], options?: { readonly unique?: boolean }) => Promise<void>;
  /** Any other statement that both databases understand. */
  readonly run: (statement: string) => Promise<void>;
  /** Column types. `id` is 16 bytes, `time` whole milliseconds since 1970 UTC, `flag` 0 or 1. */
  readonly id: ReturnType<typeof sql.raw>;
  readonly bytes: ReturnType<typeof sql.raw>;
  readonly integer: ReturnType<typeof sql.raw>;
  readonly time: ReturnType<typeof sql.raw>;
  readonly flag: ReturnType<typeof sql.raw>;
  readonly text: ReturnType<typeof sql.raw>;
};

/** One step of the schema. `name` never changes once released, for example `messaging-1-messages`. */
export type Migration = { readonly name: string; readonly up: (helper: MigrationHelper) => Promise<void> };

type AppliedTable = { readonly schema_migrations: { readonly name: string; readonly applied_at: number } };

/**
 * Applies, in the order of the list, every migration not yet applied; each is one transaction with its own mark.
 * Returns the names it applied, or the names the database has that this program does not know (`unknown`, nothing
 * was changed): an older program must not write into a newer database.
 */
export async function migrate(db: Kysely<never>, kind: 'sqlite' | 'postgres', migrations: readonly Migration[], now: number): Promise<{ readonly applied: readonly string[]; readonly unknown: readonly string[] }> {
  const names = new Set(migrations.map((migration) => migration.name));
  if (names.size !== migrations.length) throw new Error('Two migrations have the same name');
  const known = db as unknown as Kysely<AppliedTable>;
  const helper = createHelper(db, kind);
  await sql`create table if not exists schema_migrations (name text primary key, applied_at bigint not null)`.execute(db);
  const done = new Set((await known.selectFrom('schema_migrations').select('name').execute()).map((row) => row.name));
  const unknown = [...done].filter((name) => !names.has(name));
  if (unknown.length > 0) return { applied: [], unknown };
  const applied: string[] = [];
  for (const migration of migrations.filter((each) => !done.has(each.name))) {
    await known.connection().execute(async (connection) => {
      await sql`begin`.execute(connection);
      try {
        await migration.up({ ...helper, ...createHelper(connection as unknown as Kysely<never>, kind) });
        await connection.insertInto('schema_migrations').values({ name: migration.name, applied_at: now }).execute();
        await sql`commit`.execute(connection);
      } catch (error) {
        await sql`rollback`.execute(connection);
        throw error;
      }
    });
    applied.push(migration.name);
  }
  return { applied, unknown: [] };
}

function createHelper(db: Kysely<never>, kind: 'sqlite' | 'postgres'): MigrationHelper {
  const lite = kind === 'sqlite';
  const integer = sql.raw(lite ? 'integer' : 'bigint');
  return {
    db,
    kind,
    createTable: (name) => {
      const table = db.schema.createTable(name);
      return lite ? table.modifyEnd(sql`strict`) : table;
    },
    createIndex: async (name, table, columns, options) => {
      const list = columns.map((column) => `"${column}"`).join(', ');
      await sql.raw(`create ${options?.unique === true ? 'unique ' : ''}index "${name}" on "${table}" (${list})`).execute(db);
    },
    run: async (statement) => {
      await sql.raw(statement).execute(db);
    },
    id: sql.raw(lite ? 'blob' : 'bytea'),
    bytes: sql.raw(lite ? 'blob' : 'bytea'),
    integer,
    time: integer,
    flag: integer,
    text: sql.raw('text'),
  };
}
