import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PersonId, TabletId } from '#protocol/ids.ts';
import { fail, ok } from '#protocol/result.ts';
import type { ExchangeReply, ExchangeRequest } from '#protocol/sync/exchange.ts';
import { openDatabase } from '../../gateway/db/database.ts';
import type { GatewayDatabase } from '../../gateway/db/gateway-database.ts';
import { bytesToId } from '../../gateway/db/id-bytes.ts';
import type { Migration } from '../../gateway/db/migrate.ts';
import type { GatewayTransaction } from '../../gateway/db/transaction.ts';
import { appendChange, noteBackup, personAudience, pruneTombstones } from '../../gateway/sync/change-log.ts';
import { createExchange, type HandleExchange } from '../../gateway/sync/exchange.ts';
import type { ApplyOperation } from '../../gateway/sync/push-dependencies.ts';
import { syncMigrations, type SyncTables } from '../../gateway/sync/sync-tables.ts';
import { plainSeals } from '../support/plain-seals.ts';
import type { PlantedBug } from './planted-bugs.ts';

/** A record as the simulated feature keeps it, and its log of what was applied. */
type SimTables = {
  readonly sim_records: { readonly audience: string; readonly id: string; readonly text: string };
  readonly sim_applied: { readonly operation: string; readonly person: string; readonly tablet: string; readonly sequence: number; readonly commit_number: number; readonly ordinal: number };
};

const simMigrations: readonly Migration[] = [
  {
    name: 'sim-1',
    up: async (m) => {
      await m.createTable('sim_records').addColumn('audience', m.text, (c) => c.notNull()).addColumn('id', m.text, (c) => c.primaryKey()).addColumn('text', m.text, (c) => c.notNull()).execute();
      // No key on the operation: a double application must be seen, not prevented.
      await m.createTable('sim_applied').addColumn('operation', m.text).addColumn('person', m.text).addColumn('tablet', m.text).addColumn('sequence', m.integer).addColumn('commit_number', m.integer).addColumn('ordinal', m.integer).execute();
    },
  },
];

const applyWrite: ApplyOperation = async (tx, operation, context) => {
  const { recordId, text } = operation.payload as { recordId: string; text: string };
  await tx.tables<SimTables>().insertInto('sim_applied').values({ operation: operation.id, person: context.personId, tablet: context.tabletId, sequence: operation.sequence, commit_number: tx.commit, ordinal: tx.nextOrdinal() }).execute();
  if (text === 'refuse') return fail({ code: 'not-liked' });
  if (text === 'break') throw new Error('A bug in a feature');
  await putRecord(tx, personAudience(context.personId), recordId, text);
  return ok(undefined);
};

async function putRecord(tx: GatewayTransaction, audience: `person:${string}` | `tablet:${string}`, id: string, text: string): Promise<void> {
  await tx.tables<SimTables>().insertInto('sim_records').values({ audience, id, text }).onConflict((c) => c.column('id').doUpdateSet({ text })).execute();
  await appendChange(tx, { audience, record: 'sim.record', id, put: { text } });
}

/** Three changes to a page: a reset of several pages must be met, and broken off, often. */
const PAGE_SIZE = 3;

/** What the gateway holds, for the invariants. */
export type GatewayPicture = {
  readonly records: readonly SimTables['sim_records'][];
  readonly applied: readonly SimTables['sim_applied'][];
  readonly answers: readonly { readonly id: Uint8Array; readonly answer: string }[];
};

/** The real gateway's sync on a real SQLite file, which can be stopped, copied and put back at any time. */
export type SimulatedGateway = {
  readonly handle: (tabletId: TabletId, request: ExchangeRequest) => Promise<ExchangeReply>;
  /** A member of staff writes, changes or removes a record. */
  readonly staffPut: (audience: `person:${string}` | `tablet:${string}`, id: string, text: string) => Promise<void>;
  readonly staffRemove: (audience: `person:${string}` | `tablet:${string}`, id: string) => Promise<void>;
  readonly prune: () => Promise<void>;
  /** Takes a copy; `note` tells the tablets about the newest one. */
  readonly backUp: () => Promise<void>;
  readonly noteNewestBackup: () => Promise<void>;
  /** Loses power, or has its database replaced by the newest copy; then starts again. */
  /** False when there was no copy to put back. */
  readonly restart: (how: 'crash' | 'restore') => Promise<boolean>;
  /** Every operation that has an answer. */
  readonly answeredIds: () => Promise<ReadonlySet<string>>;
  readonly picture: () => Promise<GatewayPicture>;
  readonly close: () => Promise<void>;
};

