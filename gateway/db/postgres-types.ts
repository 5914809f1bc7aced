import pg from 'pg';

/** Type numbers of `int8` and `numeric` (pg_type.dat): PostgreSQL gives 64-bit integers and sums as text. */
const WHOLE_NUMBERS: readonly number[] = [20, 1700];

/** Ours are all below 2^53, so they are read as numbers. */
export const POSTGRES_TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    WHOLE_NUMBERS.includes(oid)
      ? (text: string) => Number(text)
      : // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- any type number a server may send
        (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
};
