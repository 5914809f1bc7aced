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
import { nameOfBox, PRIVATE_STORE, privateThingSchema, recordOf, studyTables, type PrivateRow, type PrivateThing } from './study-tables.ts';

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
  const kept = await outbox.recordIntention(async () => {
    const before = await studyTables(database).things.get(recordId);
    const row: PrivateRow = { ...(before ?? { recordId, revision: 0 }), unsent: true, thing: privateThingSchema.parse(thing) };
    const versions = await prepareVersion(the, before, row);
    const { writes, operations } = how.send ? await prepareSent(the, row) : { writes: [await studyTables(database).things.preparePut(row)], operations: [] };
    return { writes: [...writes, ...versions], operations };
  });
  return kept.ok ? ok(recordId) : kept;
}

/** Sends what was only saved here: when a note is closed, and for what a power cut left behind. */
export async function sendUnsent(the: StudyParts): Promise<void> {
  const { things } = studyTables(the.database);
  for (const { recordId, unsent } of await things.list()) {
    if (!unsent) continue;
    await the.outbox.recordIntention(async () => {
      const row = await things.get(recordId);
      return row?.unsent === true ? prepareSent(the, row) : { writes: [], operations: [] };
    });
  }
}

/** Keeps what somebody thinks of an item and its operation; another opinion replaces it. */
export async function keepFeedback({ database, outbox }: StudyParts, feedback: Feedback): Kept<null> {
  const write = await studyTables(database).feedback.preparePut(feedback);
  const kept = await outbox.recordIntention({ writes: [write], operations: [{ kind: FEEDBACK, payload: feedback }] });
  return kept.ok ? ok(null) : kept;
}

/**
 * A row as what is written here and what is sent. To be called where nothing else is stored meanwhile. Its number may be
 * another tablet's by now, unless the gateway has given it back: until then it is named by its box (ADR 0027).
 */
async function prepareSent({ database }: StudyParts, row: PrivateRow) {
  const record = recordOf(row);
  const box = encodeBase64Url(await database.sealBackup(PRIVATE_STORE, record, padToSteps({ thing: row.thing })));
  const payload: SaveRecord = { recordId: record, baseRevision: row.revision, ...(row.box === undefined ? {} : { baseBox: row.box }), box };
  const sent: PrivateRow = { ...row, unsent: false, box, sent: [...(row.sent ?? []), nameOfBox(box)] };
  return { writes: [await studyTables(database).things.preparePut(sent)], operations: [{ kind: PRIVATE_OPERATION, payload }] };
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
