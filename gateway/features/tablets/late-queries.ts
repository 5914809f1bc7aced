import type { Kysely } from 'kysely';
import type { TabletId } from '#protocol/ids.ts';
import { tabletReportSchema } from '#protocol/sync/exchange.ts';
import { bytesToId } from '../../db/id-bytes.ts';
import { writeCsv } from '../../http/write-csv.ts';
import { displayName } from '../../people/person-queries.ts';
import type { PeopleTables } from '../../people/tables.ts';
import { compareLate, judgeLate } from './late-rules.ts';
import type { LateTablet } from './staff-api.ts';
import type { TabletTables } from './tables.ts';

type Tables = Kysely<TabletTables & PeopleTables>;

/** The tablets in use whose work is, or may be, older than `days`; the oldest first. `now` in milliseconds. */
export async function listLate(tables: Tables, days: number, now: number): Promise<LateTablet[]> {
  const rows = await tables
    .selectFrom('tablets')
    .select(['id', 'name', 'wing', 'cell', 'enrolled_at', 'last_contact_at', 'report'])
    .where('state', '=', 'enrolled')
    .execute();
  const names = await loadNames(tables);
  const late = rows.flatMap((row): LateTablet[] => {
    const report = row.report === null ? undefined : tabletReportSchema.safeParse(JSON.parse(row.report)).data;
    const oldestUnsentAt = report?.oldestWaitingAt ?? null;
    const heardAt = row.last_contact_at ?? row.enrolled_at ?? 0;
    const why = judgeLate({ oldestUnsentAt, heardAt }, days, now);
    if (why === null) return [];
    const { name, wing, cell, last_contact_at: lastContactAt } = row;
    const tabletId = bytesToId<TabletId>(row.id);
    const people = names.get(tabletId) ?? [];
    const oldestAt = why === 'unsent' ? (oldestUnsentAt ?? heardAt) : heardAt;
    return [{ tabletId, name, wing, cell, people, lastContactAt, oldestUnsentAt, unsent: report?.waiting ?? null, why, oldestAt }];
  });
  return late.sort(compareLate);
}

const COLUMNS = ['tablet', 'wing', 'cell', 'people', 'why', 'oldest unsent work', 'things unsent', 'last contact'];

/** The same list as a table for a spreadsheet. */
export async function exportLate(tables: Tables, days: number, now: number): Promise<string> {
  const late = await listLate(tables, days, now);
  return writeCsv(
    COLUMNS,
    late.map(({ name, wing, cell, people, why, oldestUnsentAt, unsent, lastContactAt }) => [
      ...[name, wing, cell, people.join('; '), why],
      ...[dateOf(oldestUnsentAt), unsent ?? '', dateOf(lastContactAt)],
    ]),
  );
}

function dateOf(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString();
}

/** Everybody's name by tablet: one question for all, because there may be a thousand tablets. */
async function loadNames(tables: Tables): Promise<ReadonlyMap<TabletId, readonly string[]>> {
  const rows = await tables
    .selectFrom('assignments')
    .innerJoin('people', 'people.id', 'assignments.person')
    .select(['assignments.tablet', 'people.first_name', 'people.last_name'])
    .where('people.status', '=', 'here')
    .orderBy('people.last_name')
    .orderBy('people.first_name')
    .execute();
  const names = new Map<TabletId, string[]>();
  for (const row of rows) {
    const tabletId = bytesToId<TabletId>(row.tablet);
    names.set(tabletId, [...(names.get(tabletId) ?? []), displayName({ firstName: row.first_name, lastName: row.last_name })]);
  }
  return names;
}
