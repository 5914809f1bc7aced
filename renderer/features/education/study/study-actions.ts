import { encodeBase64Url } from '#protocol/base64.ts';
import { FEEDBACK, type Feedback } from '#protocol/education/feedback.ts';
import { PRIVATE_OPERATION } from '#protocol/education/note.ts';
import { recordIdSchema, type RecordId } from '#protocol/ids.ts';
import type { SaveRecord } from '#protocol/private-records/schema.ts';
import { ok, type Result } from '#protocol/result.ts';
import type { PersonDatabase } from '../../../db/open-person-database.ts';
import type { StoreWrite } from '../../../db/stores.ts';
import { padToSteps } from '../../../private-records/pad-to-steps.ts';
import type { Outbox } from '../../../sync/outbox.ts';
import { PRIVATE_STORE, privateThingSchema, studyTables, type PrivateRow, type PrivateThing } from './study-tables.ts';

/** What these actions stand on. */
export type StudyParts = { readonly database: PersonDatabase; readonly outbox: Outbox };
type Kept<Value> = Promise<Result<Value, { readonly code: 'storage-full' | 'signed-out' }>>;

/** An older text is kept when this long passed since the last one, milliseconds: not every few letters are a version. */
const VERSION_AFTER = 5 * 60 * 1000;
/** Older texts kept of one note. */
const MOST_VERSIONS = 20;

/**
 * Saves a note, a goal or the chosen courses. With `send` also as a sealed box for the gateway, in the same transaction
 * (OUT-1); without, only here: autosave every few seconds must not fill the outbox. `recordId` absent: a new one.
 */
export async function keepThing(the: StudyParts, thing: PrivateThing, how: { readonly recordId?: RecordId | undefined; readonly send: boolean }): Kept<RecordId> {
  const { database, outbox } = the;
  const recordId = how.recordId ?? recordIdSchema.parse(outbox.newId());
  const before = await studyTables(database).things.get(recordId);
  const row: PrivateRow = { recordId, revision: before?.revision ?? 0, unsent: true, thing: privateThingSchema.parse(thing) };
  const versions = await prepareVersion(the, before, row);
  return how.send ? sendRow(the, row, versions) : storeRow(the, row, versions);
}

/** Sends what was only saved here: when a note is closed, and for what a power cut left behind. */
export async function sendUnsent(the: StudyParts): Promise<void> {
  for (const row of await studyTables(the.database).things.list()) if (row.unsent) await sendRow(the, row, []);
}

/** Keeps what somebody thinks of an item and its operation; another opinion replaces it. */
export async function keepFeedback({ database, outbox }: StudyParts, feedback: Feedback): Kept<null> {
  const write = await studyTables(database).feedback.preparePut(feedback);
  const kept = await outbox.recordIntention({ writes: [write], operations: [{ kind: FEEDBACK, payload: feedback }] });
  return kept.ok ? ok(null) : kept;
}

async function storeRow({ database, outbox }: StudyParts, row: PrivateRow, more: readonly StoreWrite[]): Kept<RecordId> {
  const kept = await outbox.recordIntention({ writes: [await studyTables(database).things.preparePut(row), ...more], operations: [] });
  return kept.ok ? ok(row.recordId) : kept;
}

async function sendRow({ database, outbox }: StudyParts, row: PrivateRow, more: readonly StoreWrite[]): Kept<RecordId> {
  const box = await database.seal(PRIVATE_STORE, row.recordId, padToSteps({ thing: row.thing }));
  const payload: SaveRecord = { recordId: row.recordId, baseRevision: row.revision, box: encodeBase64Url(box) };
  const sent = await studyTables(database).things.preparePut({ ...row, revision: row.revision + 1, unsent: false });
  const kept = await outbox.recordIntention({ writes: [sent, ...more], operations: [{ kind: PRIVATE_OPERATION, payload }] });
  return kept.ok ? ok(row.recordId) : kept;
}

/** The text before this change as a version, where it is old enough to be one; the oldest goes. */
async function prepareVersion({ database, outbox }: StudyParts, before: PrivateRow | undefined, after: PrivateRow): Promise<readonly StoreWrite[]> {
  if (before?.thing.kind !== 'note' || after.thing.kind !== 'note' || before.thing.body === '' || before.thing.body === after.thing.body) return [];
  const table = studyTables(database).versions;
  const known = [...(await table.list({ index: 'note', equals: await database.blind('note', before.recordId) }))].sort((one, other) => other.at - one.at);
  if (known[0] !== undefined && before.thing.changedAt - known[0].at < VERSION_AFTER) return [];
  const version = { id: recordIdSchema.parse(outbox.newId()), noteId: before.recordId, title: before.thing.title, body: before.thing.body, at: before.thing.changedAt };
  return [await table.preparePut(version), ...known.slice(MOST_VERSIONS - 1).map(({ id }) => table.prepareDelete(id))];
}
