import type { TabletId } from '#protocol/ids.ts';
import { RELEASE_STALE_AFTER } from '#protocol/packs/release.ts';
import { tabletReportSchema, type TabletReport } from '#protocol/sync/exchange.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { idToBytes } from '../../db/id-bytes.ts';
import type { GatewayDatabase } from '../../db/gateway-database.ts';
import type { GatewayTransaction } from '../../db/transaction.ts';
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
const DAY = 24 * 3600 * 1000;

type ReleaseHeld = NonNullable<TabletReport['release']>;
type Heard = {
  readonly at: number | undefined;
  readonly report: TabletReport | undefined;
  /** The oldest list reported since the last write: a second report, with the new one, may follow within a second. */
  readonly release: ReleaseHeld | undefined;
};

/** Builds the book. A write that fails is tried again with the next: the memory is put back. */
export function createContactBook(database: GatewayDatabase): ContactBook {
  let heard = new Map<TabletId, Heard>();
  const note = (tabletId: TabletId, news: Partial<Heard>): void => {
    heard.set(tabletId, joinNews(heard.get(tabletId), { at: undefined, report: undefined, release: undefined, ...news }));
  };
  const flush = async (): Promise<void> => {
    if (heard.size === 0) return;
    const writing = heard;
    heard = new Map();
    try {
      await database.committer.submit(async (tx) => {
        for (const [tabletId, news] of writing) await writeDown(tx, tabletId, news);
      });
    } catch {
      for (const [tabletId, before] of writing) heard.set(tabletId, joinNews(before, heard.get(tabletId)));
    }
  };
  const timer = setInterval(() => void flush(), WRITE_EVERY);
  timer.unref();
  return {
    noteContact: (tabletId, at) => note(tabletId, { at }),
    noteReport: (tabletId, report) => note(tabletId, { report, release: report.release }),
    flush,
    stop: async () => {
      clearInterval(timer);
      await flush();
    },
  };
}

/** What was heard later stands, but for the list, where the older of the two does. */
function joinNews(before: Heard | undefined, after: Heard | undefined): Heard {
  const lists = [before?.release, after?.release].filter((release) => release !== undefined);
  return {
    at: after?.at ?? before?.at,
    report: after?.report ?? before?.report,
    release: lists.toSorted((one, other) => one.issuedAt - other.issuedAt)[0],
  };
}

async function writeDown(tx: GatewayTransaction, tabletId: TabletId, { at, report, release }: Heard): Promise<void> {
  if (release !== undefined) await auditStaleRelease(tx, tabletId, release);
  const set = {
    ...(at === undefined ? {} : { last_contact_at: at }),
    ...(report === undefined ? {} : { report: JSON.stringify(report) }),
  };
  await tx.tables<TabletTables>().updateTable('tablets').set(set).where('id', '=', idToBytes(tabletId)).execute();
}

/**
 * A tablet that comes back with a list older than a week worked by what was taken back meanwhile: that is never locked,
 * and written down, once for each list (PACK-18). Judged by this gateway's clock, because a tablet's may lie.
 */
async function auditStaleRelease(tx: GatewayTransaction, tabletId: TabletId, release: ReleaseHeld): Promise<void> {
  const age = tx.now - release.issuedAt;
  if (age <= RELEASE_STALE_AFTER) return;
  const row = await tx
    .tables<TabletTables>()
    .selectFrom('tablets')
    .select(['report', 'last_contact_at'])
    .where('id', '=', idToBytes(tabletId))
    .executeTakeFirst();
  const known = tabletReportSchema.safeParse(JSON.parse(row?.report ?? 'null')).data?.release;
  const wasStale = (row?.last_contact_at ?? 0) - release.issuedAt > RELEASE_STALE_AFTER;
  if (known?.serial === release.serial && wasStale) return;
  await appendAudit(tx, {
    at: tx.now,
    actor: { kind: 'tablet', id: tabletId },
    action: 'packs.release-stale',
    subject: tabletId,
    detail: { serial: release.serial, days: Math.floor(age / DAY) },
  });
}
