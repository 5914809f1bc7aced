import type { Dexie } from 'dexie';
import type { PersonId } from '#protocol/ids.ts';
import { sealedOperationSchema, type SealedOperation } from '#protocol/sync/operation.ts';
import { carryOut } from '../db/open-dexie.ts';
import type { InboxRow, OutboxRow, SetAsideRow, StreamRow } from '../db/sync-stores.ts';
import { carryOutPage, knownBefore, loadStream, setAside } from './dexie-stream.ts';
import type { KeptOperation, PersonSyncStore, PushLimit } from './sync-store.ts';

/** A person's sync store over their Dexie file; their keys are not needed. */
export function createDexiePersonStore(dexie: Dexie, personId: PersonId, current: boolean): PersonSyncStore {
  return { name: dexie.name, personId, current, ...making(dexie), ...mending(dexie), ...pushing(dexie, current), ...incoming(dexie) };
}

/** Set-aside operations, by their place in the order. */
const HOLE = 'outbox|';

type Making = Pick<PersonSyncStore, 'nextSequence' | 'storeIntention' | 'findOperation' | 'replaceUnsent'>;

/** How operations come into the outbox. */
function making(dexie: Dexie): Making {
  const outbox = dexie.table<OutboxRow, string>('outbox');
  const streams = dexie.table<StreamRow, string>('stream');
  return {
    nextSequence: async () => (await loadStream(dexie)).nextSequence,
    storeIntention: (writes, operations) =>
      // Only the stores it touches: a transaction over all of them waits for whatever reads any of them.
      dexie.transaction('rw', [...new Set(['outbox', 'stream', ...writes.map(({ store }) => store)])], async () => {
        const stream = await loadStream(dexie);
        const [first] = operations;
        if (first !== undefined && first.sealed.sequence !== stream.nextSequence) return 'sequence-taken';
        const kept = [carryOut(dexie, writes)];
        if (first !== undefined) {
          kept.push(outbox.bulkAdd(operations.map(toRow)).then(() => undefined));
          kept.push(streams.put({ ...stream, nextSequence: stream.nextSequence + operations.length }).then(() => undefined));
        }
        await Promise.all(kept);
        return 'stored';
      }),
    findOperation: async (id) => {
      const row = await outbox.get(id);
      return row === undefined ? undefined : { sequence: row.sequence, attempted: row.attemptedAt !== undefined };
    },
    replaceUnsent: (operation, writes) =>
      dexie.transaction('rw', dexie.tables, async () => {
        const row = await outbox.get(operation.sealed.id);
        if (row?.sequence !== operation.sealed.sequence) return 'unknown-operation';
        if (row.attemptedAt !== undefined) return 'already-sent';
        await carryOut(dexie, writes);
        await outbox.put(toRow(operation));
        return 'replaced';
      }),
  };
}

/** How a place whose operation could not be read is filled (OUT-6). */
function mending(dexie: Dexie): Pick<PersonSyncStore, 'holes' | 'fillHole'> {
  const outbox = dexie.table<OutboxRow, string>('outbox');
  return {
    holes: async () => {
      const keys = await dexie.table<SetAsideRow, string>('set_aside').where('id').startsWith(HOLE).primaryKeys();
      return keys.map((key) => Number(key.slice(HOLE.length)));
    },
    fillHole: (operation) =>
      dexie.transaction('rw', outbox, dexie.table('set_aside'), async () => {
        const hole = `${HOLE}${String(operation.sealed.sequence)}`;
        const kept = await dexie.table<SetAsideRow, string>('set_aside').get(hole);
        if (kept === undefined) return;
        await outbox.add(toRow(operation));
        await dexie.table<SetAsideRow, string>('set_aside').delete(hole);
        await dexie.table<SetAsideRow, string>('set_aside').put({ ...kept, id: `filled|${operation.sealed.id}` });
      }),
  };
}

type Pushing = Pick<PersonSyncStore, 'takeForPush' | 'storeAnswers' | 'reopenAnswered' | 'prune' | 'countWaiting' | 'firstWaiting' | 'untold' | 'storeTold'>;

