import type { Alert } from '#protocol/alerts/schema.ts';
import { timeOfUuidV7 } from '#protocol/ids.ts';
import { MAX_OPERATIONS_PER_PUSH, MAX_PUSH_BYTES, type ExchangeFailure, type ExchangeReply, type Stream, type StreamPage, type TabletReport } from '#protocol/sync/exchange.ts';
import type { Change } from '#protocol/sync/change.ts';
import type { SealedOperation } from '#protocol/sync/operation.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import type { StoreWrite } from '../db/stores.ts';
import type { AlertPost } from './alert-post-port.ts';
import { preparePage } from './prepare-page.ts';
import type { PersonSyncStore, SyncStore } from './sync-store.ts';

/** What an exchange stands on. */
export type ExchangeDependencies = {
  readonly store: SyncStore;
  readonly shell: Pick<ShellPort, 'exchange'>;
  /** Calls for help on this tablet; absent where there can be none. */
  readonly alerts?: AlertPost;
  /** A change of the tablet's own stream as writes. */
  readonly applyTabletChange: (change: Change) => Promise<readonly StoreWrite[]>;
  /** What the tablet says about itself; undefined says nothing this time. */
  readonly report: (waiting: Waiting) => Promise<TabletReport | undefined>;
  /** The tablet's clock, milliseconds; decides nothing (SPEC CLOCK-1). */
  readonly clock: () => number;
};

/** What waits on the tablet, of everybody: how much, and since when by the tablet's clock. */
export type Waiting = Pick<TabletReport, 'waiting' | 'oldestWaitingAt'>;

/** What one exchange came to. */
export type ExchangeOutcome =
  | { readonly outcome: 'reply'; readonly nextSyncAfter: number; readonly progress: boolean; readonly more: boolean }
  | { readonly outcome: 'failure'; readonly failure: ExchangeFailure };

type Taken = { readonly store: PersonSyncStore; readonly operations: readonly SealedOperation[] };

/** The most streams one request may name: the tablet's and eight people's (exchangeRequestSchema). */
const MAX_PEOPLE = 8;
/** The last moment `timeSchema` knows: a clock beyond it is shown as it (CLOCK-2). */
const LAST_TIME = 253_402_300_799_999;

/**
 * One push and pull, stored in an order in which a crash at any point loses nothing. Rejects only when the tablet's
 * own storage fails. With `push: false` it only asks and listens: for when it is not known that anybody answers.
 */
export async function exchangeOnce(the: ExchangeDependencies, { push = true }: { readonly push?: boolean } = {}): Promise<ExchangeOutcome> {
  const alerts = (await the.alerts?.unsent()) ?? [];
  if (the.alerts !== undefined && alerts.length > 0) return sendAlerts(the, the.alerts, alerts);
  const people = await the.store.people();
  const taken = push ? await takeOperations(people, the.clock()) : [];
  const streams = await openStreams(the.store, people);
  const report = await the.report(await describeWaiting(people));
  const reply = await the.shell.exchange({
    protocol: PROTOCOL_VERSION,
    tabletTime: clampTime(the.clock()),
    mark: await the.store.mark(),
    operations: taken.flatMap((each) => each.operations),
    streams,
    ...(report === undefined ? {} : { report }),
  });
  if (!reply.ok) return { outcome: 'failure', failure: failureOf(reply.error) };
  await storeReply(the, people, taken, reply.value);
  const answered = reply.value.answers.filter((answer) => answer.answer !== 'retry').length;
  const morePages = reply.value.pages.some((page) => page.more);
  // Asked anew: a database that had nothing left was removed.
  const left = await countWaiting(await the.store.people());
  return { outcome: 'reply', nextSyncAfter: reply.value.nextSyncAfter, progress: answered > 0 || morePages || reply.value.restored || !push, more: left > 0 || morePages };
}

/** A call for help goes alone: nothing that is large, slow or stuck stands before it (SPEC ALERT-2). */
async function sendAlerts(the: ExchangeDependencies, post: AlertPost, alerts: readonly Alert[]): Promise<ExchangeOutcome> {
  const reply = await the.shell.exchange({
    protocol: PROTOCOL_VERSION,
    tabletTime: clampTime(the.clock()),
    mark: await the.store.mark(),
    operations: [],
    alerts: [...alerts],
    streams: [],
  });
  if (!reply.ok) return { outcome: 'failure', failure: failureOf(reply.error) };
  const received = reply.value.alerts ?? [];
  await post.storeReceived(received);
  // The rest of the exchange follows at once. Mark and restore are its business: nothing of this reply is kept but ALERT-3.
  return { outcome: 'reply', nextSyncAfter: reply.value.nextSyncAfter, progress: received.length > 0, more: true };
}

