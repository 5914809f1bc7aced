import pg from 'pg';

/** PostgreSQL gives 64-bit integers and sums as text; ours are all below 2^53. */
export const POSTGRES_TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === 20 || oid === 1700 ? (text: string) => Number(text) : (pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown),
} as pg.CustomTypesConfig;
