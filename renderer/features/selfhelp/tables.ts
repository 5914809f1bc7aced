import { z } from 'zod/mini';
import { recordIdSchema, timeSchema } from '#protocol/ids.ts';
import { storedRecordSchema } from '#protocol/private-records/schema.ts';
import { checkInSchema } from '#protocol/selfhelp/check-in.ts';
import { lineageSchema, type Lineage } from '#protocol/selfhelp/lineage.ts';
import { privateRecordSchema, type PrivateRecord, type RecordKind, type RecordOf } from '#protocol/selfhelp/private-record.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import type { StoreDeclaration } from '../../db/stores.ts';
import { createVaultTable, type VaultTable } from '../../db/vault-table.ts';

const STORES = { records: 'selfhelp_pages', unopened: 'selfhelp_unopened', drafts: 'selfhelp_drafts' } as const;

/**
 * Stores of this feature in a person's database; all rows are encrypted, and the indexes are blind. `day` is on rows of
 * before there were kinds, which are check-ins; newer rows do not have it.
 */
export const selfhelpStores: readonly StoreDeclaration[] = [
  { name: STORES.records, indexes: ['day', 'kind', 'place', 'month'] },
  { name: STORES.unopened, indexes: [] },
  { name: STORES.drafts, indexes: [] },
];

/** The store whose key seals what goes to the gateway. */
export const SEALED_STORE = STORES.records;

/** A private record on this tablet, or one version of it: two tablets may have made two, and then each is a row. */
export type KeptRecord = {
  readonly recordId: z.infer<typeof recordIdSchema>;
  /** The gateway's number for it; a guess while there is `box`. */
  readonly revision: number;
  readonly record: PrivateRecord;
  /** Absent in rows of before there were lineages. */
  readonly lineage?: Lineage | undefined;
  /** What was sent, until the gateway has given it back: the next version names it as what it replaces. */
  readonly box?: string | undefined;
  /** Where it lies, where that is not at its record's id. */
  readonly row?: string | undefined;
};
/** The same, of one kind. */
export type KeptOf<Kind extends RecordKind> = Omit<KeptRecord, 'record'> & { readonly record: RecordOf<Kind> };

const keptSchema = z.strictObject({
  recordId: recordIdSchema,
  revision: z.int().check(z.gte(0)),
  record: privateRecordSchema,
  lineage: z.optional(lineageSchema),
  box: z.optional(z.string()),
  row: z.optional(z.string()),
});
/** What the first release kept: check-ins only, without saying so. */
const firstKeptSchema = z.strictObject({ recordId: recordIdSchema, revision: z.int().check(z.gte(0)), checkIn: checkInSchema });

const rowSchema = z.union([
  keptSchema,
  z.pipe(
    firstKeptSchema,
    z.transform(({ recordId, revision, checkIn }): KeptRecord => ({ recordId, revision, record: asRecord(checkIn) })),
  ),
]);

/** A check-in as the record it is today. */
export function asRecord(checkIn: z.infer<typeof checkInSchema>): RecordOf<'check-in'> {
  return { kind: 'check-in', day: checkIn.day, at: checkIn.at, body: checkIn };
}

/**
 * What somebody is in the middle of. `slot` is blind: the name of the screen would tell what they were doing. `basis` is
 * the lineage of the version that its form began with, empty where there was none; absent where no version counts.
 */
const draftSchema = z.strictObject({ slot: z.string(), at: timeSchema, value: z.unknown(), basis: z.optional(lineageSchema) });
export type DraftRow = z.infer<typeof draftSchema>;

/** What does not open, and its place in the person's stream: versions of one record have places of their own. */
const unopenedSchema = z.extend(storedRecordSchema, { place: z.optional(z.string()) });
export type UnopenedRow = z.infer<typeof unopenedSchema>;

/** The tables, typed. */
export type SelfhelpTables = {
  readonly records: VaultTable<KeptRecord>;
  /** What came back from the gateway and does not open with this tablet's keys; kept, because keys may come. */
  readonly unopened: VaultTable<UnopenedRow>;
  readonly drafts: VaultTable<DraftRow>;
};

/** Opens the tables of this feature over a person's database. */
export function selfhelpTables(database: PersonDatabase): SelfhelpTables {
  return {
    records: createVaultTable<KeptRecord>(database, {
      store: STORES.records,
      schema: rowSchema,
      id: rowOf,
      indexes: ({ record }) => blindIndexes(database, record),
    }),
    unopened: createVaultTable<UnopenedRow>(database, { store: STORES.unopened, schema: unopenedSchema, id: ({ place, recordId }) => place ?? recordId }),
    drafts: createVaultTable<DraftRow>(database, { store: STORES.drafts, schema: draftSchema, id: (row) => row.slot }),
  };
}

/** Where a version lies among the records. */
export function rowOf({ row, recordId }: KeptRecord): string {
  return row ?? recordId;
}

/** Index values of a record: by kind, by kind and day, by kind and month. Equal values tell that two rows belong together, and no more. */
export function blindIndexes(database: PersonDatabase, { kind, day }: { readonly kind: RecordKind; readonly day: string }) {
  return {
    kind: database.blind('kind', kind),
    place: database.blind('place', `${kind}|${day}`),
    month: database.blind('month', `${kind}|${day.slice(0, 7)}`),
  };
}
