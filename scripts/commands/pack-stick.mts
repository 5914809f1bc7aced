import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { explodePack } from '../../content-packs/builder/explode-pack.ts';
import { refusalSentence } from '../../content-packs/builder/refusal-sentences.ts';
import { readTrustedKey } from '../../content-packs/builder/signing-key.ts';
import { openForReading } from '../../gateway/db/open-for-reading.ts';
import type { PackTables } from '../../gateway/packs/tables.ts';
import { writeStick, type StickFailure } from '../../gateway/packs/write-stick.ts';
import { Problem } from '../lib/problem.mts';
import { counted, print } from './pack-command.mts';

type StickOptions = {
  readonly data?: string;
  readonly database?: string;
  readonly packs: readonly string[];
  readonly trust: readonly string[];
};

/** `throughline pack stick`: puts courses on a USB stick, as a tablet's image finds them in its `usbFolder` (ADR 0021). */
export function registerPackStick(pack: Command): void {
  pack
    .command('stick <folder>')
    .description('Write a USB stick for tablets: all that is live at a gateway, or signed packs.')
    .option('--data <folder>', "the gateway's data folder; it may be running")
    .option('--database <address>', 'the PostgreSQL database, where the gateway uses one')
    .option('--packs <file...>', 'signed .pack files, for tablets that were given no root keys', [])
    .option('--trust <file...>', 'public key files to believe these packs by', [])
    .action(async (folder: string, options: StickOptions) => {
      if (!existsSync(folder)) throw new Problem(`There is no folder ${folder}: put the stick in, and name where it is.`);
      if (options.data !== undefined) return writeFromGateway(resolve(folder), resolve(options.data), options.database);
      if (options.packs.length === 0) throw new Problem('Name a gateway with --data, or signed packs with --packs and --trust.');
      await writeFromPacks(resolve(folder), options);
    });
}

async function writeFromGateway(folder: string, data: string, database: string | undefined): Promise<void> {
  const opened = await openForReading(database === undefined ? { sqlitePath: `${data}/gateway.db` } : { postgresUrl: database });
  if (!opened.ok) throw new Problem(opened.error.sentence);
  try {
    const written = await writeStick(opened.value.reads<PackTables>(), data, folder);
    if (!written.ok) throw new Problem(sentenceFor(written.error));
    const { packs, files, bytes, serial, issuedAt } = written.value;
    const day = new Date(issuedAt).toISOString().slice(0, 10);
    print(`The stick has ${counted(packs, 'course')}: ${counted(files, 'new file')}, ${megabytes(bytes)}. Its list is number ${String(serial)} of ${day}.`);
  } finally {
    await opened.value.close();
  }
}

/** Each pack is judged whole before a byte of it is written. */
async function writeFromPacks(folder: string, options: StickOptions): Promise<void> {
  const keys = [];
  for (const file of options.trust) {
    const key = await readTrustedKey(file);
    if (!key.ok) throw new Problem(refusalSentence(key.error));
    keys.push(key.value);
  }
  if (keys.length === 0) throw new Problem('Name the public keys to believe with --trust.');
  for (const file of options.packs) {
    const exploded = await explodePack(file, folder, { trust: { keys, threshold: 1, requiredRoles: [] } });
    if (!exploded.ok) throw new Problem(`${file}: ${refusalSentence(exploded.error)}`);
  }
  print(`The stick has ${counted(options.packs.length, 'course')}. It has no list, so only tablets without root keys take from it.`);
}

function sentenceFor(failure: StickFailure): string {
  if (failure.code === 'file-damaged') return `The gateway's file ${failure.sha256} is damaged. Bring its course to the gateway again.`;
  return 'This gateway has no signed list of courses yet: it needs roles (throughline keys roles), and a published course.';
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
