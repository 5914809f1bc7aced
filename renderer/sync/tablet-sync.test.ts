import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeBase64Url } from '#protocol/base64.ts';
import type { PersonId } from '#protocol/ids.ts';
import { fail, ok } from '#protocol/result.ts';
import type { ExchangeReply, ExchangeRequest } from '#protocol/sync/exchange.ts';
import type { ShellPort } from '#protocol/shell/bridge.ts';
import type { Answer } from '#protocol/sync/operation.ts';
import { openPersonDatabase } from '../db/open-person-database.ts';
import { openTabletDatabase, type TabletDatabase } from '../db/open-tablet-database.ts';
import type { PersonFileRow } from '../db/sync-stores.ts';
import { createDexieSyncStore } from './dexie-sync-store.ts';
import { exchangeOnce } from './exchange-once.ts';
import { joinPerson, type JoinedPerson } from './join-person.ts';
import { createSyncRunner } from './run-sync.ts';
import type { SyncStatus } from './sync-status.ts';

const ada = '0197f3a0-1111-7abc-8def-000000000001' as PersonId;
const stores = [{ name: 'notes', indexes: [] }];
let tablet: TabletDatabase;
let requests: ExchangeRequest[] = [];
let replies: (Partial<ExchangeReply> | 'unreachable')[] = [];
let told: string[] = [];
let signedOut = false;

const shell: Pick<ShellPort, 'exchange' | 'sealOperation' | 'openChanges'> = {
  sealOperation: ({ id, sequence, part }) =>
    Promise.resolve(signedOut ? fail({ code: 'signed-out' }) : ok({ id, sequence, personId: ada, enc: '', box: encodeBase64Url(new TextEncoder().encode(JSON.stringify(part))) })),
  openChanges: ({ box }) => Promise.resolve(signedOut ? fail({ code: 'signed-out' }) : box === 'broken' ? fail({ code: 'seal-broken' }) : ok(box)),
  exchange: (request) => {
    requests.push(request);
    const reply = replies.shift() ?? {};
    if (reply === 'unreachable') return Promise.resolve(fail({ code: 'unreachable' }));
    return Promise.resolve(ok({ serverTime: 1, mark: 'm', restored: false, answers: [], pages: [], backedUpTo: 0, nextSyncAfter: 60_000, ...reply }));
  },
};

