import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import type { GatewayDatabase } from './gateway-database.ts';
import type { Migration } from './migrate.ts';

type NoteTables = { readonly notes: { readonly text: string } };
const migrations: readonly Migration[] = [
  { name: 'notes-1', up: async (m) => { await m.createTable('notes').addColumn('text', m.text, (c) => c.primaryKey()).execute(); } },
];
let database: GatewayDatabase;

beforeEach(async () => {
  const opened = await openDatabase({ sqlitePath: ':memory:', migrations, clock: () => 5 });
  if (!opened.ok) throw new Error(opened.error.sentence);
  database = opened.value;
});
afterEach(() => database.close());

const write = (text: string, then?: () => Promise<void>) =>
  database.committer.submit(async (tx) => {
    await tx.tables<NoteTables>().insertInto('notes').values({ text }).execute();
    await then?.();
    return tx.commit;
  });
const notes = async () => (await database.reads<NoteTables>().selectFrom('notes').select('text').orderBy('text').execute()).map((row) => row.text);

test('PULL-4 jobs submitted together get numbers without a gap, and one that throws takes none', async () => {
  const outcomes = await Promise.allSettled([write('a'), write('b', () => Promise.reject(new Error('no'))), write('c')]);
  expect(outcomes.map((each) => (each.status === 'fulfilled' ? each.value : 'thrown'))).toEqual([1, 'thrown', 2]);
  expect(await notes()).toEqual(['a', 'c']);
  expect(database.committer.lastCommit()).toBe(2);
});

test('a broken constraint undoes only the job that broke it', async () => {
  const outcomes = await Promise.allSettled([write('a'), write('a'), write('b')]);
  expect(outcomes.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await notes()).toEqual(['a', 'b']);
});

test('an attempt that throws undoes its own writes and announcements, and the job goes on', async () => {
  const heard: string[] = [];
  database.committer.subscribe((news) => { if (news !== 'lost-track') heard.push(...news.flatMap((each) => each.topics)); });
  await database.committer.submit(async (tx) => {
    tx.announce('kept');
    await tx.attempt(async () => {
      tx.announce('undone');
      await tx.tables<NoteTables>().insertInto('notes').values({ text: 'undone' }).execute();
      throw new Error('no');
    }).catch(() => undefined);
    await tx.tables<NoteTables>().insertInto('notes').values({ text: 'kept' }).execute();
  });
  expect(await notes()).toEqual(['kept']);
  expect(heard).toEqual(['kept']);
});

test('PUSH-6 nobody reads a write before it is committed, not even in memory', async () => {
  const written = Promise.withResolvers<undefined>();
  const goOn = Promise.withResolvers<undefined>();
  const writing = write('a', () => {
    written.resolve(undefined);
    return goOn.promise;
  });
  await written.promise;
  // Asked while the write is there but not committed, and the job will be undone.
  const reading = notes();
  goOn.reject(new Error('no'));
  await expect(writing).rejects.toThrow('no');
  expect(await reading).toEqual([]);
});

test('a job that reads around its transaction is told so', async () => {
  await expect(database.committer.submit(() => notes())).rejects.toThrow('Inside a job');
});

test('a transaction kept after its job is refused', async () => {
  const kept = await database.committer.submit((tx) => Promise.resolve(tx));
  expect(() => kept.tables()).toThrow('after its job');
});

test('after closing, writes are refused with a typed failure', async () => {
  await database.committer.close();
  await expect(write('a')).rejects.toMatchObject({ code: 'closed' });
});
