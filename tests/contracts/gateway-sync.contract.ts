import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeUuidV7, type OperationId, type PersonId, type TabletId } from '#protocol/ids.ts';
import { ok, fail } from '#protocol/result.ts';
import type { Change } from '#protocol/sync/change.ts';
import type { ExchangeReply, Stream } from '#protocol/sync/exchange.ts';
import type { Answer, SealedOperation } from '#protocol/sync/operation.ts';
import { openDatabase, type DatabasePlace } from '../../gateway/db/database.ts';
import type { GatewayDatabase } from '../../gateway/db/gateway-database.ts';
import type { Migration } from '../../gateway/db/migrate.ts';
import { appendChange, noteBackup, personAudience, pruneTombstones, tabletAudience } from '../../gateway/sync/change-log.ts';
import { createExchange, type HandleExchange } from '../../gateway/sync/exchange.ts';
import type { ApplyOperation } from '../../gateway/sync/push-dependencies.ts';
import { syncMigrations } from '../../gateway/sync/sync-tables.ts';
import { openPlain, plainSeals, sealPlain } from '../support/plain-seals.ts';

type NoteTables = { readonly notes: { readonly id: string; readonly person: string; readonly text: string; readonly commit_number: number } };
const noteMigrations: readonly Migration[] = [
  {
    name: 'notes-1',
    up: async (m) => {
      await m
        .createTable('notes')
        .addColumn('id', m.text, (c) => c.primaryKey())
        .addColumn('person', m.text, (c) => c.notNull())
        .addColumn('text', m.text, (c) => c.notNull())
        .addColumn('commit_number', m.integer, (c) => c.notNull())
        .execute();
    },
  },
];

/** A feature with one kind: it keeps a note, and refuses or breaks when the note says so. */
const applyNote: ApplyOperation = async (tx, operation, context) => {
  const { text } = operation.payload as { text: string };
  await tx.tables<NoteTables>().insertInto('notes').values({ id: operation.id, person: context.personId, text, commit_number: tx.commit }).execute();
  await appendChange(tx, { audience: personAudience(context.personId), record: 'notes.note', id: operation.id, put: { text, receipt: context.receipt } });
  if (text === 'refuse me') return fail({ code: 'not-liked' });
  if (text === 'break') throw new Error('A bug in the feature');
  return ok(undefined);
};

const tabletId = uuid(1) as TabletId;
const ada = uuid(2) as PersonId;
const bob = uuid(3) as PersonId;
const stranger = uuid(4) as PersonId;
const secret = new Uint8Array(32).fill(7);

