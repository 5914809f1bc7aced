import { backup, DatabaseSync } from 'node:sqlite';
import { fail, ok, type Result } from '#protocol/result.ts';

/** What a copy holds: every commit up to this number, of this boot's history. */
export type CopiedDatabase = { readonly commit: number; readonly boot: string };

/**
 * Copies the embedded database to a file while a gateway may be writing to it (SQLite's online back-up), and checks
 * every page of the copy: a back-up nobody could restore is worse than none.
 */
export async function copySqlite(
  from: string,
  to: string,
): Promise<Result<CopiedDatabase, { readonly code: 'damaged' }>> {
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    source.exec('pragma busy_timeout = 5000');
    await backup(source, to);
  } finally {
    source.close();
  }
  return inspectSqlite(to);
}

/** Reads what a database file holds; `damaged` when one of its pages is not as it should be. */
export function inspectSqlite(path: string): Result<CopiedDatabase, { readonly code: 'damaged' }> {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    if (database.prepare('pragma integrity_check(1)').get()?.['integrity_check'] !== 'ok')
      return fail({ code: 'damaged' });
    const commit = Number(database.prepare('select value from commit_counter').get()?.['value']);
    const boot = database.prepare('select boot from boots order by first_commit desc limit 1').get()?.['boot'];
    return typeof boot === 'string' ? ok({ commit, boot }) : fail({ code: 'damaged' });
  } catch {
    return fail({ code: 'damaged' });
  } finally {
    database?.close();
  }
}
