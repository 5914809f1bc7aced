import { useLiveQuery } from 'dexie-react-hooks';
import type { PersonDatabase } from '../../../db/open-person-database.ts';
import { usePerson } from '../../../session/use-person.ts';
import { dayOf } from '../rules.ts';

/** A read that repeats itself when its tables change. Undefined while the first answer is on its way. */
export function useDiary<Value>(query: (database: PersonDatabase) => Promise<Value>, about: readonly unknown[]): Value | undefined {
  const { database } = usePerson();
  return useLiveQuery(() => query(database), [database, ...about]);
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
