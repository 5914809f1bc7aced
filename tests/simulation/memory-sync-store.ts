import type { PersonId } from '#protocol/ids.ts';
import type { Answer } from '#protocol/sync/operation.ts';
import type { StoredRow, StoreWrite } from '../../renderer/db/stores.ts';
import type { AppliedPage, KeptOperation, PersonSyncStore, StreamState, SyncStore, WaitingPage } from '../../renderer/sync/sync-store.ts';

/** Awaited before and after each transaction's effect; throws when the tablet lost its power just then. */
export type PowerSwitch = () => Promise<void>;

/** What is on the tablet's disk: survives a crash, and nothing else does. */
export type TabletDisk = { mark: string | null; readonly stream: StreamOnDisk; readonly people: Map<string, PersonDisk> };
export type PersonDisk = StreamOnDisk & { readonly name: string; readonly personId: PersonId; current: boolean; nextSequence: number; nextPage: number; readonly outbox: Map<string, OutboxEntry>; inbox: WaitingPage[]; readonly holes: Set<number> };
type StreamOnDisk = { state: StreamState; readonly known: Map<string, number>; readonly tables: Map<string, Map<string, StoredRow>>; readonly aside: Map<string, string> };
type OutboxEntry = { kept: KeptOperation; attempted: boolean; answer?: Answer; untold: boolean };

/** An empty tablet. */
export function newDisk(): TabletDisk {
  return { mark: null, stream: newStream(), people: new Map() };
}

/** Adds a person's empty database; an older one of theirs is current no more. */
export function addPerson(disk: TabletDisk, name: string, personId: PersonId): PersonDisk {
  for (const other of disk.people.values()) if (other.personId === personId) other.current = false;
  const made: PersonDisk = { ...newStream(), name, personId, current: true, nextSequence: 1, nextPage: 1, outbox: new Map(), inbox: [], holes: new Set() };
  disk.people.set(name, made);
  return made;
}

/** The sync store in memory. Every call is one transaction between two chances to lose power. */
export function createMemorySyncStore(disk: TabletDisk, power: PowerSwitch): SyncStore {
  const atomic = transactions(power);
  return {
    mark: () => atomic(() => disk.mark),
    storeMark: (mark) => atomic(() => void (disk.mark = mark)),
    people: () => atomic(() => [...disk.people.values()].map((person) => createMemoryPersonStore(person, power))),
    dropPerson: (name) => atomic(() => void disk.people.delete(name)),
    tabletStream: () => atomic(() => disk.stream.state),
    applyTabletPage: (applied, cursor) => atomic(() => { carryOutPage(disk.stream, applied, cursor); }),
    knownBefore: (generation) => atomic(() => knownBefore(disk.stream, generation)),
    setAside: (id, reason) => atomic(() => void disk.stream.aside.set(id, reason)),
  };
}

