import { z } from 'zod/mini';
import { recordIdSchema } from '#protocol/ids.ts';
import { storedRecordSchema, type StoredRecord } from '#protocol/private-records/schema.ts';
import { checkInSchema } from '#protocol/selfhelp/schema.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import type { StoreDeclaration } from '../../db/stores.ts';
import { createVaultTable, type VaultTable } from '../../db/vault-table.ts';

const STORES = { pages: 'selfhelp_pages', unopened: 'selfhelp_unopened' } as const;

/** Stores of this feature in a person's database; all rows are encrypted. */
export const selfhelpStores: readonly StoreDeclaration[] = [
  { name: STORES.pages, indexes: ['day'] },
  { name: STORES.unopened, indexes: [] },
];

/** The store whose key seals what goes to the gateway. */
export const SEALED_STORE = STORES.pages;

/** One page of the diary. `revision` is the gateway's number for it once everything made here has arrived there. */
export const pageSchema = z.strictObject({ recordId: recordIdSchema, revision: z.int().check(z.gte(0)), checkIn: checkInSchema });
export type DiaryPage = z.infer<typeof pageSchema>;

/** The tables, typed. */
export type SelfhelpTables = {
  readonly pages: VaultTable<DiaryPage>;
  /** What came back from the gateway and does not open with this tablet's keys; kept, because keys may come (issue 3). */
  readonly unopened: VaultTable<StoredRecord>;
};

/** Opens the tables of this feature over a person's database. */
export function selfhelpTables(database: PersonDatabase): SelfhelpTables {
  return {
    pages: createVaultTable<DiaryPage>(database, {
      store: STORES.pages,
      schema: pageSchema,
      id: (row) => row.recordId,
      indexes: (row) => ({ day: database.blind('day', row.checkIn.day) }),
    }),
    unopened: createVaultTable<StoredRecord>(database, { store: STORES.unopened, schema: storedRecordSchema, id: (row) => row.recordId }),
  };
}
