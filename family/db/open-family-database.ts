import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { fail, ok, type Result } from '#protocol/result.ts';
import { nodeSqliteDialect } from './node-sqlite-dialect.ts';
import { FAMILY_MIGRATIONS, type FamilyTables } from './tables.ts';

/** The family service's database. */
export type FamilyDatabase = Kysely<FamilyTables>;

/** Why it did not open; `sentence` is for whoever starts the service. Nothing was written. */
export type FamilyDatabaseFault = {
  readonly code: 'damaged' | 'newer-than-program' | 'cannot-open';
  readonly sentence: string;
};

/** Opens (or makes) the database at `path`, or `:memory:`, and brings its schema up to date. */
export function openFamilyDatabase(path: string): Result<FamilyDatabase, FamilyDatabaseFault> {
  let database: DatabaseSync | undefined;
  try {
    const damaged = isCut(path);
    if (damaged) return fail({ code: 'damaged', sentence: damagedSentence(path) });
    database = new DatabaseSync(path);
    // `secure_delete`: what is forgotten is overwritten, for replies must not outlive their fetching.
    database.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on; pragma busy_timeout = 5000',
    );
    if (database.prepare('pragma quick_check(1)').get()?.['quick_check'] !== 'ok') {
      database.close();
      return fail({ code: 'damaged', sentence: damagedSentence(path) });
    }
    if (!migrate(database)) {
      database.close();
      return fail({
        code: 'newer-than-program',
        sentence: `The database ${path} was written by a newer version. Start that version.`,
      });
    }
    return ok(new Kysely<FamilyTables>({ dialect: nodeSqliteDialect(database) }));
  } catch (error) {
    if (database?.isOpen === true) database.close();
    return fail(describeOpening(error, path));
  }
}

function migrate(database: DatabaseSync): boolean {
  const version = Number(database.prepare('pragma user_version').get()?.['user_version'] ?? 0);
  if (version > FAMILY_MIGRATIONS.length) return false;
  for (const [index, step] of FAMILY_MIGRATIONS.entries()) {
    if (index >= version) database.exec(`begin; ${step}; pragma user_version = ${String(index + 1)}; commit`);
  }
  return true;
}

/** An empty file where a database was is a loss to be told, not a new service to be started. */
function isCut(path: string): boolean {
  return path !== ':memory:' && existsSync(path) && statSync(path).size === 0;
}

/** Primary result codes of SQLite for a file that is no whole database. */
const DAMAGED = [11, 26];

function describeOpening(error: unknown, path: string): FamilyDatabaseFault {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  if (DAMAGED.includes(code)) return { code: 'damaged', sentence: damagedSentence(path) };
  return {
    code: 'cannot-open',
    sentence: `The database ${path} cannot be opened: ${error instanceof Error ? error.message : String(error)}.`,
  };
}

function damagedSentence(path: string): string {
  return `The database ${path} is damaged. It has been left as it is: keep a copy, then restore the newest back-up.`;
}
