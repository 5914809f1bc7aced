import { decodeBase64Url } from '#protocol/base64.ts';
import { storedRecordSchema } from '#protocol/private-records/schema.ts';
import { selfhelpRecords } from '#protocol/selfhelp/schema.ts';
import type { Change } from '#protocol/sync/change.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import type { StoreWrite } from '../../db/stores.ts';
import { applyShareChange, reopenShares } from './sharing/sharing-sync.ts';
import { unpadRecord } from './pad-record.ts';
import { listVersionsOf } from './queries.ts';
import { rowOf, SEALED_STORE, selfhelpTables, type KeptRecord } from './tables.ts';
import { kinshipOf } from './versions/kinship.ts';

/**
 * What the gateway gives back, as writes. A box that opens takes the place of the versions it was made from. One that was
 * made without knowing what is here stands beside it, until the person chooses: nothing is lost, whichever tablet was first.
 * One that does not open is kept as it is and counted on the screen (it was made with keys this tablet does not have).
 */
export async function applySelfhelpChange(change: Change, database: PersonDatabase): Promise<readonly StoreWrite[]> {
  if (change.record !== selfhelpRecords.stored) return applyShareChange(change, database);
  const { unopened } = selfhelpTables(database);
  // Another version was chosen, which comes by itself and says what it comes after. What is here goes for no other reason.
  if ('removed' in change) return [unopened.prepareDelete(change.id)];
  const stored = storedRecordSchema.parse(change.put);
  const version = unpadRecord(await database.openBackup(SEALED_STORE, stored.recordId, decodeBase64Url(stored.box)));
  if (version === undefined) return [await unopened.preparePut({ ...stored, place: change.id })];
  const { recordId, revision } = stored;
  return [...(await placeVersion(database, { recordId, revision, ...version }, change.id)), unopened.prepareDelete(change.id)];
}

async function placeVersion(database: PersonDatabase, incoming: KeptRecord, place: string): Promise<readonly StoreWrite[]> {
  const { records } = selfhelpTables(database);
  const known = await listVersionsOf(database, incoming);
  const same = known.find((version) => kinshipOf(incoming, version) === 'same');
  // Its own, given back: from now on it is known by its number.
  if (same !== undefined) return same.box === undefined && same.revision === incoming.revision ? [] : [await records.preparePut({ ...same, revision: incoming.revision, box: undefined })];
  if (known.some((version) => kinshipOf(incoming, version) === 'older')) return [];
  // At its place in the stream, where an older version may lie. Rows elsewhere that it comes after stay, unseen, until the
  // person saves the thing again: changes of one page do not see each other, and might delete what another has just written.
  const isTaken = known.some((version) => rowOf(version) === place && kinshipOf(incoming, version) === 'apart');
  return [await records.preparePut({ ...incoming, row: isTaken ? `${incoming.recordId}.${String(incoming.revision)}` : place })];
}

/** What did not open before, with the keys there are now: a recovery sheet has brought some. */
export async function reopenSelfhelp(database: PersonDatabase): Promise<readonly StoreWrite[]> {
  const rows = await selfhelpTables(database).unopened.list();
  const opened = await Promise.all(rows.map(({ place, ...put }) => applySelfhelpChange({ record: selfhelpRecords.stored, id: place ?? put.recordId, put }, database)));
  return [...opened.flat(), ...(await reopenShares(database))];
}