export type GatewayWorld = {
  readonly folder: string;
  readonly clock: () => number;
  readonly keysOf: (tabletId: TabletId, personId: PersonId) => readonly Uint8Array[];
  readonly people: ReadonlySet<string>;
  readonly bug?: PlantedBug | undefined;
  /** A finished empty database, so that each run need not make its tables. */
  readonly template: string;
};

/** Makes the empty database that every run begins with. */
export async function makeTemplate(path: string): Promise<void> {
  const database = await open(path, () => 1);
  await database.close();
}

/** Starts a gateway on an empty database. */
export async function startGateway(world: GatewayWorld): Promise<SimulatedGateway> {
  mkdirSync(world.folder, { recursive: true });
  const path = join(world.folder, 'g.db');
  copyFileSync(world.template, path);
  let boots = 0;
  let copies = 0;
  let turns = 0;
  let newest: { readonly path: string; readonly commit: number } | undefined;
  /** What a crash falls back to when commits were answered before they were flushed: a planted bug only. */
  let flushed: string | undefined;
  let database: GatewayDatabase;
  let exchange: HandleExchange;

  const start = async (): Promise<void> => {
    boots += 1;
    const opened = await open(path, world.clock);
    database = world.bug?.spoilDatabase?.(opened) ?? opened;
    exchange = await createExchange({
      database,
      seals: plainSeals,
      secret: new Uint8Array(32).fill(9),
      boot: `boot-${String(boots)}-${String(world.clock())}`,
      clock: world.clock,
      features: new Map([['sim', applyWrite]]),
      people: { keysOf: (tablet, person) => Promise.resolve(world.keysOf(tablet, person)), peopleOf: () => Promise.resolve(world.people) },
      pageSize: PAGE_SIZE,
      onReport: () => undefined,
      onFault: () => undefined,
    });
  };
  const copy = (): string => {
    copies += 1;
    const to = join(world.folder, `copy-${String(copies)}.db`);
    const connection = new DatabaseSync(path);
    connection.exec(`vacuum into '${to}'`);
    connection.close();
    return to;
  };
  const replaceBy = (from: string): void => {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
    copyFileSync(from, path);
  };
  await start();
  return {
    handle: (tabletId, request) => {
      turns += 1;
      const { flushesEvery } = world.bug ?? {};
      if (flushesEvery !== undefined && turns % flushesEvery === 1) flushed = copy();
      return exchange(tabletId, request);
    },
    staffPut: (audience, id, text) => database.committer.submit((tx) => putRecord(tx, audience, id, text)),
    staffRemove: (audience, id) =>
      database.committer.submit(async (tx) => {
        await tx.tables<SimTables>().deleteFrom('sim_records').where('id', '=', id).execute();
        await appendChange(tx, { audience, record: 'sim.record', id, removed: true });
      }),
    prune: async () => {
      await database.committer.submit((tx) => pruneTombstones(tx, world.clock()));
    },
    backUp: () => {
      const commit = database.committer.lastCommit();
      newest = { path: copy(), commit };
      return Promise.resolve();
    },
    noteNewestBackup: async () => {
      const commit = newest?.commit;
      if (commit !== undefined) await database.committer.submit((tx) => noteBackup(tx, commit));
    },
    restart: async (how) => {
      if (how === 'restore' && newest === undefined) return false;
      await database.close();
      if (how === 'restore' && newest !== undefined) replaceBy(newest.path);
      if (how === 'crash' && flushed !== undefined) replaceBy(flushed);
      await start();
      return true;
    },
    answeredIds: async () => new Set((await database.reads<SyncTables>().selectFrom('operations').select('id').execute()).map((row) => bytesToId<string>(row.id))),
    picture: async () => {
      const reads = database.reads<SimTables & SyncTables>();
      return {
        records: await reads.selectFrom('sim_records').selectAll().execute(),
        applied: await reads.selectFrom('sim_applied').selectAll().orderBy('commit_number').orderBy('ordinal').execute(),
        answers: await reads.selectFrom('operations').select(['id', 'answer']).execute(),
      };
    },
    close: () => database.close(),
  };
}

async function open(path: string, clock: () => number): Promise<GatewayDatabase> {
  const opened = await openDatabase({ sqlitePath: path, flush: 'never', migrations: [...syncMigrations, ...simMigrations], clock });
  if (!opened.ok) throw new Error(opened.error.sentence);
  return opened.value;
}
