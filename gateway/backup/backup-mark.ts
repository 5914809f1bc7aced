import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod/mini';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import { noteBackup } from '../sync/change-log.ts';
import type { SyncTables } from '../sync/sync-tables.ts';

const markSchema = z.object({ commit: z.int().check(z.gte(0)), boot: z.string() });
/** What the newest back-up holds. `boot` names the history, so that a mark outliving a restore is not believed. */
export type BackupMark = z.infer<typeof markSchema>;

/** How often a running gateway looks for a new mark: tablets may keep answered operations that much longer. */
const LOOK_EVERY = 5000;

/** The file by which the back-up tool tells the gateway, the only writer of its database. */
export function backupMarkPath(dataFolder: string): string {
  return `${dataFolder}/backed-up.json`;
}

/** Writes the mark, once the back-up is safe. */
export function writeBackupMark(dataFolder: string, mark: BackupMark): void {
  const path = backupMarkPath(dataFolder);
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(mark)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
}

/**
 * Takes up marks while the gateway runs, so that tablets learn what they need not keep any longer (OUT-4).
 * Returns how to stop.
 */
export function watchBackupMark(
  database: GatewayDatabase,
  dataFolder: string,
  onTrouble: (error: unknown) => void,
): () => Promise<void> {
  let taken = 0;
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    const mark = readMark(dataFolder);
    if (mark === undefined || mark.commit <= taken || !(await isOurs(database, mark))) return;
    await database.committer.submit((tx) => noteBackup(tx, mark.commit));
    taken = mark.commit;
  };
  const start = (): void => {
    looking = looking.then(look).catch(onTrouble);
  };
  start();
  const timer = setInterval(start, LOOK_EVERY);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}

function readMark(dataFolder: string): BackupMark | undefined {
  try {
    const parsed = markSchema.safeParse(JSON.parse(readFileSync(backupMarkPath(dataFolder), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A mark of another history must not tell tablets to forget anything: not of commits this database never made, and not
 * of those that a boot made after the copy this database was restored from.
 */
async function isOurs(database: GatewayDatabase, mark: BackupMark): Promise<boolean> {
  if (mark.commit > database.committer.lastCommit()) return false;
  const boots = await database.reads<SyncTables>().selectFrom('boots').selectAll().orderBy('first_commit').execute();
  const at = boots.findIndex((row) => row.boot === mark.boot);
  const next = boots[at + 1];
  return at >= 0 && (next === undefined || mark.commit < next.first_commit);
}
