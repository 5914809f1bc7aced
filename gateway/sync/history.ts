import type { GatewayDatabase } from '../db/gateway-database.ts';
import { readCounter } from '../db/committer.ts';
import type { History } from './cursor.ts';
import type { SyncTables } from './sync-tables.ts';

/** The running database's past, kept in memory: an empty pull is answered by comparing numbers. */
export type HistoryKeeper = {
  readonly boot: string;
  /** As last read; good for judging an empty pull and a mark. */
  readonly now: () => History;
  /** With the marks read from the database now: what a page that was read before this call is judged by. */
  readonly refresh: () => Promise<History>;
  /** Read from the database: at least every commit that a read before this call could see. */
  readonly newestCommit: () => Promise<number>;
  /** Commits up to here are in a back-up (SPEC OUT-4). */
  readonly backedUpTo: () => number;
  readonly heads: Heads;
};

/** The newest commit with a change, per audience. */
export type Heads = {
  /** Undefined when it is not remembered. */
  readonly known: (audience: string) => number | undefined;
  /** Begin before reading; the returned function remembers what was read, unless memory was emptied meanwhile. */
  readonly learning: () => (audience: string, head: number) => void;
};

/** Audiences remembered before the memory is emptied: a prison has a few thousand people and tablets. */
const MAX_HEADS = 20_000;

/**
 * Notes this start of the gateway as a new boot (SPEC PULL-1) and keeps what cursors are judged by.
 * `boot` is 16 random bytes as text, made by the caller.
 */
export async function startHistory(database: GatewayDatabase, boot: string): Promise<HistoryKeeper> {
  await database.committer.submit((tx) =>
    tx.tables<SyncTables>().insertInto('boots').values({ boot, first_commit: tx.commit, started_at: tx.now }).execute(),
  );
  const rows = await database.reads<SyncTables>().selectFrom('boots').selectAll().orderBy('first_commit').execute();
  const boots = rows.map((row) => ({ boot: row.boot, firstCommit: row.first_commit }));
  let horizon = 0;
  let backedUpTo = 0;
  const now = (): History => ({ boots, horizon, lastCommit: database.committer.lastCommit() });
  const refresh = async (): Promise<History> => {
    const marks = await database.reads<SyncTables>().selectFrom('sync_marks').selectAll().execute();
    for (const { name, value } of marks) {
      // Marks only rise, and two readings may come back in either order.
      if (name === 'horizon') horizon = Math.max(horizon, value);
      if (name === 'backed-up-to') backedUpTo = Math.max(backedUpTo, value);
    }
    return now();
  };
  await refresh();
  database.committer.subscribe((news) => {
    // A failed reading leaves the older, smaller mark: tablets keep operations a little longer.
    if (news !== 'lost-track' && news.some((each) => each.topics.includes('sync-marks'))) void refresh().catch(() => undefined);
  });
  const newestCommit = (): Promise<number> => readCounter(database.reads());
  return { boot, now, refresh, newestCommit, backedUpTo: () => backedUpTo, heads: rememberHeads(database) };
}

function rememberHeads(database: GatewayDatabase): Heads {
  const heads = new Map<string, number>();
  let age = 0;
  const forget = (): void => {
    heads.clear();
    age += 1;
  };
  database.committer.subscribe((news) => {
    if (news === 'lost-track' || heads.size > MAX_HEADS) forget();
    if (news === 'lost-track') return;
    for (const { commit, topics } of news) for (const topic of topics) if (topic.includes(':')) heads.set(topic, commit);
  });
  return {
    known: (audience) => heads.get(audience),
    learning: () => {
      const begun = age;
      return (audience, head) => {
        if (begun === age) heads.set(audience, Math.max(head, heads.get(audience) ?? 0));
      };
    },
  };
}