/** Operations without an answer, of everybody. */
export async function countWaiting(people: readonly PersonSyncStore[]): Promise<number> {
  const counts = await Promise.all(people.map((person) => person.countWaiting()));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function describeWaiting(people: readonly PersonSyncStore[]): Promise<Waiting> {
  const firsts = await Promise.all(people.map((person) => person.firstWaiting()));
  const times = firsts.flatMap((id) => (id === undefined ? [] : [clampTime(timeOfUuidV7(id))]));
  return { waiting: await countWaiting(people), ...(times.length === 0 ? {} : { oldestWaitingAt: Math.min(...times) }) };
}

/** A fair share for each person who has something: one whose operations cannot pass must not keep the others' back. */
async function takeOperations(people: readonly PersonSyncStore[], now: number): Promise<readonly Taken[]> {
  const waiting: PersonSyncStore[] = [];
  for (const person of people) if ((await person.countWaiting()) > 0) waiting.push(person);
  const share = { operations: Math.max(1, Math.floor(MAX_OPERATIONS_PER_PUSH / waiting.length)), bytes: MAX_PUSH_BYTES / waiting.length };
  const taken: Taken[] = [];
  for (const store of waiting.slice(0, MAX_OPERATIONS_PER_PUSH)) taken.push({ store, operations: await store.takeForPush(share, now) });
  return taken;
}

async function openStreams(store: SyncStore, people: readonly PersonSyncStore[]): Promise<Stream[]> {
  const current = people.filter((person) => person.current).slice(0, MAX_PEOPLE);
  const persons = await Promise.all(current.map(async (person): Promise<Stream> => ({ stream: 'person', personId: person.personId, cursor: (await person.stream()).cursor })));
  return [{ stream: 'tablet', cursor: (await store.tabletStream()).cursor }, ...persons];
}

/**
 * The order matters. After a restore kept operations wait again before the new mark is stored: a crash between the
 * two finds the old mark, and asks again. The mark is stored before the answers it covers: a crash between the two
 * leaves operations waiting, which is safe, never answers of a history the gateway may lose (OUT-4).
 */
async function storeReply(the: ExchangeDependencies, people: readonly PersonSyncStore[], taken: readonly Taken[], reply: ExchangeReply): Promise<void> {
  if (reply.restored) {
    for (const person of people) await person.reopenAnswered();
    await the.alerts?.reopen();
  }
  if (reply.mark !== (await the.store.mark())) await the.store.storeMark(reply.mark);
  for (const { store, operations } of taken) {
    const own = new Set<string>(operations.map(({ id }) => id));
    const answers = reply.answers.filter((answer) => own.has(answer.id) && answer.answer !== 'retry');
    if (answers.length > 0) await store.storeAnswers(answers);
  }
  for (const page of reply.pages) await storePage(the, people, page);
  for (const person of people) {
    const left = await person.prune(reply.backedUpTo);
    if (left === 0 && !person.current) await the.store.dropPerson(person.name);
  }
}

async function storePage(the: ExchangeDependencies, people: readonly PersonSyncStore[], page: StreamPage): Promise<void> {
  const reset = page.kind === 'reset';
  if (page.stream === 'tablet') {
    const state = await the.store.tabletStream();
    if (!reset && page.changes.length === 0 && state.cursor === page.nextCursor) return;
    const source = { state, applyChange: the.applyTabletChange, knownBefore: (generation: number) => the.store.knownBefore(generation), setAside: (id: string, reason: string) => the.store.setAside(id, reason) };
    const applied = await preparePage({ reset, last: !page.more }, page.changes, source);
    return the.store.applyTabletPage(applied, page.nextCursor);
  }
  const person = people.find((each) => each.current && each.personId === page.personId);
  if (person === undefined) return;
  const { cursor } = await person.stream();
  const nothing = !reset && page.sealed === null;
  if (nothing && cursor === page.nextCursor) return;
  // An empty page only renews the cursor. It never ends a reset: had what was left of one been forgotten meanwhile, the
  // gateway would begin another (PULL-5).
  await person.storePage(nothing ? undefined : { reset, last: !page.more, sealed: page.sealed }, page.nextCursor);
}

function failureOf(error: { readonly code: ExchangeFailure['code']; readonly waitFor?: number | undefined }): ExchangeFailure {
  return error.waitFor === undefined ? { code: error.code } : { code: error.code, retryAfter: error.waitFor };
}

function clampTime(time: number): number {
  return Number.isFinite(time) ? Math.min(Math.max(0, Math.floor(time)), LAST_TIME) : 0;
}
