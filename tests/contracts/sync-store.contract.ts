import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeUuidV7, type OperationId, type PersonId } from '#protocol/ids.ts';
import type { Answer } from '#protocol/sync/operation.ts';
import type { AppliedPage, KeptOperation, PersonSyncStore, SyncStore } from '../../renderer/sync/sync-store.ts';

/** One tablet for the contract. */
export type ContractTablet = {
  readonly store: SyncStore;
  /** Adds a person's database and returns its side of the store. */
  readonly addPerson: (name: string, personId: PersonId) => Promise<PersonSyncStore>;
  /** Rows of the feature store `notes` in a person's database, or in the tablet's. */
  readonly notes: (person?: PersonSyncStore) => Promise<readonly unknown[]>;
  /** Forgets everything in memory and opens what is on disk. */
  readonly reopen: () => Promise<ContractTablet>;
  readonly close: () => Promise<void>;
};

const ada = uuid(1) as PersonId;
const limit = { operations: 50, bytes: 64 * 1024 };
const note = (id: string) => ({ store: 'notes', put: { id } });

/** What every sync store must do; `create` opens an empty one. */
export function describeSyncStore(name: string, create: () => Promise<ContractTablet>): void {
  describe(`the sync store on ${name}`, () => {
    let tablet: ContractTablet;
    let person: PersonSyncStore;
    beforeEach(async () => {
      tablet = await create();
      person = await tablet.addPerson('person-a', ada);
    });
    afterEach(() => tablet.close());

    const reopen = async (): Promise<void> => {
      tablet = await tablet.reopen();
      const [found] = await tablet.store.people();
      if (found === undefined) throw new Error('The person is gone');
      person = found;
    };
    const ids = async (most = limit): Promise<string[]> => (await person.takeForPush(most, 1)).map((operation) => operation.id);

    test('OUT-1 record and operation are there together after a restart', async () => {
      expect(await person.storeIntention([note('n1')], [operation(1)])).toBe('stored');
      await reopen();
      expect(await tablet.notes(person)).toHaveLength(1);
      expect(await ids()).toEqual([uuid(101)]);
      expect(await person.nextSequence()).toBe(2);
    });

    test('OUT-1 when the place in the order is taken, neither record nor operation is stored', async () => {
      await person.storeIntention([], [operation(1)]);
      expect(await person.storeIntention([note('n1')], [operation(1)])).toBe('sequence-taken');
      expect(await tablet.notes(person)).toHaveLength(0);
      expect(await person.countWaiting()).toBe(1);
    });

    test('OUT-2 an operation leaves the outbox only on an answer that is final', async () => {
      await person.storeIntention([], [operation(1), operation(2)]);
      await person.storeAnswers([accepted(1, 5), { id: uuid(102) as OperationId, answer: 'retry', code: 'gap' }]);
      await reopen();
      expect(await ids()).toEqual([uuid(102)]);
      expect(await person.firstWaiting()).toBe(uuid(102));
      await person.storeAnswers([accepted(2, 6)]);
      expect(await person.firstWaiting()).toBeUndefined();
    });

    test('OUT-3 operations are taken in their order, as many as the limit allows, and one at least', async () => {
      await person.storeIntention([], [1, 2, 3, 4].map((sequence) => operation(sequence)));
      expect(await ids({ operations: 2, bytes: 1000 })).toEqual([uuid(101), uuid(102)]);
      expect(await ids({ operations: 50, bytes: 8 })).toEqual([uuid(101), uuid(102)]);
      expect(await ids({ operations: 50, bytes: 1 })).toEqual([uuid(101)]);
    });

    test('OUT-4 an answered operation is kept until it is told and in a back-up, and can wait again', async () => {
      await person.storeIntention([], [operation(1), operation(2)]);
      await person.storeAnswers([accepted(1, 5), accepted(2, 9)]);
      expect(await person.prune(100)).toBe(2);
      for (const { id } of await person.untold(10)) await person.storeTold(id, []);
      expect(await person.prune(4)).toBe(2);
      expect(await person.prune(5)).toBe(1);
      await person.reopenAnswered();
      await reopen();
      expect(await ids()).toEqual([uuid(102)]);
      expect(await person.untold(10)).toEqual([]);
      expect(await person.nextSequence()).toBe(3);
    });

    test('OUT-5 an operation can be replaced until it was taken, even when the push never left', async () => {
      await person.storeIntention([note('n1')], [operation(1), operation(2)]);
      expect(await person.replaceUnsent(operation(1, 'BBBB'), [{ store: 'notes', delete: 'n1' }])).toBe('replaced');
      expect((await person.takeForPush({ operations: 1, bytes: 1000 }, 1)).map((each) => each.box)).toEqual(['BBBB']);
      await reopen();
      expect(await person.findOperation(uuid(101))).toEqual({ sequence: 1, attempted: true });
      expect(await person.replaceUnsent(operation(1, 'CCCC'), [note('n2')])).toBe('already-sent');
      expect(await person.replaceUnsent(operation(9), [])).toBe('unknown-operation');
      expect(await person.replaceUnsent(operation(2, 'DDDD'), [])).toBe('replaced');
      expect(await tablet.notes(person)).toHaveLength(0);
    });

    test('OUT-6 an answer is told once, with the note that was kept', async () => {
      await person.storeIntention([], [operation(1)]);
      await person.storeAnswers([accepted(1, 5), accepted(7, 5)]);
      const [answered] = await person.untold(10);
      expect(answered).toMatchObject({ id: uuid(101), answer: { commit: 5 } });
      expect([...(answered?.note ?? [])]).toEqual([1, 2, 3]);
      await person.storeTold(uuid(101), [note('told')]);
      await reopen();
      expect(await person.untold(10)).toEqual([]);
      expect(await tablet.notes(person)).toHaveLength(1);
    });

    test('PULL-2 pages of a person wait in order with the cursor, across a restart', async () => {
      await person.storePage(page('one'), 'c1');
      await person.storePage(page('two'), 'c2');
      await person.storePage(undefined, 'c3');
      await reopen();
      expect((await person.stream()).cursor).toBe('c3');
      const first = await person.nextPage();
      expect(first?.sealed?.box).toBe('one');
      await person.applyPage(first?.id ?? '', applied({ writes: [note('n1')], put: ['notes.note|n1'], generation: 4 }));
      await reopen();
      expect((await person.nextPage())?.sealed?.box).toBe('two');
      expect(await tablet.notes(person)).toHaveLength(1);
      expect(await person.knownBefore(5)).toEqual(['notes.note|n1']);
      expect(await person.knownBefore(4)).toEqual([]);
      expect(await person.stream()).toMatchObject({ cursor: 'c3', generation: 4, resetting: false });
    });

    test('PULL-2 more than nine waiting pages keep their order', async () => {
      for (let index = 0; index < 12; index += 1) await person.storePage(page(String(index)), 'c');
      const order: string[] = [];
      for (let next = await person.nextPage(); next !== undefined; next = await person.nextPage()) {
        order.push(next.sealed?.box ?? '');
        await person.applyPage(next.id, applied({}));
      }
      expect(order).toEqual(Array.from({ length: 12 }, (_, index) => String(index)));
    });

    test('PULL-6 a reset makes older waiting pages needless, also one that is just being applied', async () => {
      await person.storePage(page('old'), 'c1');
      const old = await person.nextPage();
      await person.storePage({ ...page('new'), reset: true }, 'c2');
      await person.applyPage(old?.id ?? '', applied({ writes: [note('ghost')] }));
      expect(await tablet.notes(person)).toHaveLength(0);
      expect((await person.nextPage())?.sealed?.box).toBe('new');
    });

    test('PULL-7 a page that does not open is set aside and the stream begins anew; a reset is only set aside', async () => {
      await person.storePage(page('bad'), 'c1');
      await person.storePage(page('next'), 'c2');
      await person.dropUnreadablePage((await person.nextPage())?.id ?? '');
      expect((await person.stream()).cursor).toBeNull();
      expect(await person.nextPage()).toBeUndefined();
      await person.storePage({ ...page('bad'), reset: true }, 'c3');
      await person.dropUnreadablePage((await person.nextPage())?.id ?? '');
      expect((await person.stream()).cursor).toBe('c3');
    });

    test('PULL-2 a page of the tablet and its cursor are stored together', async () => {
      await tablet.store.applyTabletPage(applied({ writes: [note('t1')], put: ['notes.note|t1'], removed: ['notes.note|t0'], generation: 2, resetting: true }), 'c1');
      await tablet.store.storeMark('m1');
      await reopen();
      expect(await tablet.store.tabletStream()).toMatchObject({ cursor: 'c1', generation: 2, resetting: true });
      expect(await tablet.store.knownBefore(3)).toEqual(['notes.note|t1']);
      expect(await tablet.notes()).toHaveLength(1);
      expect(await tablet.store.mark()).toBe('m1');
    });

    test('a database left behind by a forgotten PIN is listed as such until it is dropped', async () => {
      await person.storeIntention([], [operation(1)]);
      await person.storeAnswers([accepted(1, 5)]);
      expect(await person.prune(9)).toBe(1);
      await tablet.addPerson('person-b', ada);
      const [behind] = await tablet.store.people();
      expect(await behind?.prune(4)).toBe(1);
      expect(await behind?.prune(5)).toBe(0);
      const listed = async () => (await tablet.store.people()).map((each) => [each.name, each.current]);
      expect(await listed()).toEqual([['person-a', false], ['person-b', true]]);
      await tablet.store.dropPerson('person-a');
      expect(await listed()).toEqual([['person-b', true]]);
    });
  });
}

function operation(sequence: number, box = 'AAAA'): KeptOperation {
  return { sealed: { id: uuid(100 + sequence) as OperationId, personId: ada, sequence, enc: '', box }, note: new Uint8Array([1, 2, 3]) };
}

function accepted(sequence: number, commit: number): Answer {
  return { id: uuid(100 + sequence) as OperationId, answer: 'accepted', receipt: 'ABCD-2346', commit, at: 1 };
}

function page(box: string) {
  return { reset: false, last: true, sealed: { enc: '', box } };
}

function applied(some: Partial<AppliedPage>): AppliedPage {
  return { writes: [], put: [], removed: [], generation: 0, resetting: false, ...some };
}

function uuid(number: number): string {
  return makeUuidV7(number, new Uint8Array(10).fill(number % 256));
}
