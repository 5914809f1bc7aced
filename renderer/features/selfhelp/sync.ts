import { decodeBase64Url } from '#protocol/base64.ts';
import { storedRecordSchema } from '#protocol/private-records/schema.ts';
import { selfhelpRecords } from '#protocol/selfhelp/schema.ts';
import type { Change } from '#protocol/sync/change.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import type { StoreWrite } from '../../db/stores.ts';
import { unpadRecord } from './pad-record.ts';
import { SEALED_STORE, selfhelpTables } from './tables.ts';

/**
 * What the gateway gives back, as writes. A box that opens becomes a page again, unless this tablet has a newer one;
 * one that does not is kept as it is and counted on the screen (it was made with keys this tablet does not have).
 */
export async function applySelfhelpChange(change: Change, database: PersonDatabase): Promise<readonly StoreWrite[]> {
  if (change.record !== selfhelpRecords.stored) return [];
  const { pages, unopened } = selfhelpTables(database);
  if ('removed' in change) return [pages.prepareDelete(change.id), unopened.prepareDelete(change.id)];
  const stored = storedRecordSchema.parse(change.put);
  const known = await pages.get(stored.recordId);
  if (known !== undefined && known.revision >= stored.revision) return [];
  const checkIn = unpadRecord(await database.open(SEALED_STORE, stored.recordId, decodeBase64Url(stored.box)));
  if (checkIn === undefined) return known === undefined ? [await unopened.preparePut(stored)] : [];
  const page = { recordId: stored.recordId, revision: stored.revision, checkIn };
  return [await pages.preparePut(page), unopened.prepareDelete(stored.recordId)];
}
