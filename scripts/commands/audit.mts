import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readCheckpoint } from '../../gateway/audit/checkpoint-file.ts';
import type { AuditTables } from '../../gateway/audit/tables.ts';
import { type AuditVerdict, verifyAudit } from '../../gateway/audit/verify-audit.ts';
import { openForReading } from '../../gateway/db/open-for-reading.ts';
import { Problem } from '../lib/problem.mts';

/** What each kind of break means, for whoever must act on it. */
const MEANINGS: Readonly<Record<Extract<AuditVerdict, { ok: false }>['broken']['code'], string>> = {
  missing: 'an entry was taken out before it',
  changed: 'it was altered after it was written',
  unlinked: 'it does not follow from the entry before it: something was put in or exchanged',
  truncated: 'the newest entries were taken away',
  replaced: 'the chain was written anew up to here',
};

/** `throughline audit …`: looks after the gateway's audit. It only reads, also while the gateway runs. */
export function registerAudit(program: Command): void {
  program
    .command('audit')
    .description('Look after the audit.')
    .command('verify')
    .description('Check every entry of the audit, and that none is missing.')
    .requiredOption('--data <folder>', "the gateway's data folder")
    .option('--database <address>', 'the PostgreSQL database, where the gateway uses one')
    .action(async (options: { readonly data: string; readonly database?: string }) => {
      const folder = resolve(options.data);
      const opened = await openForReading(
        options.database === undefined ? { sqlitePath: `${folder}/gateway.db` } : { postgresUrl: options.database },
      );
      if (!opened.ok) throw new Problem(opened.error.sentence);
      try {
        report(await verifyAudit(opened.value.reads<AuditTables>(), readCheckpoint(folder)));
      } finally {
        await opened.value.close();
      }
    });
}

function report(verdict: AuditVerdict): void {
  if (!verdict.ok) {
    const { sequence, code } = verdict.broken;
    throw new Problem(
      `The audit is broken at entry ${String(sequence)}: ${MEANINGS[code]} (${code}). ${String(verdict.entries)} entries before it are good.`,
    );
  }
  process.stdout.write(
    `Good: ${String(verdict.entries)} entries, each as it was written. The newest is ${verdict.head.hash.slice(0, 16)}.\n`,
  );
}
