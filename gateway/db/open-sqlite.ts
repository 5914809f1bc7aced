import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { fail, ok, type Result } from '#protocol/result.ts';
import { createCommitter, readCounter, refuseInsideJob } from './committer.ts';
import type { DatabaseFault, GatewayDatabase } from './gateway-database.ts';
import { migrate, type Migration } from './migrate.ts';
import { nodeSqliteDialect } from './node-sqlite-dialect.ts';
import type { CounterTables } from './own-tables.ts';
import type { CommitFailureCode } from './transaction.ts';

type SqliteOptions = { readonly path: string; readonly flush: 'always' | 'never'; readonly migrations: readonly Migration[]; readonly clock: () => number };

/** Result codes of sqlite.org/rescode.html, primary part. */
const SQLITE_BUSY = 5;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;

/** Opens the embedded database: WAL, flushed at each commit (docs/adr: durability after a power cut is a law). */
export async function openSqlite(options: SqliteOptions): Promise<Result<GatewayDatabase, DatabaseFault>> {
  const inMemory = options.path === ':memory:';
  if (!inMemory && isEmptyFile(options.path)) return fail(damaged(options.path));
  let writer: DatabaseSync | undefined;
  try {
    writer = new DatabaseSync(options.path);
    configure(writer, options);
    if (!inMemory && !isWhole(writer, options.path)) {
      writer.close();
      return fail(damaged(options.path));
    }
    return await finishOpening(writer, inMemory, options);
  } catch (error) {
    if (writer?.isOpen === true) writer.close();
    return fail(describeOpening(error, options.path));
  }
}

async function finishOpening(writer: DatabaseSync, inMemory: boolean, options: SqliteOptions): Promise<Result<GatewayDatabase, DatabaseFault>> {
  const gate = createGate();
  const writes = new Kysely<CounterTables>({ dialect: nodeSqliteDialect(writer) });
  const { unknown } = await migrate(writes as unknown as Kysely<never>, 'sqlite', options.migrations, options.clock());
  if (unknown.length > 0) {
    writer.close();
    return fail({ code: 'newer-than-program', sentence: `The database ${options.path} was written by a newer version (${unknown.join(', ')}). Start that version, or restore a back-up of this one.` });
  }
  writer.exec("insert into gateway_notes (name, value) values ('closed', 'no') on conflict (name) do update set value = 'no'");
  const reader = inMemory ? writer : openReader(options.path);
  const reads = new Kysely<unknown>({ dialect: nodeSqliteDialect(reader, () => waitToRead(inMemory ? gate : undefined)) });
  const committer = createCommitter(
    { begin: 'begin immediate', clock: options.clock, describeFailure, withConnection: (work) => gate.hold(() => work(writes)) },
    await readCounter(writes),
  );
  return ok({
    kind: 'sqlite',
    reads: <Tables>() => reads as unknown as Kysely<Tables>,
    committer,
    close: async () => {
      await committer.close();
      writer.exec("update gateway_notes set value = 'yes' where name = 'closed'");
      if (reader !== writer) reader.close();
      writer.close();
    },
  });
}

function configure(database: DatabaseSync, options: SqliteOptions): void {
  database.exec('pragma busy_timeout = 5000; pragma foreign_keys = on');
  // What is deleted is overwritten: a page that somebody has taken back must not lie in a copied file (ADR 0023).
  database.exec('pragma secure_delete = on');
  database.exec(options.flush === 'always' ? 'pragma journal_mode = wal; pragma synchronous = full' : 'pragma journal_mode = wal; pragma synchronous = off');
}

function openReader(path: string): DatabaseSync {
  const reader = new DatabaseSync(path);
  reader.exec('pragma busy_timeout = 5000; pragma query_only = on');
  return reader;
}

function isEmptyFile(path: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  // An empty file where the database was is a loss to be told, not a new prison to be started.
  return file !== undefined && file.size === 0;
}

/** A cut file is found by its length, and after an unclean stop every page is checked. */
function isWhole(database: DatabaseSync, path: string): boolean {
  const header = database.prepare('select (select page_count from pragma_page_count()) * (select page_size from pragma_page_size()) as bytes').get();
  const wal = statSync(`${path}-wal`, { throwIfNoEntry: false });
  const cut = Number(header?.['bytes'] ?? 0) > statSync(path).size && (wal === undefined || wal.size === 0);
  if (cut) return false;
  const hasNotes = database.prepare("select 1 from sqlite_schema where name = 'gateway_notes'").get() !== undefined;
  const closed = hasNotes ? database.prepare("select value from gateway_notes where name = 'closed'").get()?.['value'] : 'yes';
  if (closed === 'yes') return true;
  return database.prepare('pragma quick_check(1)').get()?.['quick_check'] === 'ok';
}

/** Lets plain reads on a shared connection wait until no transaction is open on it. */
function createGate(): { readonly hold: <T>(work: () => Promise<T>) => Promise<T>; readonly idle: () => Promise<unknown> } {
  let current: Promise<unknown> = Promise.resolve();
  return {
    hold: async (work) => {
      const running = work();
      current = running.catch(() => undefined);
      return running;
    },
    idle: () => current,
  };
}

async function waitToRead(gate: { readonly idle: () => Promise<unknown> } | undefined): Promise<void> {
  refuseInsideJob();
  await gate?.idle();
}

function describeFailure(error: unknown): CommitFailureCode | undefined {
  const code = resultCode(error);
  if (code === SQLITE_FULL) return 'disk-full';
  if (code === SQLITE_IOERR || code === SQLITE_CORRUPT || code === SQLITE_BUSY) return 'database-lost';
  return undefined;
}

function describeOpening(error: unknown, path: string): DatabaseFault {
  const code = resultCode(error);
  if (code === SQLITE_CORRUPT || code === SQLITE_NOTADB) return damaged(path);
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'cannot-open', sentence: `The database ${path} cannot be opened: ${reason}.` };
}

function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

function damaged(path: string): DatabaseFault {
  return { code: 'damaged', sentence: `The database ${path} is damaged. It has been left as it is: keep a copy, then restore the newest back-up.` };
}