/** The laws of push and pull, and of the committer under them, for any database the gateway may stand on. */
export function describeGatewaySync(name: string, place: () => Promise<DatabasePlace>): void {
  describe(`the gateway's sync on ${name}`, () => {
    let where: DatabasePlace;
    let database: GatewayDatabase;
    let exchange: HandleExchange;
    let faults: string[] = [];
    let now = 1_000;
    let boots = 0;

    const start = async (): Promise<void> => {
      const opened = await openDatabase({ ...where, migrations: [...syncMigrations, ...noteMigrations], clock: () => now });
      if (!opened.ok) throw new Error(opened.error.sentence);
      database = opened.value;
      boots += 1;
      exchange = await createExchange({
        database,
        seals: plainSeals,
        secret,
        boot: `boot-${String(boots)}`,
        clock: () => now,
        features: new Map([['notes', applyNote]]),
        people: {
          keysOf: (_tablet, person) => Promise.resolve(person === stranger ? [] : [new Uint8Array(65).fill(1)]),
          peopleOf: () => Promise.resolve(new Set([ada])),
        },
        onReport: () => undefined,
        onFault: (id) => faults.push(id),
      });
    };
    const restart = async (): Promise<void> => {
      await database.close();
      await start();
    };
    beforeEach(async () => {
      where = await place();
      faults = [];
      now = 1_000;
      await start();
    });
    afterEach(() => database.close());

    let made = 0;
    const note = (sequence: number, text = 'hello', personId = ada): SealedOperation => {
      made += 1;
      const id = uuid(1000 + made) as OperationId;
      return sealPlain({ id, personId, sequence }, { kind: 'notes.add', composedAt: 5, payload: { text } });
    };
    const talk = (operations: readonly SealedOperation[], streams: readonly Stream[] = [], mark: string | null = null): Promise<ExchangeReply> =>
      exchange(tabletId, { protocol: 1, tabletTime: 0, mark, operations: [...operations], streams: [...streams] });
    const push = async (...operations: SealedOperation[]): Promise<Answer[]> => (await talk(operations)).answers;
    const pull = async (cursor: string | null, personId = ada) => (await talk([], [{ stream: 'person', personId, cursor }])).pages[0];
    const notes = async () => (await database.reads<NoteTables>().selectFrom('notes').select('text').orderBy('commit_number').orderBy('id').execute()).map((row) => row.text);
    const put = (id: string, body: unknown) => database.committer.submit((tx) => appendChange(tx, { audience: tabletAudience(tabletId), record: 'notes.note', id, put: body }));

    test('PUSH-2 every operation gets its own answer, in the order asked; one that breaks harms no other', async () => {
      const answers = await push(note(1), note(2, 'break'), note(3, 'refuse me'), note(4));
      expect(answers.map((answer) => (answer.answer === 'refused' ? answer.detail : answer.answer))).toEqual(['accepted', 'fault', 'not-liked', 'accepted']);
      expect(await notes()).toEqual(['hello', 'hello']);
      expect(faults).toHaveLength(1);
    });

    test('PUSH-3 the same id twice has the effect of once and the same answer, across a restart too', async () => {
      const operation = note(1);
      const first = await push(operation, operation);
      await restart();
      expect(await push(operation)).toEqual([first[0]]);
      expect(first[1]).toEqual(first[0]);
      expect(await notes()).toEqual(['hello']);
    });

    test('PUSH-3 a refusal is remembered like an acceptance', async () => {
      const operation = note(1, 'refuse me');
      expect(await push(operation)).toEqual(await push(operation));
    });

    test('PUSH-3 two pushes of one operation at the same moment have the effect of once', async () => {
      const operation = note(1);
      const [one, two] = await Promise.all([push(operation), push(operation)]);
      expect(one).toEqual(two);
      expect(await notes()).toEqual(['hello']);
    });

    test('PUSH-3 an id of somebody else is refused without its answer', async () => {
      const operation = note(1);
      await push(operation);
      const reply = await exchange(uuid(9) as TabletId, { protocol: 1, tabletTime: 0, mark: null, operations: [operation], streams: [] });
      expect(reply.answers).toMatchObject([{ answer: 'refused', code: 'seal-broken' }]);
      expect(JSON.stringify(reply.answers)).not.toContain('receipt');
    });

    test('PUSH-4 the receipt follows from the id and the secret alone', async () => {
      const operation = note(1);
      const [before] = await push(operation);
      await database.close();
      where = await place();
      await start();
      const [after] = await push(operation);
      expect(before?.answer === 'accepted' && before.receipt).toMatch(/^[BCDFGHJKMNPQRTVWXYZ2346789]{4}-[BCDFGHJKMNPQRTVWXYZ2346789]{4}$/);
      expect(after).toMatchObject({ receipt: before?.answer === 'accepted' ? before.receipt : '' });
    });

    test('PUSH-5 a later operation waits for the one before it, and a used place is refused', async () => {
      const first = note(1);
      const second = note(2);
      expect(await push(second)).toMatchObject([{ answer: 'retry', code: 'gap' }]);
      expect(await push(second, first)).toMatchObject([{ answer: 'accepted' }, { answer: 'accepted' }]);
      expect(await push(note(2))).toMatchObject([{ answer: 'refused', code: 'sequence-reused' }]);
    });

    test('PUSH-7 a refused operation leaves no record, no change and no announcement', async () => {
      const before = await pull(null);
      await push(note(1, 'refuse me'));
      expect(await notes()).toEqual([]);
      expect(await pull(before?.nextCursor ?? null)).toMatchObject({ kind: 'changes', sealed: null });
    });

    test('PUSH-8 a person who is not on the tablet is refused; one whose key is not known is asked to try again', async () => {
      const unsealed: SealedOperation = { ...note(1), box: 'AAAA' };
      expect(await push(note(1, 'hi', bob), note(1, 'hi', stranger), unsealed)).toMatchObject([
        { answer: 'refused', code: 'person-not-on-tablet' },
        { answer: 'retry', code: 'busy' },
        { answer: 'refused', code: 'seal-broken' },
      ]);
      expect(await notes()).toEqual([]);
    });

    test('OUT-5 a withdrawn operation is accepted, fills its place and does nothing', async () => {
      const withdrawn = sealPlain({ id: uuid(77) as OperationId, personId: ada, sequence: 1 }, { kind: 'sync.withdrawn', composedAt: 0, payload: null });
      expect(await push(withdrawn, note(2))).toMatchObject([{ answer: 'accepted' }, { answer: 'accepted' }]);
      expect(await notes()).toEqual(['hello']);
    });

    test('an unknown kind is refused by name, and the rest go on', async () => {
      const newer = sealPlain({ id: uuid(78) as OperationId, personId: ada, sequence: 1 }, { kind: 'games.play', composedAt: 0, payload: null });
      expect(await push(newer, note(2))).toMatchObject([{ answer: 'refused', code: 'kind-unknown' }, { answer: 'accepted' }]);
    });

    test('PULL-1 an operation pushed comes back as a change in the same exchange, and once only', async () => {
      const reply = await talk([note(1)], [{ stream: 'person', personId: ada, cursor: null }]);
      const page = reply.pages[0];
      expect(page?.stream === 'person' && changesOf(page.sealed?.box)).toMatchObject([{ record: 'notes.note', put: { text: 'hello' } }]);
      expect(await pull(page?.nextCursor ?? null)).toMatchObject({ kind: 'changes', more: false, sealed: null });
    });

    test('PULL-3 only the newest version of a record is sent, also when it changed while the tablet was paging', async () => {
      for (let index = 0; index < 201; index += 1) await put(`r${String(index)}`, 1);
      const first = (await talk([], [{ stream: 'tablet', cursor: null }])).pages[0];
      await put('r200', 2);
      await put('r0', 3);
      const second = (await talk([], [{ stream: 'tablet', cursor: first?.nextCursor ?? null }])).pages[0];
      expect([first?.kind, first?.more, first?.stream === 'tablet' && first.changes.length]).toEqual(['reset', true, 200]);
      expect(second).toMatchObject({ kind: 'changes', more: false, changes: [{ id: 'r200', put: 2 }, { id: 'r0', put: 3 }] });
    });

    test('a change under a name that tablets do not read is refused before it is in their stream, where it would stop every exchange', async () => {
      const named = (record: string) => database.committer.submit((tx) => appendChange(tx, { audience: tabletAudience(tabletId), record, id: 'n', put: 1 }));
      await expect(named('notes.aNote')).rejects.toThrow();
      await named('notes.a-note');
      expect((await talk([], [{ stream: 'tablet', cursor: null }])).pages).toMatchObject([{ changes: [{ record: 'notes.a-note' }] }]);
    });

    test('PULL-3 pages of one great commit neither skip nor repeat a record', async () => {
      await database.committer.submit(async (tx) => {
        for (let index = 0; index < 450; index += 1) await appendChange(tx, { audience: tabletAudience(tabletId), record: 'notes.note', id: `r${String(index)}`, put: index });
      });
      const seen: string[] = [];
      let cursor: string | null = null;
      for (let more = true; more; ) {
        const page: ExchangeReply['pages'][number] | undefined = (await talk([], [{ stream: 'tablet', cursor }])).pages[0];
        if (page?.stream !== 'tablet') throw new Error('No page');
        seen.push(...page.changes.map((change) => change.id));
        cursor = page.nextCursor;
        more = page.more;
      }
      expect(seen).toEqual(Array.from({ length: 450 }, (_, index) => `r${String(index)}`));
    });

    test('PULL-4 with eight writers racing, a puller misses no row and sees none twice', async () => {
      const writers = Array.from({ length: 8 }, async (_, writer) => {
        for (let index = 0; index < 25; index += 1) await put(`w${String(writer)}-${String(index)}`, index);
      });
      const seen: string[] = [];
      let cursor: string | null = null;
      const look = async (): Promise<void> => {
        const page = (await talk([], [{ stream: 'tablet', cursor }])).pages[0];
        if (page?.stream !== 'tablet') throw new Error('No page');
        seen.push(...page.changes.map((change) => change.id));
        cursor = page.nextCursor;
      };
      const state = { writing: true };
      const all = Promise.all(writers).then(() => (state.writing = false));
      while (state.writing) {
        await look();
        // Reads of the embedded database never leave the microtask queue: let the writers have their turn.
        await new Promise((resolve) => setImmediate(resolve));
      }
      await all;
      for (let index = 0; index < 3; index += 1) await look();
      expect(seen).toHaveLength(200);
      expect(new Set(seen).size).toBe(200);
    });

    test('PULL-5 a forged cursor, one of another stream and one of an unknown boot get a reset, never an error', async () => {
      await push(note(1));
      const good = (await pull(null))?.nextCursor ?? '';
      const flipped = good.replace(/^./, (first) => (first === 'e' ? 'f' : 'e'));
      const foreign = (await talk([], [{ stream: 'tablet', cursor: null }])).pages[0]?.nextCursor ?? '';
      for (const bad of [flipped, foreign, '', '.', 'x'.repeat(400)]) expect(await pull(bad)).toMatchObject({ kind: 'reset', more: false });
      expect(await pull(good)).toMatchObject({ kind: 'changes', sealed: null });
      await restart();
      expect(await pull(good)).toMatchObject({ kind: 'changes', sealed: null });
    });

    test('PULL-5 a cursor older than the forgotten tombstones gets a reset; a newer one does not', async () => {
      await push(note(1));
      const old = (await pull(null))?.nextCursor ?? '';
      await database.committer.submit((tx) => appendChange(tx, { audience: personAudience(ada), record: 'notes.note', id: 'gone', removed: true }));
      const newer = (await pull(old))?.nextCursor ?? '';
      now += 1_000;
      expect(await database.committer.submit((tx) => pruneTombstones(tx, now))).toBe(1);
      expect(await pull(old)).toMatchObject({ kind: 'reset' });
      expect(await pull(newer)).toMatchObject({ kind: 'changes' });
      await restart();
      expect(await pull(old)).toMatchObject({ kind: 'reset' });
    });

    test('PULL-8 the stream of a person who is not on the tablet is not served', async () => {
      expect(await pull(null, bob)).toBeUndefined();
    });

    test('OUT-4 the back-up mark rises only, and the first exchange of a tablet counts as restored', async () => {
      const first = await talk([]);
      expect(first).toMatchObject({ backedUpTo: 0, restored: true });
      await database.committer.submit((tx) => noteBackup(tx, 5));
      await database.committer.submit((tx) => noteBackup(tx, 3));
      await restart();
      expect(await talk([], [], first.mark)).toMatchObject({ backedUpTo: 5, restored: false });
    });

    test('PUSH-6 a reader sees nothing of a job before it is committed', async () => {
      let seen: readonly string[] | undefined;
      let release: () => void = () => undefined;
      const reached = Promise.withResolvers<undefined>();
      const held = new Promise<void>((resolve) => (release = resolve));
      const writing = database.committer.submit(async (tx) => {
        await tx.tables<NoteTables>().insertInto('notes').values({ id: 'a', person: 'p', text: 'early', commit_number: 1 }).execute();
        reached.resolve(undefined);
        await held;
      });
      await reached.promise;
      const reading = notes().then((found) => (seen = found));
      release();
      await Promise.all([writing, reading]);
      expect([[], ['early']]).toContainEqual(seen);
      expect(await notes()).toEqual(['early']);
    });
  });
}

function changesOf(box: string | undefined): readonly Change[] {
  return box === undefined ? [] : (JSON.parse(openPlain(box)) as Change[]);
}

function uuid(number: number): string {
  return makeUuidV7(number, new Uint8Array(10).fill(number % 256));
}
