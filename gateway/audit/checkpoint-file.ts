import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod/mini';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import { AUDIT_TOPIC } from './append-audit.ts';
import type { AuditTables } from './tables.ts';
import type { AuditCheckpoint } from './verify-audit.ts';

const checkpointSchema = z.object({ sequence: z.int(), hash: z.string() });

/** At most one write in this many milliseconds: a mark a second old still shows any later cut. */
const WRITE_EVERY = 1000;

/** The file that holds the head of the audit outside the database, in the data folder. */
export function checkpointPath(dataFolder: string): string {
  return `${dataFolder}/audit-head.json`;
}

/** Reads the mark, or undefined where none was written yet or it cannot be read. */
export function readCheckpoint(dataFolder: string): AuditCheckpoint | undefined {
  try {
    const parsed = checkpointSchema.safeParse(JSON.parse(readFileSync(checkpointPath(dataFolder), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the mark so that a power cut leaves the old one or the new one, never half. */
export function writeCheckpoint(dataFolder: string, checkpoint: AuditCheckpoint): void {
  const path = checkpointPath(dataFolder);
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(checkpoint)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
}

/**
 * Keeps the mark up to date while the gateway runs. A disk that cannot take it does not stop the gateway:
 * `onTrouble` is told, and the next entry tries again. Returns how to stop, which writes the last mark.
 */
export function keepCheckpoint(
  database: GatewayDatabase,
  dataFolder: string,
  onTrouble: (error: unknown) => void,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const write = async (): Promise<void> => {
    timer = undefined;
    try {
      const head = await loadHead(database);
      if (head !== undefined) writeCheckpoint(dataFolder, head);
    } catch (error) {
      onTrouble(error);
    }
  };
  const stop = database.committer.subscribe((news) => {
    if (news !== 'lost-track' && news.every((notice) => !notice.topics.includes(AUDIT_TOPIC))) return;
    timer ??= setTimeout(() => void write(), WRITE_EVERY);
  });
  return async () => {
    stop();
    clearTimeout(timer);
    await write();
  };
}

async function loadHead(database: GatewayDatabase): Promise<AuditCheckpoint | undefined> {
  const row = await database
    .reads<AuditTables>()
    .selectFrom('audit_entries')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : { sequence: row.sequence, hash: Buffer.from(row.hash).toString('hex') };
}
