import type { Kysely } from 'kysely';
import type { PackTables } from '../../../packs/tables.ts';
import { personOf, type PersonRecord } from '../../../people/person-queries.ts';
import type { PeopleTables } from '../../../people/tables.ts';
import type { CourseBook } from '../course-book.ts';
import { loadGroupsOf } from '../groups/group-queries.ts';
import type { Learners, LearnersQuery } from '../staff-api.ts';
import type { EducationTables } from '../tables.ts';
import type { TutorTables } from '../tutor-tables.ts';
import { identityOf, loadStandings, type CourseStanding } from './learner-queries.ts';

type Tables = Kysely<EducationTables & PackTables & TutorTables & PeopleTables>;
type Row = { readonly person: PersonRecord; readonly packs: readonly CourseStanding[]; readonly groups: readonly string[] };

/** Rows of one page: what fits a screen or two, and what a screen reader can be asked to go through. */
export const LEARNERS_PAGE = 25;

/**
 * One page of the people who are here, filtered and sorted, with where each stands. `words` puts the names of people
 * in the order of the staff's alphabet. `now` in milliseconds.
 */
export async function listLearners(tables: Tables, courses: CourseBook, query: LearnersQuery, now: number): Promise<Learners> {
  const people = await findPeople(tables, query);
  const [standings, groups] = await Promise.all([loadStandings(tables, people, now), loadGroupsOf(tables, people.map(({ personId }) => personId))]);
  const rows = people
    .map((person): Row => ({ person, packs: standings.get(person.personId) ?? [], groups: [...(groups.get(person.personId) ?? [])] }))
    .filter((row) => isWanted(row, query))
    .sort(orderOf(query.sort ?? 'name'));
  const page = Math.min(query.page ?? 0, Math.max(0, Math.ceil(rows.length / LEARNERS_PAGE) - 1));
  const shown = rows.slice(page * LEARNERS_PAGE, (page + 1) * LEARNERS_PAGE);
  const titles = await titlesOf(tables, courses, rows);
  return {
    total: rows.length,
    page,
    pages: Math.max(1, Math.ceil(rows.length / LEARNERS_PAGE)),
    learners: shown.map(({ person, packs, groups: inGroups }) => ({
      ...identityOf(person),
      groups: [...inGroups],
      packs: packs.map(({ version: _, ...pack }) => ({ ...pack, title: titles.get(pack.packId) ?? { en: pack.packId } })),
    })),
    courses: [...titles].map(([packId, title]) => ({ packId, title })),
  };
}

async function findPeople(tables: Tables, query: LearnersQuery): Promise<readonly PersonRecord[]> {
  let rows = tables.selectFrom('people').selectAll().where('status', '=', 'here');
  if (query.wing !== undefined) rows = rows.where('wing', '=', query.wing);
  const wanted = query.search?.trim().toLowerCase() ?? '';
  return (await rows.execute())
    .map(personOf)
    .filter((person) => `${person.firstName} ${person.lastName} ${person.prisonerNumber}`.toLowerCase().includes(wanted));
}

function isWanted({ packs, groups }: Row, query: LearnersQuery): boolean {
  const asked = query.pack === undefined ? packs : packs.filter(({ packId }) => packId === query.pack);
  if (query.pack !== undefined && asked.length === 0) return false;
  if (query.group !== undefined && !groups.includes(query.group)) return false;
  return query.only !== 'stuck' || asked.some(({ signs }) => signs.length > 0);
}

/** By name; by who worked last, newest first; or by most signs of being stuck. Then always by name, so that pages hold still. */
function orderOf(sort: NonNullable<LearnersQuery['sort']>): (one: Row, other: Row) => number {
  const byName = (one: Row, other: Row) =>
    one.person.lastName.localeCompare(other.person.lastName) ||
    one.person.firstName.localeCompare(other.person.firstName) ||
    (one.person.personId < other.person.personId ? -1 : 1);
  const last = ({ packs }: Row) => Math.max(0, ...packs.map(({ heardAt }) => heardAt));
  const signs = ({ packs }: Row) => packs.reduce((sum, pack) => sum + pack.signs.length, 0);
  switch (sort) {
    case 'name':
      return byName;
    case 'wing':
      return (one, other) => one.person.wing.localeCompare(other.person.wing) || byName(one, other);
    case 'last':
      return (one, other) => last(other) - last(one) || byName(one, other);
    case 'stuck':
      return (one, other) => signs(other) - signs(one) || byName(one, other);
  }
}

async function titlesOf(tables: Tables, courses: CourseBook, rows: readonly Row[]): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const newest = new Map<string, number>();
  for (const { packId, version } of rows.flatMap(({ packs }) => packs)) newest.set(packId, Math.max(version, newest.get(packId) ?? 0));
  const titles = await Promise.all(
    [...newest].sort().map(async ([packId, version]) => [packId, (await courses.find(tables, packId, version))?.title ?? { en: packId }] as const),
  );
  return new Map(titles);
}
