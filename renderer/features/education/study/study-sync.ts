import { z } from 'zod/mini';
import { decodeBase64Url } from '#protocol/base64.ts';
import { FEEDBACK, feedbackSchema } from '#protocol/education/feedback.ts';
import { PRIVATE_RECORD } from '#protocol/education/note.ts';
import { storedRecordSchema } from '#protocol/private-records/schema.ts';
import type { Change } from '#protocol/sync/change.ts';
import type { PersonDatabase } from '../../../db/open-person-database.ts';
import type { StoreWrite } from '../../../db/stores.ts';
import { PRIVATE_STORE, privateThingSchema, studyTables } from './study-tables.ts';

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

/** A box that opens takes its place, unless words here are newer; one that does not is kept as it is (its keys may come). */
async function applyPrivate(change: Change, database: PersonDatabase): Promise<readonly StoreWrite[]> {
  const { things, unopened } = studyTables(database);
  if ('removed' in change) return [things.prepareDelete(change.id), unopened.prepareDelete(change.id)];
  const stored = storedRecordSchema.parse(change.put);
  const known = await things.get(stored.recordId);
  if (known !== undefined && (known.unsent || known.revision >= stored.revision)) return [];
  const opened = boxSchema.safeParse(await database.open(PRIVATE_STORE, stored.recordId, decodeBase64Url(stored.box)));
  if (!opened.success) return known === undefined ? [await unopened.preparePut(stored)] : [];
  const row = { recordId: stored.recordId, revision: stored.revision, unsent: false, thing: opened.data.thing };
  return [await things.preparePut(row), unopened.prepareDelete(stored.recordId)];
}