beforeEach(async () => {
  requests = [];
  replies = [];
  told = [];
  signedOut = false;
  tablet = await openTabletDatabase({ stores, personStores: stores });
});
afterEach(async () => {
  tablet.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function signIn(key = 1, onStored: () => void = () => undefined): Promise<JoinedPerson & { readonly file: string }> {
  const database = await openPersonDatabase({ signedIn: { personId: ada, lookup: 'a'.repeat(32), dataKey: encodeBase64Url(new Uint8Array(32).fill(key)) }, tablet });
  const joined = joinPerson({
    database,
    shell,
    onStored,
    clock: () => 1_000,
    randomBytes: () => crypto.getRandomValues(new Uint8Array(10)),
    features: new Map([
      [
        'notes',
        {
          applyChange: (change) => {
            if ('put' in change && change.put === 'break') throw new Error('A bug in the feature');
            return Promise.resolve(['put' in change ? { store: 'notes', put: { id: change.id } } : { store: 'notes', delete: change.id }]);
          },
          applyAnswer: ({ id, kind, answer }) => {
            told.push(`${kind} ${answer.answer}`);
            return Promise.resolve([{ store: 'notes', put: { id: `told-${id}` } }]);
          },
        },
      ],
    ]),
  });
  return { ...joined, file: database.name };
}

const exchange = () => exchangeOnce({ store: createDexieSyncStore(tablet), shell, clock: () => 1_000, report: () => Promise.resolve(undefined), applyTabletChange: () => Promise.resolve([]) });
const write = (person: JoinedPerson, ...texts: string[]) => person.outbox.recordIntention({ writes: [], operations: texts.map((payload) => ({ kind: 'notes.add', payload })) });
const accept = (request: ExchangeRequest | undefined, commit = 5): Answer[] => (request?.operations ?? []).map(({ id }) => ({ id, answer: 'accepted', receipt: 'BCDF-2346', commit, at: 1 }));
const notes = async (file: string) => (await (await tablet.openPersonFile(file)).table<{ id: string }, string>('notes').toArray()).map((row) => row.id);
const page = (changes: unknown, some: { readonly kind?: 'reset' | 'changes'; readonly more?: boolean; readonly nextCursor?: string } = {}) => ({ stream: 'person' as const, personId: ada, kind: 'changes' as const, nextCursor: 'c', more: false, sealed: { enc: '', box: typeof changes === 'string' ? changes : JSON.stringify(changes) }, ...some });
const put = (id: string, body: unknown = 1) => ({ record: 'notes.note', id, put: body });

describe('the outbox', () => {
  test('OUT-3 acts at the same moment get places in the order they were made', async () => {
    const person = await signIn();
    await Promise.all([write(person, 'a'), write(person, 'b', 'c'), write(person, 'd')]);
    await exchange();
    const sent = requests[0]?.operations.map(({ sequence, box }) => [sequence, (JSON.parse(atob(box.replaceAll('-', '+').replaceAll('_', '/'))) as { payload: string }).payload]);
    expect(sent).toEqual([[1, 'a'], [2, 'b'], [3, 'c'], [4, 'd']]);
  });

  test('OUT-5 an operation is taken back until its first attempt, even if that never arrived', async () => {
    const person = await signIn();
    const stored = await write(person, 'a', 'b');
    const [first = '', second = ''] = stored.ok ? stored.value.operationIds : [];
    expect(await person.outbox.withdraw(first, [])).toEqual(ok(undefined));
    replies = ['unreachable'];
    await exchange();
    expect(await person.outbox.withdraw(second, [])).toEqual(fail({ code: 'already-sent' }));
    expect(await person.outbox.withdraw('nothing', [])).toEqual(fail({ code: 'unknown-operation' }));
    expect(requests[0]?.operations.map(({ id, sequence }) => [id, sequence])).toEqual([[first, 1], [second, 2]]);
    expect(atob(requests[0]?.operations[0]?.box ?? '')).toContain('sync.withdrawn');
  });

  test('after signing out nothing can be stored, and the person is told so', async () => {
    const person = await signIn();
    signedOut = true;
    expect(await write(person, 'a')).toEqual(fail({ code: 'signed-out' }));
  });

  test('OUT-6 an operation that cannot be read is set aside, and its place is filled so that the next can pass', async () => {
    const person = await signIn();
    await write(person, 'a', 'b');
    const outbox = (await tablet.openPersonFile(person.file)).table<{ id: string; sequence: number; box: unknown }, string>('outbox');
    await outbox.where('sequence').equals(1).modify({ box: 42 });
    await exchange();
    expect(requests[0]?.operations.map(({ sequence }) => sequence)).toEqual([2]);
    await person.catchUp();
    await exchange();
    expect(requests[1]?.operations.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(await (await tablet.openPersonFile(person.file)).table('set_aside').count()).toBe(1);
  });
});

describe('an exchange', () => {
  test('OUT-2 an answer is told to the feature once, and the operation is not sent again', async () => {
    const person = await signIn();
    await write(person, 'a');
    replies = ['unreachable'];
    await exchange();
    replies = [{ answers: accept(requests[0]) }];
    await exchange();
    await person.catchUp();
    await person.catchUp();
    await exchange();
    expect(requests.map((request) => request.operations.length)).toEqual([1, 1, 0]);
    expect(told).toEqual(['notes.add accepted']);
  });

  test('OUT-4 after a restore answered operations are sent again, until a back-up has them', async () => {
    const person = await signIn();
    await write(person, 'a');
    await exchange();
    replies = [{ answers: accept(requests[0]), mark: 'old' }];
    await exchange();
    await person.catchUp();
    replies = [{ restored: true, mark: 'new', backedUpTo: 100 }];
    await exchange();
    replies = [{ answers: accept(requests[0], 7), backedUpTo: 6 }];
    await exchange();
    await person.catchUp();
    replies = [{ backedUpTo: 7 }, { restored: true }];
    await exchange();
    await exchange();
    await exchange();
    expect(requests.map((request) => request.mark)).toEqual([null, 'm', 'old', 'new', 'm', 'm', 'm']);
    expect(requests.map((request) => request.operations.length)).toEqual([1, 1, 0, 1, 0, 0, 0]);
  });

  test('PULL-7 what comes while nobody is signed in waits sealed, and is applied in order at sign-in', async () => {
    const { file } = await signIn();
    signedOut = true;
    replies = [{ pages: [page([put('n1'), put('n2')], { kind: 'reset', more: true, nextCursor: 'c1' })] }, { pages: [page([{ record: 'notes.note', id: 'n1', removed: true }], { nextCursor: 'c2' })] }];
    await exchange();
    await exchange();
    expect(await notes(file)).toEqual([]);
    signedOut = false;
    const person = await signIn();
    await person.catchUp();
    expect(await notes(file)).toEqual(['n2']);
    await exchange();
    expect(requests.at(-1)?.streams).toContainEqual({ stream: 'person', personId: ada, cursor: 'c2' });
  });

  test('PULL-6 a record that does not come again after a reset is gone at its last page, not before', async () => {
    const person = await signIn();
    replies = [{ pages: [page([put('n1'), put('n2'), put('n3')], { kind: 'reset' })] }, { pages: [page([put('n2')], { kind: 'reset', more: true })] }, { pages: [page([put('n4')])] }];
    await exchange();
    await person.catchUp();
    await exchange();
    await person.catchUp();
    expect(await notes(person.file)).toEqual(['n1', 'n2', 'n3']);
    await exchange();
    await person.catchUp();
    expect(await notes(person.file)).toEqual(['n2', 'n4']);
  });

  test('OUT-6 a change that its feature breaks on is set aside, and those around it are applied', async () => {
    const person = await signIn();
    replies = [{ pages: [page([put('n1'), put('n2', 'break'), put('n3')])] }];
    await exchange();
    await person.catchUp();
    expect(await notes(person.file)).toEqual(['n1', 'n3']);
  });

  test('PULL-7 a page that does not open makes the stream begin anew, and the rest of the tablet goes on', async () => {
    const person = await signIn();
    replies = [{ pages: [page('broken', { nextCursor: 'c1' })] }];
    await exchange();
    await person.catchUp();
    await exchange();
    expect(requests.map((request) => request.streams.find((stream) => stream.stream === 'person')?.cursor)).toEqual([null, null]);
  });

  test('PUSH-2 one person whose operations cannot pass does not keep the others from being sent', async () => {
    const person = await signIn();
    await write(person, ...Array.from({ length: 60 }, () => 'a'));
    const other = 'person-b';
    await tablet.table<PersonFileRow>('people').put({ id: other, personId: '0197f3a0-1111-7abc-8def-000000000002', current: 1 });
    const box = { id: '0197f3a0-1111-7abc-8def-000000000077', personId: '0197f3a0-1111-7abc-8def-000000000002', sequence: 1, enc: '', box: 'AAAA', note: new Uint8Array(), waiting: 1, untold: 0 };
    await (await tablet.openPersonFile(other)).table('outbox').add(box);
    await exchange();
    const byPerson = requests[0]?.operations.map(({ personId }) => personId);
    expect(byPerson?.filter((each) => each === ada)).toHaveLength(25);
    expect(byPerson?.filter((each) => each !== ada)).toHaveLength(1);
  });

  test('a database left behind by a forgotten PIN is emptied and then removed', async () => {
    const before = await signIn(1);
    await write(before, 'a');
    await before.catchUp();
    const now = await signIn(2);
    await exchange();
    expect(requests[0]?.streams.filter((stream) => stream.stream === 'person')).toHaveLength(1);
    replies = [{ answers: accept(requests[0]), backedUpTo: 9 }];
    await exchange();
    await exchange();
    expect(requests[1]?.operations).toHaveLength(1);
    const left = (await tablet.table<PersonFileRow>('people').toArray()).map((row) => row.id);
    expect(left).toEqual([now.file]);
    expect(await Dexie.getDatabaseNames()).not.toContain(before.file);
  });

  test('CLOCK-2 a clock that makes no sense stops nothing', async () => {
    for (const time of [-5, Number.NaN, Number.POSITIVE_INFINITY, 1e18, 0.5]) {
      const outcome = await exchangeOnce({ store: createDexieSyncStore(tablet), shell, clock: () => time, report: () => Promise.resolve(undefined), applyTabletChange: () => Promise.resolve([]) });
      expect(outcome.outcome).toBe('reply');
    }
    expect(requests.map((request) => request.tabletTime).every((time) => Number.isInteger(time) && time >= 0 && time <= 253_402_300_799_999)).toBe(true);
  });
});

describe('the runner', () => {
  function run(pause: (milliseconds: number, wake: AbortSignal) => Promise<void>) {
    const shown: Partial<SyncStatus>[] = [];
    const turnedAway: string[] = [];
    const runner = createSyncRunner({ store: createDexieSyncStore(tablet), shell, clock: () => 7, random: () => 0, report: () => Promise.resolve(undefined), applyTabletChange: () => Promise.resolve([]), catchUp: () => Promise.reject(new Error('broken')), showStatus: (status) => shown.push(status), onTurnedAway: (code) => turnedAway.push(code), pause });
    return { runner, shown, turnedAway };
  }
  const untilWoken = (_milliseconds: number, wake: AbortSignal) => new Promise<void>((resolve) => { wake.addEventListener('abort', () => { resolve(); }, { once: true }); });

  test('STORM-1 it goes on after every kind of failure, and shows the line as it is', async () => {
    replies = ['unreachable', 'unreachable'];
    const pauses: number[] = [];
    const { runner, shown } = run(async (milliseconds, wake) => {
      pauses.push(milliseconds);
      if (pauses.length === 3) await untilWoken(milliseconds, wake);
    });
    runner.start();
    await expect.poll(() => pauses.length).toBe(3);
    await runner.stop();
    expect(pauses).toEqual([1_000, 2_000, 60_000]);
    expect(shown.flatMap((status) => status.state ?? [])).toEqual(['talking', 'offline', 'talking', 'offline', 'talking', 'idle']);
    expect(shown).toContainEqual({ state: 'idle', lastContact: 7 });
  });

  test('something new is sent at once, not at the next appointed time', async () => {
    const { runner } = run(untilWoken);
    runner.start();
    await expect.poll(() => requests.length).toBe(1);
    const person = await signIn(1, runner.nudge);
    await write(person, 'a');
    await expect.poll(() => requests.length).toBe(2);
    await runner.stop();
    expect(requests[1]?.operations).toHaveLength(1);
    expect(requests).toHaveLength(2);
  });
});
