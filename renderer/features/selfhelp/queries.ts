import type { PersonDatabase } from '../../db/open-person-database.ts';
import { selfhelpTables, type DiaryPage } from './tables.ts';

/** All pages, the newest day first. */
export async function loadPages(database: PersonDatabase): Promise<readonly DiaryPage[]> {
  const pages = await selfhelpTables(database).pages.list();
  return [...pages].sort((one, other) => (one.checkIn.day < other.checkIn.day ? 1 : -1));
}

/** The page of one day (`YYYY-MM-DD`), or undefined. Two tablets may have made one each: then the newest. */
export async function loadPageOf(database: PersonDatabase, day: string): Promise<DiaryPage | undefined> {
  const equals = await database.blind('day', day);
  const pages = await selfhelpTables(database).pages.list({ index: 'day', equals });
  return [...pages].sort((one, other) => other.checkIn.at - one.checkIn.at)[0];
}

/** How many pages came back that this tablet cannot open. */
export function countUnopened(database: PersonDatabase): Promise<number> {
  return selfhelpTables(database).unopened.count();
}