/** One person's side in memory. */
export function createMemoryPersonStore(disk: PersonDisk, power: PowerSwitch): PersonSyncStore {
  const atomic = transactions(power);
  const inOrder = (): OutboxEntry[] => [...disk.outbox.values()].sort((a, b) => a.kept.sealed.sequence - b.kept.sealed.sequence);
  return {
    name: disk.name,
    personId: disk.personId,
    current: disk.current,
    nextSequence: () => atomic(() => disk.nextSequence),
    storeIntention: (writes, operations) =>
      atomic(() => {
        const [first] = operations;
        if (first !== undefined && first.sealed.sequence !== disk.nextSequence) return 'sequence-taken';
        carryOut(disk, writes);
        for (const kept of operations) disk.outbox.set(kept.sealed.id, { kept, attempted: false, untold: false });
        disk.nextSequence += operations.length;
        return 'stored';
      }),
    findOperation: (id) =>
      atomic(() => {
        const entry = disk.outbox.get(id);
        return entry === undefined ? undefined : { sequence: entry.kept.sealed.sequence, attempted: entry.attempted };
      }),
    replaceUnsent: (kept, writes) =>
      atomic(() => {
        const entry = disk.outbox.get(kept.sealed.id);
        if (entry?.kept.sealed.sequence !== kept.sealed.sequence) return 'unknown-operation';
        if (entry.attempted) return 'already-sent';
        carryOut(disk, writes);
        entry.kept = kept;
        return 'replaced';
      }),
    takeForPush: (limit) =>
      atomic(() => {
        const taken: OutboxEntry[] = [];
        let bytes = 0;
        for (const entry of inOrder().filter((each) => each.answer === undefined)) {
          bytes += entry.kept.sealed.box.length;
          if (taken.length >= limit.operations || (taken.length > 0 && bytes > limit.bytes)) break;
          entry.attempted = true;
          taken.push(entry);
        }
        return taken.map((entry) => entry.kept.sealed);
      }),
    storeAnswers: (answers) =>
      atomic(() => {
        for (const answer of answers) {
          const entry = disk.outbox.get(answer.id);
          if (entry !== undefined && answer.answer !== 'retry') Object.assign(entry, { answer, untold: true });
        }
      }),
    reopenAnswered: () =>
      atomic(() => {
        for (const entry of disk.outbox.values()) {
          delete entry.answer;
          entry.untold = false;
        }
      }),
    prune: (backedUpTo) =>
      atomic(() => {
        for (const [id, { answer, untold }] of disk.outbox) if (answer !== undefined && answer.answer !== 'retry' && (!untold || !disk.current) && answer.commit <= backedUpTo) disk.outbox.delete(id);
        return disk.outbox.size;
      }),
    countWaiting: () => atomic(() => inOrder().filter((entry) => entry.answer === undefined).length),
    firstWaiting: () => atomic(() => inOrder().find((entry) => entry.answer === undefined)?.kept.sealed.id),
    holes: () => atomic(() => [...disk.holes]),
    fillHole: (kept) =>
      atomic(() => {
        if (disk.holes.delete(kept.sealed.sequence)) disk.outbox.set(kept.sealed.id, { kept, attempted: false, untold: false });
      }),
    stream: () => atomic(() => disk.state),
    storePage: (page, cursor) =>
      atomic(() => {
        if (page?.reset === true) disk.inbox = [];
        if (page !== undefined) disk.inbox.push({ ...page, id: String(disk.nextPage) });
        disk.nextPage += 1;
        disk.state = { ...disk.state, cursor };
      }),
    nextPage: () => atomic(() => disk.inbox[0]),
    applyPage: (id, applied) =>
      atomic(() => {
        if (!disk.inbox.some((page) => page.id === id)) return;
        carryOutPage(disk, applied, disk.state.cursor);
        disk.inbox = disk.inbox.filter((page) => page.id !== id);
      }),
    dropUnreadablePage: (id) =>
      atomic(() => {
        const page = disk.inbox.find((each) => each.id === id);
        if (page === undefined) return;
        disk.aside.set(`inbox|${id}`, 'page-does-not-open');
        disk.inbox = page.reset ? disk.inbox.filter((each) => each.id !== id) : [];
        if (!page.reset) disk.state = { ...disk.state, cursor: null };
      }),
    knownBefore: (generation) => atomic(() => knownBefore(disk, generation)),
    untold: (limit) => atomic(() => inOrder().flatMap(({ kept, answer, untold }) => (untold && answer !== undefined ? [{ id: kept.sealed.id, note: kept.note, answer }] : [])).slice(0, limit)),
    storeTold: (id, writes) =>
      atomic(() => {
        carryOut(disk, writes);
        const entry = disk.outbox.get(id);
        if (entry !== undefined) entry.untold = false;
      }),
    setAside: (id, reason) => atomic(() => void disk.aside.set(id, reason)),
  };
}

function transactions(power: PowerSwitch): <T>(effect: () => T) => Promise<T> {
  return async (effect) => {
    await power();
    const value = effect();
    await power();
    return value;
  };
}

function newStream(): StreamOnDisk {
  return { state: { cursor: null, generation: 0, resetting: false }, known: new Map(), tables: new Map(), aside: new Map() };
}

function carryOutPage(disk: StreamOnDisk, applied: AppliedPage, cursor: string | null): void {
  carryOut(disk, applied.writes);
  for (const key of applied.put) disk.known.set(key, applied.generation);
  for (const key of applied.removed) disk.known.delete(key);
  disk.state = { cursor, generation: applied.generation, resetting: applied.resetting };
}

function carryOut(disk: Pick<StreamOnDisk, 'tables'>, writes: readonly StoreWrite[]): void {
  for (const write of writes) {
    const table = disk.tables.get(write.store) ?? new Map<string, StoredRow>();
    disk.tables.set(write.store, table);
    if ('put' in write) table.set(write.put.id, write.put);
    else table.delete(write.delete);
  }
}

function knownBefore(disk: StreamOnDisk, generation: number): string[] {
  return [...disk.known].filter(([, known]) => known < generation).map(([key]) => key);
}
