import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { writeBackupMark } from '../../gateway/backup/backup-mark.ts';
import { copySqlite, type CopiedDatabase } from '../../gateway/db/copy-sqlite.ts';
import { writeBackupArchive } from '../lib/backup-archive.mts';
import { Problem } from '../lib/problem.mts';

/** `throughline backup`, for the embedded database. PostgreSQL has pg_dump (docs/operations). */
export function registerBackup(program: Command): void {
  program
    .command('backup')
    .description("Copy a gateway's data to one file, also while it runs.")
    .requiredOption('--data <folder>', "the gateway's data folder")
    .requiredOption('--out <file>', 'the file to write; it opens everything, so keep it as safe as the gateway')
    .action(async (options: { readonly data: string; readonly out: string }) => {
      const out = resolve(options.out);
      const { commit } = await backUp(resolve(options.data), out);
      process.stdout.write(`Good: ${out} holds everything up to commit ${String(commit)}.\n`);
    });
}

async function backUp(data: string, out: string): Promise<CopiedDatabase> {
  const database = join(data, 'gateway.db');
  if (!existsSync(database)) {
    throw new Problem(`There is no embedded database in ${data}. With PostgreSQL use pg_dump.`);
  }
  const work = mkdtempSync(join(dirname(out), '.throughline-backup-'));
  try {
    const copied = await copySqlite(database, join(work, 'gateway.db')).catch(describeCopy);
    if (!copied.ok) throw new Problem('The copy was not whole, so nothing was kept. Check the disk of the gateway.');
    await writeBackupArchive(data, join(work, 'gateway.db'), join(work, 'archive'));
    renameSync(join(work, 'archive'), out);
    // Only now: tablets forget what they are told is safe (OUT-4).
    writeBackupMark(data, copied.value);
    return copied.value;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function describeCopy(cause: unknown): never {
  throw new Problem(`The database could not be copied: ${cause instanceof Error ? cause.message : String(cause)}.`);
}
