import 'fake-indexeddb/auto';
import { Dexie, liveQuery } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod/mini';
import { encodeBase64Url } from '#protocol/base64.ts';
import type { PersonId } from '#protocol/ids.ts';
import { carryOut } from './open-dexie.ts';
import { openPersonDatabase, type PersonDatabase } from './open-person-database.ts';
import { openTabletDatabase, type TabletDatabase } from './open-tablet-database.ts';
import { createVaultTable, type VaultTable } from './vault-table.ts';

const noteSchema = z.object({ noteId: z.string(), about: z.string(), text: z.string(), at: z.number() });
type Note = z.infer<typeof noteSchema>;

const stores = [{ name: 'notes', indexes: ['about', 'sort'] }];
const person = (key: number) => ({ personId: 'p' as PersonId, lookup: 'f'.repeat(32), dataKey: encodeBase64Url(new Uint8Array(32).fill(key)) });
let tablet: TabletDatabase;
let database: PersonDatabase;
let notes: VaultTable<Note>;

beforeEach(async () => {
  tablet = await openTabletDatabase({ stores: [], personStores: stores });
  await open(1);
});
afterEach(async () => {
  tablet.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function open(key: number): Promise<void> {
  database = await openPersonDatabase({ signedIn: person(key), tablet });
  notes = createVaultTable<Note>(database, {
    store: 'notes',
    schema: noteSchema,
    id: (note) => note.noteId,
    indexes: (note) => ({ about: database.blind('about', note.about), sort: note.at }),
  });
}

const keep = async (...rows: Note[]): Promise<void> => {
  const writes = await Promise.all(rows.map((row) => notes.preparePut(row)));
  await database.dexie.transaction('rw', database.dexie.tables, () => carryOut(database.dexie, writes));
};
const hello: Note = { noteId: 'n1', about: 'mum', text: 'Hello there', at: 5 };

test('a record comes back as it went in, by id, in order, by a blind index, and it can go', async () => {
  await keep(hello, { ...hello, noteId: 'n2', about: 'dad', at: 1 });
  expect(await notes.get('n1')).toEqual(hello);
  expect((await notes.list({ index: 'sort' })).map((note) => note.noteId)).toEqual(['n2', 'n1']);
  expect((await notes.list({ index: 'sort', reverse: true, limit: 1 })).map((note) => note.noteId)).toEqual(['n1']);
  expect((await notes.list({ index: 'about', equals: await database.blind('about', 'dad') })).map((note) => note.noteId)).toEqual(['n2']);
  await carryOut(database.dexie, [notes.prepareDelete('n1')]);
  expect(await notes.get('n1')).toBeUndefined();
  expect(await notes.count()).toBe(1);
});

test('nothing a person wrote lies in the clear on the disk, and neither does their key', async () => {
  await keep(hello);
  const names = await Dexie.getDatabaseNames();
  const disk: unknown[] = [names];
  for (const name of names) {
    const dexie = await new Dexie(name).open();
    for (const table of dexie.tables) disk.push(table.name, await table.toArray());
    dexie.close();
  }
  const text = JSON.stringify(disk, (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value));
  expect(text).toContain('"n1"');
  for (const secret of ['Hello', 'mum', person(1).dataKey, String.fromCharCode(1).repeat(16)]) expect(text).not.toContain(secret);
});

test('a row moved to another id or store does not open, and is set aside instead of thrown (OUT-6)', async () => {
  await keep(hello);
  const row = await database.dexie.table<{ id: string }, string>('notes').get('n1');
  await database.dexie.table('notes').put({ ...row, id: 'n9' });
  expect(await notes.get('n9')).toBeUndefined();
  expect(await notes.list()).toEqual([hello]);
  await expect.poll(() => database.dexie.table('set_aside').toArray()).toMatchObject([{ id: 'notes|n9', reason: 'unreadable-row' }]);
});

test('after a forgotten PIN the person begins with an empty database, and the old one cannot be read with the new key', async () => {
  await keep(hello);
  const before = database.name;
  await open(2);
  expect(database.name).not.toBe(before);
  expect(await notes.list()).toEqual([]);
  const old = await tablet.openPersonFile(before);
  const row = await old.table<{ box: Uint8Array }, string>('notes').get('n1');
  expect(await database.open('notes', 'n1', row?.box ?? new Uint8Array())).toBeUndefined();
  expect((await tablet.table('people').toArray()).map((each) => ({ ...each }))).toMatchObject(expect.arrayContaining([{ id: before, personId: 'p', current: 0 }, { id: database.name, personId: 'p', current: 1 }]));
});

test('a list inside a live query is told of a new record', async () => {
  const seen: number[] = [];
  const subscription = liveQuery(() => notes.list()).subscribe((list) => seen.push(list.length));
  await expect.poll(() => seen).toEqual([0]);
  await keep(hello);
  await expect.poll(() => seen.at(-1)).toBe(1);
  subscription.unsubscribe();
});

test('a store that a newer release declares is there at the next opening, with the old records', async () => {
  await keep(hello);
  tablet.close();
  tablet = await openTabletDatabase({ stores: [], personStores: [...stores, { name: 'diary', indexes: ['sort'] }] });
  await open(1);
  expect(await notes.get('n1')).toEqual(hello);
  expect(await database.dexie.table('diary').count()).toBe(0);
});
