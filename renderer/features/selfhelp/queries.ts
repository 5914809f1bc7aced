import { keeping, type RecordKind } from '#protocol/selfhelp/private-record.ts';
import { monthsBetween } from '#protocol/selfhelp/rules.ts';
import type { PersonDatabase } from '../../db/open-person-database.ts';
import { byNewest, countingOf, thingOf } from './versions/kinship.ts';
import { blindIndexes, selfhelpTables, type KeptOf, type KeptRecord } from './tables.ts';

/** Rows opened in one go: few enough that the page can draw in between (issue 4: no task over 50 ms). */
const PIECE = 100;

/** Records of one kind, the newest first. `limit` for the newest only, which is as quick with ten years of pages as with none. */
export async function listRecords<Kind extends RecordKind>(database: PersonDatabase, kind: Kind, limit?: number): Promise<readonly KeptOf<Kind>[]> {
  // Which version of a thing counts only all of them can say, and such kinds have few records.
  return whatCounts(kind, await listVersions(database, kind, isFew(kind) ? undefined : limit)).slice(0, limit);
}

/** The same with every version of each record, where two tablets made more than one. */
export async function listVersions<Kind extends RecordKind>(database: PersonDatabase, kind: Kind, limit?: number): Promise<readonly KeptOf<Kind>[]> {
  const { records } = selfhelpTables(database);
  const equals = await database.blind('kind', kind);
  const wanted = Math.min(limit ?? Infinity, await records.count({ index: 'kind', equals }));
  const found: KeptRecord[] = [...(await loadFirstPages(database, kind))];
  // Ids sort by time, so rows of one kind come in the order they were made.
  for (let offset = 0; offset < wanted; offset += PIECE) {
    found.push(...(await records.list({ index: 'kind', equals, reverse: true, offset, limit: Math.min(PIECE, wanted - offset) })));
  }
  return ofKind(kind, found);
}

/** All versions here of the thing that a record is about, itself among them where it is kept. Of what is never overwritten only itself. */
export async function listVersionsOf(database: PersonDatabase, the: Pick<KeptRecord, 'recordId' | 'record'>): Promise<readonly KeptRecord[]> {
  const { kind, day } = the.record;
  if (keeping[kind] === 'every') {
    const kept = await selfhelpTables(database).records.get(the.recordId);
    return kept === undefined ? [] : [kept];
  }
  const versions = kind === 'check-in' ? await listVersionsOfDay(database, kind, day) : await listVersions(database, kind);
  return versions.filter((version) => thingOf(version) === thingOf(the));
}

/** The newest record of a kind, or undefined. */
export async function loadNewest<Kind extends RecordKind>(database: PersonDatabase, kind: Kind): Promise<KeptOf<Kind> | undefined> {
  return (await listRecords(database, kind, 1))[0];
}

/** One record by its id, in the version that counts; undefined when there is none or it is of another kind. */
export async function loadRecord<Kind extends RecordKind>(database: PersonDatabase, kind: Kind, recordId: string): Promise<KeptOf<Kind> | undefined> {
  if (isFew(kind)) return (await listRecords(database, kind)).find((kept) => kept.recordId === recordId);
  const row = await selfhelpTables(database).records.get(recordId);
  return row === undefined ? undefined : ofKind(kind, [row])[0];
}

/** Records of one kind and day (`YYYY-MM-DD`), the newest first. */
export async function listOfDay<Kind extends RecordKind>(database: PersonDatabase, kind: Kind, day: string): Promise<readonly KeptOf<Kind>[]> {
  return whatCounts(kind, await listVersionsOfDay(database, kind, day));
}

/** The same with every version: two tablets may have made one check-in each. */
export async function listVersionsOfDay<Kind extends RecordKind>(database: PersonDatabase, kind: Kind, day: string): Promise<readonly KeptOf<Kind>[]> {
  const { records } = selfhelpTables(database);
  const rows = [...(await records.list({ index: 'place', equals: await database.blind('place', `${kind}|${day}`) }))];
  if (kind === 'check-in') rows.push(...(await records.list({ index: 'day', equals: await database.blind('day', day) })));
  return ofKind(kind, rows);
}

