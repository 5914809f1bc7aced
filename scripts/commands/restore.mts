import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { appendAudit } from '../../gateway/audit/append-audit.ts';
import { type CopiedDatabase, inspectSqlite } from '../../gateway/db/copy-sqlite.ts';
import { openDatabase } from '../../gateway/db/database.ts';
import { allMigrations } from '../../gateway/migrations.ts';
import { readBackupArchive, SECRET_FILES } from '../lib/backup-archive.mts';
import { Problem } from '../lib/problem.mts';

/** `throughline restore`: a back-up into a folder of its own. Whoever restores exchanges the folders, and can go back. */
export function registerRestore(program: Command): void {
  program
    .command('restore')
    .description('Put a back-up into an empty data folder. Tablets send again what it does not know.')
    .requiredOption('--data <folder>', 'a new or empty folder')
    .requiredOption('--from <file>', 'the back-up')
    .action(async (options: { readonly data: string; readonly from: string }) => {
      const data = resolve(options.data);
      const { commit } = await restore(data, resolve(options.from));
      process.stdout.write(`Good: ${data} is as it was at commit ${String(commit)}. Start the gateway.\n`);
    });
}

async function restore(data: string, from: string): Promise<CopiedDatabase> {
  if (existsSync(data) && readdirSync(data).length > 0) {
    throw new Problem(`${data} is not empty. Restore into a new folder, then exchange the two.`);
  }
  if (!existsSync(from)) throw new Problem(`There is no back-up at ${from}.`);
  const work = `${data}.restoring`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true, mode: 0o700 });
  try {
    await readBackupArchive(from, work);
    const found = inspectSqlite(join(work, 'gateway.db'));
    const isWhole = found.ok && SECRET_FILES.every((name) => existsSync(join(work, name)));
    if (!found.ok || !isWhole) throw new Problem(`${from} is not a whole back-up. Nothing was restored.`);
    await noteRestore(work, found.value);
    rmSync(data, { recursive: true, force: true });
    renameSync(work, data);
    return found.value;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The audit says itself that it goes on from a copy: the gap in time has a reason. */
async function noteRestore(folder: string, copy: CopiedDatabase): Promise<void> {
  const place = { sqlitePath: join(folder, 'gateway.db'), migrations: allMigrations, clock: () => Date.now() };
  const opened = await openDatabase(place);
  if (!opened.ok) throw new Problem(opened.error.sentence);
  const { committer } = opened.value;
  const actor = { kind: 'gateway', id: 'restore' } as const;
  await committer.submit((tx) =>
    appendAudit(tx, { at: tx.now, actor, action: 'gateway.restore', subject: 'gateway', detail: { ...copy } }),
  );
  await opened.value.close();
}
