import type { TabletId } from '#protocol/ids.ts';
import type { TabletReport } from '#protocol/sync/exchange.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { TabletTables } from './tables.ts';

/** Remembers when tablets were last heard, and writes it down a few times a minute in one job for all of them. */
export type ContactBook = {
  readonly noteContact: (tabletId: TabletId, at: number) => void;
  readonly noteReport: (tabletId: TabletId, report: TabletReport) => void;
  /** Writes what is remembered; called by the timer and at the end. */
  readonly flush: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A write for each exchange would double the gateway's writes in a storm; nobody needs the minute to the second. */
const WRITE_EVERY = 3000;

type Heard = { readonly at: number | undefined; readonly report: TabletReport | undefined };

/** Builds the book. A write that fails is tried again with the next: the memory is put back. */
export function createContactBook(database: GatewayDatabase): ContactBook {
  let heard = new Map<TabletId, Heard>();
  const note = (tabletId: TabletId, news: Partial<Heard>): void => {
    heard.set(tabletId, { at: undefined, report: undefined, ...heard.get(tabletId), ...news });
  };
  const flush = async (): Promise<void> => {
    if (heard.size === 0) return;
    const writing = heard;
    heard = new Map();
    try {
      await database.committer.submit(async (tx) => {
        for (const [tabletId, { at, report }] of writing) {
          const set = {
            ...(at === undefined ? {} : { last_contact_at: at }),
            ...(report === undefined ? {} : { report: JSON.stringify(report) }),
          };
          await tx
            .tables<TabletTables>()
            .updateTable('tablets')
            .set(set)
            .where('id', '=', idToBytes(tabletId))
            .execute();
        }
      });
    } catch {
      heard = new Map([...writing, ...heard]);
    }
  };
  const timer = setInterval(() => void flush(), WRITE_EVERY);
  timer.unref();
  return {
    noteContact: (tabletId, at) => note(tabletId, { at }),
    noteReport: (tabletId, report) => note(tabletId, { report }),
    flush,
    stop: async () => {
      clearInterval(timer);
      await flush();
    },
  };
}