/** How they go out, and what becomes of them. */
function pushing(dexie: Dexie, current: boolean): Pushing {
  const outbox = dexie.table<OutboxRow, string>('outbox');
  return {
    takeForPush: (limit, now) => takeForPush(dexie, limit, now),
    storeAnswers: (answers) =>
      dexie.transaction('rw', outbox, async () => {
        for (const answer of answers) {
          if (answer.answer === 'retry') continue;
          const row = await outbox.get(answer.id);
          if (row !== undefined) await outbox.put({ ...row, answer, waiting: 0, untold: 1 });
        }
      }),
    reopenAnswered: async () => {
      await outbox.where('waiting').equals(0).modify(({ answer: _forgotten, ...row }, place) => {
        place.value = { ...row, waiting: 1, untold: 0 };
      });
    },
    prune: (backedUpTo) =>
      dexie.transaction('rw', outbox, async () => {
        const answered = await outbox.where('waiting').equals(0).toArray();
        const done = answered.filter((row) => (row.untold === 0 || !current) && row.answer !== undefined && row.answer.answer !== 'retry' && row.answer.commit <= backedUpTo);
        await outbox.bulkDelete(done.map((row) => row.id));
        return outbox.count();
      }),
    countWaiting: () => outbox.where('waiting').equals(1).count(),
    firstWaiting: async () => (await outbox.where('[waiting+sequence]').between([1, 0], [1, Infinity]).first())?.id,
    untold: async (limit) => {
      const rows = await outbox.where('untold').equals(1).limit(limit).toArray();
      return rows.flatMap(({ id, note, answer }) => (answer === undefined ? [] : [{ id, note, answer }]));
    },
    storeTold: (id, writes) =>
      dexie.transaction('rw', dexie.tables, async () => {
        await carryOut(dexie, writes);
        await outbox.update(id, { untold: 0 });
      }),
  };
}

type Incoming = Pick<PersonSyncStore, 'stream' | 'storePage' | 'nextPage' | 'applyPage' | 'dropUnreadablePage' | 'knownBefore' | 'setAside'>;

function incoming(dexie: Dexie): Incoming {
  const inbox = dexie.table<InboxRow, string>('inbox');
  const streams = dexie.table<StreamRow, string>('stream');
  return {
    stream: () => loadStream(dexie),
    storePage: (page, cursor) =>
      dexie.transaction('rw', inbox, streams, async () => {
        const stream = await loadStream(dexie);
        if (page?.reset === true) await inbox.clear();
        if (page !== undefined) await inbox.put({ id: String(stream.nextPage).padStart(12, '0'), ...page });
        await streams.put({ ...stream, cursor, nextPage: stream.nextPage + 1 });
      }),
    nextPage: () => inbox.orderBy('id').first(),
    applyPage: (id, applied) =>
      dexie.transaction('rw', dexie.tables, async () => {
        // The page may have been replaced by a reset while it was being prepared: then it must not be applied.
        if ((await inbox.get(id)) === undefined) return;
        await carryOutPage(dexie, applied, {});
        await inbox.delete(id);
      }),
    dropUnreadablePage: (id) =>
      dexie.transaction('rw', inbox, streams, dexie.table('set_aside'), async () => {
        const page = await inbox.get(id);
        if (page === undefined) return;
        await dexie.table<SetAsideRow, string>('set_aside').put({ id: `inbox|${id}`, reason: 'page-does-not-open', row: page });
        await inbox.delete(id);
        if (page.reset) return;
        await inbox.clear();
        await streams.put({ ...(await loadStream(dexie)), cursor: null });
      }),
    knownBefore: (generation) => knownBefore(dexie, generation),
    setAside: (id, reason) => setAside(dexie, id, reason),
  };
}

/** Reads in order until a limit; a row that is no operation any more is set aside, so that the rest can go (OUT-6). */
function takeForPush(dexie: Dexie, limit: PushLimit, now: number): Promise<readonly SealedOperation[]> {
  const outbox = dexie.table<OutboxRow, string>('outbox');
  const aside = dexie.table<SetAsideRow, string>('set_aside');
  return dexie.transaction('rw', outbox, aside, async () => {
    const rows = await outbox.where('[waiting+sequence]').between([1, 0], [1, Infinity]).limit(limit.operations).toArray();
    const taken: SealedOperation[] = [];
    let bytes = 0;
    for (const row of rows) {
      const { id, personId, sequence, enc, box } = row;
      const parsed = sealedOperationSchema.safeParse({ id, personId, sequence, enc, box });
      if (!parsed.success) {
        await aside.put({ id: `${HOLE}${String(sequence)}`, reason: 'unreadable-operation', row });
        await outbox.delete(id);
        continue;
      }
      bytes += box.length;
      if (taken.length > 0 && bytes > limit.bytes) break;
      taken.push(parsed.data);
      if (row.attemptedAt === undefined) await outbox.put({ ...row, attemptedAt: now });
    }
    return taken;
  });
}

function toRow({ sealed, note }: KeptOperation): OutboxRow {
  return { ...sealed, note, waiting: 1, untold: 0 };
}
