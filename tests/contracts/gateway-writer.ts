import { openDatabase } from '../../gateway/db/database.ts';
import type { Migration } from '../../gateway/db/migrate.ts';

/** A process that writes until it is killed or its disk is full, and says each commit only when it was answered. */
const migrations: readonly Migration[] = [
  { name: 'rows-1', up: async (m) => { await m.createTable('rows').addColumn('number', m.integer, (c) => c.primaryKey()).addColumn('filling', m.text, (c) => c.notNull()).execute(); } },
];
const [path = '', bytes = '100', writers = '8'] = process.argv.slice(2);

const opened = await openDatabase({ sqlitePath: path, migrations, clock: () => 1 });
if (!opened.ok) throw new Error(opened.error.sentence);
const { committer } = opened.value;
let next = committer.lastCommit() + 1;

async function writeOn(): Promise<void> {
  for (;;) {
    const number = next;
    next += 1;
    try {
      await committer.submit((tx) => tx.tables<{ readonly rows: { readonly number: number; readonly filling: string } }>().insertInto('rows').values({ number, filling: 'x'.repeat(Number(bytes)) }).execute());
    } catch (error) {
      console.log(`failed ${error instanceof Error && 'code' in error ? String(error.code) : 'untyped'}`);
      return;
    }
    console.log(`kept ${String(number)}`);
  }
}

await Promise.all(Array.from({ length: Number(writers) }, writeOn));
console.log('alive');
