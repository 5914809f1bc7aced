import { z } from 'zod/mini';
import { timeSchema } from '#protocol/ids.ts';
import { storedRecordSchema, type StoredRecord } from '#protocol/private-records/schema.ts';
import type { PersonDatabase } from '../db/open-person-database.ts';
import type { StoreDeclaration } from '../db/stores.ts';
import { createVaultTable, type VaultTable } from '../db/vault-table.ts';

const STORES = { sheets: 'recovery_sheets', state: 'recovery_state' } as const;

/** Stores of this room in a person's database. */
export const recoveryStores: readonly StoreDeclaration[] = [
  { name: STORES.sheets, indexes: [] },
  { name: STORES.state, indexes: [] },
];

/** The box of a sheet as the gateway has it. `id` is its place in the person's stream. */
const sheetSchema = z.strictObject({ id: z.string(), stored: storedRecordSchema });
export type SheetRow = { readonly id: string; readonly stored: StoredRecord };

/** What this tablet knows of sheets. */
const stateSchema = z.strictObject({
  id: z.literal('state'),
  /** The box that this tablet made last, or opened: it holds every key that is here. Null: none yet. */
  ownBox: z.nullable(z.string()),
  /** Kept by tablets of before boxes were named by what they are; nothing reads it. */
  ownRevision: z.optional(z.int()),
  madeAt: z.nullable(timeSchema),
  /** The person does not want a sheet, and was told what that costs. */
  skipped: z.boolean(),
  /** They said so although a sheet of another tablet was there: that one is not asked for again either. */
  skippedOthers: z.optional(z.boolean()),
});
export type RecoveryState = z.infer<typeof stateSchema>;

export const NO_SHEET: RecoveryState = { id: 'state', ownBox: null, madeAt: null, skipped: false };

export type RecoveryTables = { readonly sheets: VaultTable<SheetRow>; readonly state: VaultTable<RecoveryState> };

/** Opens these tables over a person's database. */
export function recoveryTables(database: PersonDatabase): RecoveryTables {
  return {
    sheets: createVaultTable<SheetRow>(database, { store: STORES.sheets, schema: sheetSchema, id: (row) => row.id }),
    state: createVaultTable<RecoveryState>(database, { store: STORES.state, schema: stateSchema, id: (row) => row.id }),
  };
}
