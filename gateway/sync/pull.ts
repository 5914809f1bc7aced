import type { KeyObject } from 'node:crypto';
import type { Change } from '#protocol/sync/change.ts';
import { MAX_CHANGES_PER_PAGE } from '#protocol/sync/exchange.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import type { Audience } from './change-log.ts';
import { isInHistory, makeCursor, readCursor, WHOLE_COMMIT, type Position } from './cursor.ts';
import type { HistoryKeeper } from './history.ts';
import type { SyncTables } from './sync-tables.ts';

/** Bytes of record bodies in one page, unless one record alone is larger; sealed, that stays below the schema's 3 MB. */
const MAX_PAGE_BYTES = 1_000_000;
/** A quiet stream's cursor is renewed when it is this many commits behind, so that the tombstone horizon never reaches it. */
const RENEW_AFTER = 500;

/** A page of one stream before it is sealed. */
export type PlainPage = { readonly kind: 'changes' | 'reset'; readonly nextCursor: string; readonly more: boolean; readonly changes: readonly Change[] };

/** Reads one page of an audience's stream after a cursor; never fails on a cursor, however wrong (SPEC PULL-5). */
export type Pull = (audience: Audience, cursor: string | null) => Promise<PlainPage>;

type Row = { readonly record: string; readonly record_id: string; readonly commit_number: number; readonly ordinal: number; readonly body: string | null };

/** Builds the pull side; `secret` authenticates cursors. `pageSize` is smaller only where paging itself is tried. */
export function createPull(database: GatewayDatabase, history: HistoryKeeper, secret: Uint8Array | KeyObject, pageSize = MAX_CHANGES_PER_PAGE): Pull {
  const write = (position: Position): string => makeCursor(secret, { ...position, boot: history.boot });
  return async (audience, cursor) => {
    const position = cursor === null ? undefined : readCursor(secret, cursor, audience);
    const lastCommit = database.committer.lastCommit();
    const head = history.heads.known(audience);
    if (cursor !== null && position !== undefined && head !== undefined && head <= position.commit && position.ordinal === WHOLE_COMMIT && isInHistory(position, history.now())) {
      const renewed = lastCommit - position.commit > RENEW_AFTER ? write({ ...position, commit: lastCommit, seen: lastCommit }) : cursor;
      return { kind: 'changes', nextCursor: renewed, more: false, changes: [] };
    }
    const learn = history.heads.learning();
    if (position !== undefined) {
      const rows = await readRows(database, audience, position, pageSize);
      // Judged after the rows were read: tombstones forgotten in between are then noticed.
      if (isInHistory(position, await history.refresh())) return finish('changes', position, rows, lastCommit);
    }
    const { horizon } = await history.refresh();
    const start: Position = { boot: history.boot, commit: 0, ordinal: 0, horizon, seen: 0, stream: audience };
    return finish('reset', start, await readRows(database, audience, start, pageSize), lastCommit);

    async function finish(kind: 'changes' | 'reset', from: Position, rows: readonly Row[], seenAll: number): Promise<PlainPage> {
      const page = cutPage(rows, pageSize);
      const more = page.length < rows.length;
      const end = page.at(-1) ?? { commit_number: from.commit, ordinal: from.ordinal };
      if (!more) learn(audience, end.commit_number);
      // With nothing left, the page covers every commit that was visible before it was read.
      const whole = Math.max(seenAll, end.commit_number);
      const next = more
        ? { commit: end.commit_number, ordinal: end.ordinal, seen: await history.newestCommit() }
        : { commit: whole, ordinal: WHOLE_COMMIT, seen: whole };
      return { kind, nextCursor: write({ ...from, ...next }), more, changes: page.map(toChange) };
    }
  };
}

/** One row more than a page, so that "more" is known. Rows of one commit appear at once, so `(commit, ordinal)` never skips. */
function readRows(database: GatewayDatabase, audience: string, after: Position, pageSize: number): Promise<Row[]> {
  return database
    .reads<SyncTables>()
    .selectFrom('change_log')
    .select(['record', 'record_id', 'commit_number', 'ordinal', 'body'])
    .where('audience', '=', audience)
    .where((where) => where.or([where('commit_number', '>', after.commit), where.and([where('commit_number', '=', after.commit), where('ordinal', '>', after.ordinal)])]))
    .orderBy('commit_number')
    .orderBy('ordinal')
    .limit(pageSize + 1)
    .execute();
}

function cutPage(rows: readonly Row[], pageSize: number): readonly Row[] {
  let bytes = 0;
  const fits = rows.slice(0, pageSize).findIndex((row, index) => {
    bytes += Buffer.byteLength(row.body ?? '');
    return index > 0 && bytes > MAX_PAGE_BYTES;
  });
  return rows.slice(0, fits < 0 ? pageSize : fits);
}

function toChange(row: Row): Change {
  const of = { record: row.record, id: row.record_id };
  return row.body === null ? { ...of, removed: true } : { ...of, put: JSON.parse(row.body) as unknown };
}
