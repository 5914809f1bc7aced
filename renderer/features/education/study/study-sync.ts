import { z } from 'zod/mini';
import { decodeBase64Url } from '#protocol/base64.ts';
import { FEEDBACK, feedbackSchema } from '#protocol/education/feedback.ts';
import { PRIVATE_RECORD } from '#protocol/education/note.ts';
import { recordIdSchema, type RecordId } from '#protocol/ids.ts';
import { storedRecordSchema } from '#protocol/private-records/schema.ts';
import type { Change } from '#protocol/sync/change.ts';
import type { PersonDatabase } from '../../../db/open-person-database.ts';
import type { StoreWrite } from '../../../db/stores.ts';
import { nameOfBox, PRIVATE_STORE, privateThingSchema, recordOf, studyTables, type PrivateRow } from './study-tables.ts';

/** What is inside a box. */
const boxSchema = z.object({ thing: privateThingSchema, pad: z.string() });

/** Feedback and private records that the gateway gives back, as writes; nothing for other records. */
export async function applyStudyChange(change: Change, database: PersonDatabase): Promise<readonly StoreWrite[]> {
  if (change.record === PRIVATE_RECORD) return applyPrivate(change, database);
  if (change.record !== FEEDBACK) return [];
  const table = studyTables(database).feedback;
  if ('removed' in change) return [table.prepareDelete(change.id)];
  const feedback = feedbackSchema.safeParse(change.put);
  return feedback.success ? [await table.preparePut(feedback.data)] : [];
}

/**
 * A box that opens takes the place of the version it was made from. One that another tablet made without knowing what was
 * written here stands beside it, as a thing of its own: nothing is lost. What does not open is kept (its keys may come).
 */
async function applyPrivate(change: Change, database: PersonDatabase): Promise<readonly StoreWrite[]> {
  const { things, unopened } = studyTables(database);
  if ('removed' in change) return [things.prepareDelete(change.id), unopened.prepareDelete(change.id)];
  const stored = storedRecordSchema.parse(change.put);
  const rows = await loadRowsOf(database, stored.recordId);
  const mine = rows.find(({ sent }) => sent?.includes(nameOfBox(stored.box)) === true);
  if (mine !== undefined && mine.box !== stored.box) return [];
  if (mine !== undefined) return [await things.preparePut({ ...mine, revision: stored.revision, place: change.id, box: undefined, sent: undefined })];
  const there = rows.filter((row) => (row.place ?? recordOf(row)) === change.id).sort((one, other) => Number(isChangedHere(one)) - Number(isChangedHere(other)))[0];
  if (there !== undefined && there.revision >= stored.revision) return [];
  const opened = boxSchema.safeParse(await database.openBackup(PRIVATE_STORE, stored.recordId, decodeBase64Url(stored.box)));
  if (!opened.success) return there === undefined ? [await unopened.preparePut({ ...stored, place: change.id })] : [];
  const beside = there === undefined || isChangedHere(there);
  const names = beside ? await namesBeside(change.id, stored.recordId, rows) : { recordId: there.recordId, of: there.of };
  return [await things.preparePut({ ...names, revision: stored.revision, unsent: false, thing: opened.data.thing, place: change.id }), unopened.prepareDelete(change.id)];
}

/** Every version of a record that is here. Nearly always there is none yet, or one: only then is anything else opened. */
async function loadRowsOf(database: PersonDatabase, recordId: RecordId): Promise<readonly PrivateRow[]> {
  const { things } = studyTables(database);
  return (await things.get(recordId)) === undefined ? [] : (await things.list()).filter((row) => recordOf(row) === recordId);
}

/** Whether there are words here that the gateway has not given back yet. */
function isChangedHere({ unsent, box }: PrivateRow): boolean {
  return unsent || box !== undefined;
}

/**
 * What a version is called here that takes nobody's place. By its place in the stream, because the changes of one page do
 * not see each other; by its number too, where it stands beside one that was called so.
 */
async function namesBeside(place: string, recordId: RecordId, rows: readonly PrivateRow[]): Promise<Pick<PrivateRow, 'recordId' | 'of'>> {
  const isTaken = (name: string) => rows.some((row) => row.recordId === name);
  if (place === recordId && !isTaken(recordId)) return { recordId };
  const name = await idFrom(place);
  return { recordId: isTaken(name) ? await idFrom(`${place}|${String(rows.length)}`) : name, of: recordId };
}

/** An id that is always the same for the same text (UUIDv8). */
async function idFrom(text: string): Promise<RecordId> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const hex = [...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return recordIdSchema.parse(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`);
}

/** What did not open before, with the keys there are now. */
export async function reopenStudy(database: PersonDatabase): Promise<readonly StoreWrite[]> {
  const rows = await studyTables(database).unopened.list();
  const opened = await Promise.all(rows.map(({ place, ...put }) => applyPrivate({ record: PRIVATE_RECORD, id: place ?? put.recordId, put }, database)));
  return opened.flat();
}
