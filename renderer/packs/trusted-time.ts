import type { TabletDatabase } from '../db/open-tablet-database.ts';
import { unlessFull } from '../db/stores.ts';
import { PACK_STORE } from './pack-stores.ts';

type TimeRow = { readonly id: 'time'; readonly at: number };

/** A moment the prison vouched for, and where this page's own clock stood then, which only counts upwards. */
type Anchor = { readonly at: number; readonly counter: number };

/** By database: a page has one. */
const anchors = new WeakMap<TabletDatabase, Anchor>();

/**
 * The time as far as it can be trusted, in milliseconds: what the gateway last said, and what passed since by a counter
 * that nobody can set. A tablet's own clock lies by years and can be set, so it is never asked (content-packs.md 6.4).
 * While a tablet is off nothing is counted, so this is never later than the truth. Undefined before the first contact.
 */
export async function loadTrustedTime(database: TabletDatabase, counter: () => number = countUp): Promise<number | undefined> {
  let anchor = anchors.get(database);
  if (anchor === undefined) {
    const row = await database.table<TimeRow>(PACK_STORE.state).get('time');
    if (row === undefined) return undefined;
    anchor = { at: row.at, counter: counter() };
    anchors.set(database, anchor);
  }
  return anchor.at + Math.max(0, counter() - anchor.counter);
}

/**
 * The gateway said what time it is: that stands, earlier or later than what was counted. On a full disk until the next
 * start only: whoever asks has more to do than this.
 */
export async function saveGatewayTime(database: TabletDatabase, at: number, counter: () => number = countUp): Promise<void> {
  anchors.set(database, { at, counter: counter() });
  await unlessFull(database.table<TimeRow>(PACK_STORE.state).put({ id: 'time', at }));
}

/** Keeps what was counted over a restart. A signed list proves that its own time has come: a stick may bring one. */
export async function keepTrustedTime(database: TabletDatabase, provenAt: number | undefined, counter: () => number = countUp): Promise<void> {
  const now = await loadTrustedTime(database, counter);
  if (now === undefined && provenAt === undefined) return;
  await saveGatewayTime(database, Math.max(now ?? 0, provenAt ?? 0), counter);
}

function countUp(): number {
  return performance.now();
}
