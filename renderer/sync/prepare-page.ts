import type { Change } from '#protocol/sync/change.ts';
import type { StoreWrite } from '../db/stores.ts';
import type { AppliedPage, StreamState } from './sync-store.ts';

/** What preparing a page needs of its stream. */
export type PageSource = {
  readonly state: StreamState;
  /** Keys last put before a generation (PULL-6). */
  readonly knownBefore: (generation: number) => Promise<readonly string[]>;
  /** The features' side: a change as writes. May throw on a bug; that change is then set aside. */
  readonly applyChange: (change: Change) => Promise<readonly StoreWrite[]>;
  /** Notes a change that could not be applied (OUT-6). */
  readonly setAside: (id: string, reason: string) => Promise<void>;
};

/**
 * Turns the changes of a page into what the store carries out in one transaction: the features' writes, what is now
 * known, and, with the last page of a reset, the removal of all that did not come again (PULL-6). Writes nothing,
 * except notes about changes that cannot be applied: one of them must not hold up all that come after.
 */
export async function preparePage(page: { readonly reset: boolean; readonly last: boolean }, changes: readonly Change[], source: PageSource): Promise<AppliedPage> {
  const generation = source.state.generation + (page.reset ? 1 : 0);
  const resetting = page.reset || source.state.resetting;
  const writes: StoreWrite[] = [];
  const put = new Set<string>();
  const removed = new Set<string>();
  const apply = async (change: Change): Promise<void> => {
    try {
      writes.push(...(await source.applyChange(change)));
    } catch {
      await source.setAside(`change|${keyOf(change)}`, 'change-not-applied');
    }
    (isRemoval(change) ? removed : put).add(keyOf(change));
  };
  for (const change of changes) await apply(change);
  if (resetting && page.last) {
    const stale = (await source.knownBefore(generation)).filter((key) => !put.has(key) && !removed.has(key));
    for (const key of stale) await apply(removalOf(key));
  }
  return { writes, put: [...put], removed: [...removed], generation, resetting: resetting && !page.last };
}

function isRemoval(change: Change): boolean {
  return 'removed' in change;
}

function keyOf(change: Change): string {
  return `${change.record}|${change.id}`;
}

/** A record's kind has no bar in it; its id may. */
function removalOf(key: string): Change {
  const bar = key.indexOf('|');
  return { record: key.slice(0, bar), id: key.slice(bar + 1), removed: true };
}
