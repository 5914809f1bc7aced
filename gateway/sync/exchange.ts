import { createHash, createSecretKey } from 'node:crypto';
import type { TabletId } from '#protocol/ids.ts';
import type { ExchangeReply, ExchangeRequest, Stream, StreamPage, TabletReport } from '#protocol/sync/exchange.ts';
import type { Alert, AlertReceived } from '#protocol/alerts/schema.ts';
import type { GatewayDatabase } from '../db/gateway-database.ts';
import { personAudience, tabletAudience } from './change-log.ts';
import { isInHistory, makeCursor, readCursor, WHOLE_COMMIT } from './cursor.ts';
import { startHistory } from './history.ts';
import { measureLoad } from './measure-load.ts';
import { nextExchangeAfter } from './next-exchange-after.ts';
import { createPull, type Pull } from './pull.ts';
import { createPush } from './push.ts';
import type { ApplyOperation, PeopleOnTablets } from './push-dependencies.ts';
import { makeReceipt } from './receipt.ts';
import type { Seals } from './seals.ts';
import { settleReport } from './settle-report.ts';

export type ExchangeDependencies = {
  readonly database: GatewayDatabase;
  readonly people: PeopleOnTablets;
  readonly seals: Seals;
  /** 32 bytes kept outside the database: receipts and cursors of this prison follow from it, also after a restore. */
  readonly secret: Uint8Array;
  /** 16 random bytes as text, new at each start. */
  readonly boot: string;
  /** By feature name, the part of a kind before its dot. */
  readonly features: ReadonlyMap<string, ApplyOperation>;
  /** The gateway's clock, milliseconds since 1970. */
  readonly clock: () => number;
  /** Changes in a page; smaller than the protocol's most only where paging itself is tried. */
  readonly pageSize?: number;
  /** Takes calls for help; answers those that are committed (SPEC ALERT-3). */
  readonly takeAlerts?: (tabletId: TabletId, alerts: readonly Alert[]) => Promise<readonly AlertReceived[]>;
  /** What a tablet said about itself; never holds up the exchange. */
  readonly onReport: (tabletId: TabletId, report: TabletReport) => void;
  /** An operation whose feature threw: the id and the error, never a body. */
  readonly onFault: (operationId: string, error: unknown) => void;
};

/** Push and pull in one call, for a tablet whose credential the caller has checked and a request it has parsed. */
export type HandleExchange = (tabletId: TabletId, request: ExchangeRequest) => Promise<ExchangeReply>;

/** The stream that marks of the whole history belong to. */
const MARK = 'mark';

/** Starts the sync room on an open database. The returned function never throws on anything a tablet sent. */
export async function createExchange(dependencies: ExchangeDependencies): Promise<HandleExchange> {
  const { database, people, seals, clock } = dependencies;
  // Made once: turning raw bytes into a key at every use cost a tenth of a push.
  const secret = createSecretKey(dependencies.secret);
  const history = await startHistory(database, dependencies.boot);
  const push = createPush({ database, people, seals, receiptOf: (id) => makeReceipt(secret, id), features: dependencies.features, onFault: dependencies.onFault });
  const pull = createPull(database, history, secret, dependencies.pageSize);
  const load = measureLoad(clock);

  const isKnownMark = (mark: string | null): boolean => {
    const position = mark === null ? undefined : readCursor(secret, mark, MARK);
    // The tombstone horizon is no matter to a mark: it only tells one history from another.
    return position !== undefined && isInHistory(position, { ...history.now(), horizon: 0 });
  };

  const makeMark = (): string => {
    const commit = database.committer.lastCommit();
    return makeCursor(secret, { boot: history.boot, commit, seen: commit, ordinal: WHOLE_COMMIT, horizon: 0, stream: MARK });
  };

  return async (tabletId, request) => {
    const done = load.begin();
    try {
      const restored = !isKnownMark(request.mark);
      // Calls for help before everything else (SPEC ALERT-2).
      const received = request.alerts === undefined ? undefined : await dependencies.takeAlerts?.(tabletId, request.alerts);
      // Push first, so that what an operation changed comes back in the same exchange.
      const answers = await push(tabletId, request.operations);
      const pages = await pullStreams({ pull, people, seals }, tabletId, request.streams);
      if (request.report !== undefined)
        dependencies.onReport(tabletId, settleReport(request.report, answers, { tabletTime: request.tabletTime, now: clock() }));
      return {
        serverTime: clock(),
        mark: makeMark(),
        restored,
        answers: [...answers],
        ...(received === undefined ? {} : { alerts: [...received] }),
        pages,
        backedUpTo: history.backedUpTo(),
        nextSyncAfter: nextExchangeAfter({ slot: slotOf(tabletId), now: clock(), load: load.share() }),
      };
    } finally {
      done();
    }
  };
}

type PullDependencies = { readonly pull: Pull; readonly people: PeopleOnTablets; readonly seals: Seals };

/** One page of each stream asked for; a person who is not on this tablet is left out (SPEC PULL-8). */
async function pullStreams(dependencies: PullDependencies, tabletId: TabletId, streams: readonly Stream[]): Promise<StreamPage[]> {
  const assigned = streams.some((stream) => stream.stream === 'person') ? await dependencies.people.peopleOf(tabletId) : new Set<string>();
  const pages: StreamPage[] = [];
  for (const stream of streams) {
    if (stream.stream === 'tablet') {
      const page = await dependencies.pull(tabletAudience(tabletId), stream.cursor);
      pages.push({ stream: 'tablet', ...page, changes: [...page.changes] });
      continue;
    }
    const [key] = assigned.has(stream.personId) ? await dependencies.people.keysOf(tabletId, stream.personId) : [];
    if (key === undefined) continue;
    const { changes, ...page } = await dependencies.pull(personAudience(stream.personId), stream.cursor);
    // An empty page needs no seal: that there is nothing new is all it says.
    const sealed = changes.length === 0 ? null : await dependencies.seals.sealChanges(tabletId, stream.personId, key, JSON.stringify(changes));
    pages.push({ stream: 'person', personId: stream.personId, ...page, sealed });
  }
  return pages;
}

/** A tablet's fixed place in the window, 0 to 1. */
function slotOf(tabletId: TabletId): number {
  return createHash('sha256').update(tabletId).digest().readUInt32BE(0) / 2 ** 32;
}
