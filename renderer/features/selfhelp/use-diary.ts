import { useLiveQuery } from 'dexie-react-hooks';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import { usePerson } from '../../session/use-person.ts';
import { dayOf } from './rules.ts';
import { selfhelpTables } from './tables.ts';

/**
 * A read that repeats itself when a private record changes. Undefined while the first answer is on its way. The queries of
 * this feature make blind index values first, and Dexie does not see what is read after waiting for a cipher: so all
 * records are touched at the beginning, by a count, which opens none; drafts too where the query reads them (`drafts`).
 */
export function useDiary<Value>(query: (database: PersonDatabase) => Promise<Value>, about: readonly unknown[], { drafts = false }: { readonly drafts?: boolean } = {}): Value | undefined {
  const { database } = usePerson();
  return useLiveQuery(async () => {
    const tables = selfhelpTables(database);
    await Promise.all([tables.records.count(), ...(drafts ? [tables.drafts.count()] : [])]);
    return query(database);
  }, [database, drafts, ...about]);
}

/** Today by the tablet's own calendar, `YYYY-MM-DD`. */
export function localToday(): string {
  const now = new Date();
  return dayOf({ year: now.getFullYear(), month: now.getMonth() + 1, date: now.getDate() });
}

/** Noon of a day in milliseconds, for showing its date whatever summer time does. */
export function noonOf(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12).getTime();
}
