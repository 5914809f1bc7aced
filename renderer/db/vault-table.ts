import type { Collection, Table } from 'dexie';
import type { z } from 'zod/mini';
import type { PersonDatabase } from './open-person-database.ts';
import type { StoreWrite } from './stores.ts';

type IndexValue = string | number;

/** How a feature's record becomes a row. */
export type VaultTableOptions<T> = {
  /** A declared store. */
  readonly store: string;
  /** Every row read is parsed: an upgrade may have left rows of another shape. */
  readonly schema: z.ZodMiniType<T>;
  readonly id: (row: T) => string;
  /** Fields that lie beside the box in the clear; names as in the store's declaration. */
  readonly indexes?: (row: T) => Readonly<Record<string, IndexValue | Promise<IndexValue>>>;
};

/** Which rows, in which order. Without `index` all rows by id. */
export type VaultQuery = {
  readonly index?: string;
  /** Only rows with this value of `index`; without it all rows in the order of `index`. */
  readonly equals?: IndexValue;
  /** Only rows with one of these values of `index`; not together with `equals`. */
  readonly anyOf?: readonly IndexValue[];
  /** Only rows with this value of `index` or a higher one; not together with the two above. */
  readonly atLeast?: IndexValue;
  /** Rows to pass over first. */
  readonly offset?: number;
  readonly reverse?: boolean;
  readonly limit?: number;
};

/** Encrypted records of one store. Reads are live inside `useLiveQuery`; writes are prepared here and carried out by the outbox. */
export type VaultTable<T> = {
  readonly get: (id: string) => Promise<T | undefined>;
  readonly list: (query?: VaultQuery) => Promise<readonly T[]>;
  /** How many rows, also such as cannot be opened. */
  readonly count: (query?: VaultQuery) => Promise<number>;
  /** The ids of rows, in no order, also of such as cannot be opened. */
  readonly ids: (query: VaultQuery) => Promise<readonly string[]>;
  /** Of each row that has it, its id and its value of `index`. Opens no row: only the index is read. */
  readonly values: (index: string) => Promise<readonly { readonly id: string; readonly value: IndexValue }[]>;
  readonly preparePut: (row: T) => Promise<StoreWrite>;
  readonly prepareDelete: (id: string) => StoreWrite;
};

/** A row on disk: key, clear index fields, and the box. */
type BoxRow = { readonly id: string; readonly box: Uint8Array };

/** Builds the face of one store. A row that cannot be opened or parsed is set aside and left out, never thrown (OUT-6). */
export function createVaultTable<T>(database: PersonDatabase, options: VaultTableOptions<T>): VaultTable<T> {
  const { store, schema } = options;
  const table = database.dexie.table<BoxRow, string>(store);

  const read = async (row: BoxRow): Promise<T | undefined> => {
    const parsed = schema.safeParse(await database.open(store, row.id, row.box));
    if (parsed.success) return parsed.data;
    // Not awaited: a read inside a live query may not write.
    setTimeout(() => void database.setAside({ id: `${store}|${row.id}`, reason: 'unreadable-row' }).catch(() => undefined), 0);
    return undefined;
  };

  return {
    get: async (id) => {
      const row = await table.get(id);
      return row === undefined ? undefined : read(row);
    },
    list: async (query = {}) => {
      const rows = await select(table, query).toArray();
      const opened = await Promise.all(rows.map(read));
      return opened.filter((row) => row !== undefined);
    },
    count: (query = {}) => select(table, query).count(),
    ids: (query) => select(table, query).primaryKeys(),
    values: async (index) => {
      const found: { readonly id: string; readonly value: IndexValue }[] = [];
      await table.orderBy(index).eachKey((value, { primaryKey }) => { found.push({ id: primaryKey, value: value as IndexValue }); });
      return found;
    },
    preparePut: async (row) => {
      const id = options.id(row);
      // Side by side: each is a call of the browser's cipher, which waits for nothing but itself.
      const [box, entries] = await Promise.all([
        database.seal(store, id, row),
        Promise.all(Object.entries(options.indexes?.(row) ?? {}).map(async ([name, value]) => [name, await value] as const)),
      ]);
      return { store, put: { ...Object.fromEntries(entries), id, box } as BoxRow };
    },
    prepareDelete: (id) => ({ store, delete: id }),
  };
}

function select(table: Table<BoxRow, string>, query: VaultQuery): Collection<BoxRow, string> {
  const chosen = chooseRows(table, query);
  const ordered = query.reverse === true ? chosen.reverse() : chosen;
  const rest = query.offset === undefined ? ordered : ordered.offset(query.offset);
  return query.limit === undefined ? rest : rest.limit(query.limit);
}

function chooseRows(table: Table<BoxRow, string>, { index, equals, anyOf, atLeast }: VaultQuery): Collection<BoxRow, string> {
  if (index === undefined) return table.toCollection();
  if (equals !== undefined) return table.where(index).equals(equals);
  if (anyOf !== undefined) return table.where(index).anyOf([...anyOf]);
  return atLeast === undefined ? table.orderBy(index) : table.where(index).aboveOrEqual(atLeast);
}
