import { educationRecords, packReleaseSchema, progressEventSchema } from '#protocol/education/schema.ts';
import { STATE_KIND } from '#protocol/education/state.ts';
import type { Change } from '#protocol/sync/change.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import type { StoreWrite } from '../../db/stores.ts';
import { PACK_STORE } from '../../packs/pack-stores.ts';
import { applyStateChange } from './state-table.ts';
import { applyStudyChange } from './study/study-sync.ts';
import { progressTable } from './tables.ts';
import { applyWorkChange } from './work/work-sync.ts';

/** A progress event or a player's state of this person from another tablet, or of this one after a reset (PULL-3); their work and certificates. */
export async function applyEducationChange(change: Change, database: PersonDatabase): Promise<readonly StoreWrite[]> {
  if (change.record === STATE_KIND) return applyStateChange(change, database);
  if (change.record !== educationRecords.progress) return [...(await applyWorkChange(change, database)), ...(await applyStudyChange(change, database))];
  const table = progressTable(database);
  if ('removed' in change) return [table.prepareDelete(change.id)];
  const event = progressEventSchema.safeParse(change.put);
  return event.success ? [await table.preparePut(event.data)] : [];
}

/** A pack the prison released to this tablet, or withdrew. */
export function applyEducationTabletChange(change: Change): Promise<readonly StoreWrite[]> {
  if (change.record !== educationRecords.release) return Promise.resolve([]);
  if ('removed' in change) return Promise.resolve([{ store: PACK_STORE.releases, delete: change.id }]);
  const release = packReleaseSchema.safeParse(change.put);
  return Promise.resolve(release.success ? [{ store: PACK_STORE.releases, put: { ...release.data, id: release.data.packId } }] : []);
}
