import { encodeBase64Url } from '#protocol/base64.ts';
import { recordIdSchema } from '#protocol/ids.ts';
import { ok, type Result } from '#protocol/result.ts';
import type { SaveRecord } from '#protocol/private-records/schema.ts';
import { checkInSchema, selfhelpOperations, type CheckIn } from '#protocol/selfhelp/schema.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import type { Outbox } from '../../sync/outbox.ts';
import { padRecord } from './pad-record.ts';
import { loadPageOf } from './queries.ts';
import { SEALED_STORE, selfhelpTables, type DiaryPage } from './tables.ts';

/** What the actions stand on: the person's database and outbox. */
export type SelfhelpParts = { readonly database: PersonDatabase; readonly outbox: Outbox };

/**
 * Saves the page of a day: once encrypted for this tablet, once as a padded box for the gateway, in one transaction
 * (SPEC OUT-1). Saving a day again replaces its page. The gateway gets nothing it could read (ADR 0008).
 */
export async function saveCheckIn(the: SelfhelpParts, filled: CheckIn): Promise<Result<null, { readonly code: 'storage-full' | 'signed-out' }>> {
  const { database, outbox } = the;
  const checkIn = checkInSchema.parse(filled);
  const before = await loadPageOf(database, checkIn.day);
  const baseRevision = before?.revision ?? 0;
  const page: DiaryPage = { recordId: before?.recordId ?? recordIdSchema.parse(outbox.newId()), revision: baseRevision + 1, checkIn };
  const box = await database.seal(SEALED_STORE, page.recordId, padRecord(checkIn));
  const payload: SaveRecord = { recordId: page.recordId, baseRevision, box: encodeBase64Url(box) };
  const saved = await outbox.recordIntention({
    writes: [await selfhelpTables(database).pages.preparePut(page)],
    operations: [{ kind: selfhelpOperations.save, payload }],
  });
  return saved.ok ? ok(null) : saved;
}
