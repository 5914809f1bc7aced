import { recoveryRecords } from '#protocol/private-records/recovery.ts';
import { storedRecordSchema } from '#protocol/private-records/schema.ts';
import type { FeatureData } from '../door/feature-door.ts';
import { recoveryStores, recoveryTables } from './recovery-tables.ts';

/** What recovery sheets hand to databases and synchronisation. */
export const recoveryData: FeatureData = {
  personStores: recoveryStores,
  tabletStores: [],
  applyChange: async (change, database) => {
    if (change.record !== recoveryRecords.sheet) return [];
    const { sheets } = recoveryTables(database);
    if ('removed' in change) return [sheets.prepareDelete(change.id)];
    return [await sheets.preparePut({ id: change.id, stored: storedRecordSchema.parse(change.put) })];
  },
};