/** Records of one kind between two days, both counted, the newest first. Opens only the months they lie in. */
export async function listBetween<Kind extends RecordKind>(database: PersonDatabase, kind: Kind, firstDay: string, lastDay: string): Promise<readonly KeptOf<Kind>[]> {
  const { records } = selfhelpTables(database);
  const months = await Promise.all(monthsBetween(firstDay, lastDay).map((month) => database.blind('month', `${kind}|${month}`)));
  const rows = [...(await records.list({ index: 'month', anyOf: months })), ...(await loadFirstPages(database, kind))];
  return whatCounts(kind, ofKind(kind, rows)).filter(({ record }) => record.day >= firstDay && record.day <= lastDay);
}

/**
 * Every version of the days that have more than one row: on these two tablets may have made two. Ten years of other days
 * are not opened.
 */
export async function listVersionsOfDoubledDays(database: PersonDatabase): Promise<readonly KeptOf<'check-in'>[]> {
  const first = await loadFirstPages(database, 'check-in');
  const doubled = [...(await countByDay(database, first))].flatMap(([place, count]) => (count > 1 ? [place] : []));
  const rows = await selfhelpTables(database).records.list({ index: 'place', anyOf: doubled });
  return ofKind('check-in', [...rows, ...first]);
}

/** How many records of a kind there are, without opening one. Of the diary days are counted: one may have two versions. */
export async function countRecords(database: PersonDatabase, kind: RecordKind): Promise<number> {
  if (kind === 'check-in') return (await countByDay(database, await loadFirstPages(database, kind))).size;
  return selfhelpTables(database).records.count({ index: 'kind', equals: await database.blind('kind', kind) });
}

/** The check-in of one day, or undefined. */
export async function loadPageOf(database: PersonDatabase, day: string): Promise<KeptOf<'check-in'> | undefined> {
  return (await listOfDay(database, 'check-in', day))[0];
}

/** How many records came back that this tablet cannot open. */
export function countUnopened(database: PersonDatabase): Promise<number> {
  return selfhelpTables(database).unopened.count();
}

/** How many rows each day of the diary has, by its blind place. Read from the indexes; of `first` the days are known. */
async function countByDay(database: PersonDatabase, first: readonly KeptRecord[]): Promise<ReadonlyMap<string, number>> {
  const { records } = selfhelpTables(database);
  const pages = new Set(await records.ids({ index: 'kind', equals: await database.blind('kind', 'check-in') }));
  const places = (await records.values('place')).flatMap(({ id, value }) => (pages.has(id) ? [String(value)] : []));
  places.push(...(await Promise.all(first.map(({ record }) => blindIndexes(database, record).place))));
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return counts;
}

/** Check-ins of before there were kinds: they alone have the index `day`, and have no other. */
async function loadFirstPages(database: PersonDatabase, kind: RecordKind): Promise<readonly KeptRecord[]> {
  return kind === 'check-in' ? selfhelpTables(database).records.list({ index: 'day' }) : [];
}

function ofKind<Kind extends RecordKind>(kind: Kind, rows: readonly KeptRecord[]): readonly KeptOf<Kind>[] {
  return rows.filter((row): row is KeptOf<Kind> => row.record.kind === kind);
}

/** One version of each thing, the newest first. Records that are never overwritten have one. */
function whatCounts<Kind extends RecordKind>(kind: Kind, versions: readonly KeptOf<Kind>[]): readonly KeptOf<Kind>[] {
  return keeping[kind] === 'every' ? [...versions].sort(byNewest) : countingOf(versions);
}

/** Kinds that are replaced have few records, unless there is one for each day. */
function isFew(kind: RecordKind): boolean {
  return keeping[kind] === 'replaced' || keeping[kind] === 'one';
}
