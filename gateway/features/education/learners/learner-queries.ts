import type { Kysely } from 'kysely';
import { z } from 'zod/mini';
import { EMPTY_TALLY, type ProgressTally } from '#protocol/education/progress-tally.ts';
import { courseFraction, figuresOfTally } from '#protocol/education/rules.ts';
import { findStuck, STOPPED_AFTER, stuckReasons } from '#protocol/education/stuck-rules.ts';
import type { PersonId } from '#protocol/ids.ts';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { bytesToId, idToBytes } from '../../../db/id-bytes.ts';
import type { PackTables } from '../../../packs/tables.ts';
import { displayName, type PersonRecord } from '../../../people/person-queries.ts';
import { loadTalliesOf } from '../count-events.ts';
import type { CourseBook } from '../course-book.ts';
import type { Learner, Learners } from '../staff-api.ts';
import type { EducationTables } from '../tables.ts';
import type { TutorTables } from '../tutor-tables.ts';

type Tables = Kysely<EducationTables & PackTables & TutorTables>;

/** One person's standing in one course, without its title. */
export type CourseStanding = Omit<Learners['learners'][number]['packs'][number], 'title'> & { readonly version: number };

const signsSchema = z.array(z.object({ reason: z.enum(stuckReasons), activityId: z.optional(z.string()) }));

/** Where these people stand in every course they opened; nothing is added up here (count-events.ts). `now` in milliseconds. */
export async function loadStandings(tables: Tables, people: readonly PersonRecord[], now: number): Promise<ReadonlyMap<PersonId, readonly CourseStanding[]>> {
  const standings = new Map<PersonId, CourseStanding[]>(people.map(({ personId }) => [personId, []]));
  if (people.length === 0) return standings;
  const rows = await tables
    .selectFrom('education_courses')
    .selectAll()
    .where('person', 'in', people.map(({ personId }) => idToBytes(personId)))
    .orderBy('pack_id')
    .execute();
  for (const row of rows) {
    const stopped = row.done < row.of && now - row.heard_at >= STOPPED_AFTER;
    standings.get(bytesToId<PersonId>(row.person))?.push({
      packId: row.pack_id,
      version: row.version,
      done: row.done,
      of: row.of,
      fraction: row.of === 0 ? 0 : row.done / row.of,
      seconds: row.seconds,
      lastAt: row.last_at,
      heardAt: row.heard_at,
      signs: [...signsSchema.parse(JSON.parse(row.signs)).map(asSign), ...(stopped ? [{ reason: 'stopped' as const, activityId: null }] : [])],
    });
  }
  return standings;
}

/** One learner, item by item. */
export async function loadLearner(tables: Tables, courses: CourseBook, person: PersonRecord, now: number): Promise<Learner> {
  const [learner] = await loadLearners(tables, courses, [person], now);
  return learner ?? { ...identityOf(person), packs: [] };
}

/** Learners, item by item, in the order of `people`; two questions for all of them, however many. */
export async function loadLearners(tables: Tables, courses: CourseBook, people: readonly PersonRecord[], now: number): Promise<Learner[]> {
  const standings = await loadStandings(tables, people, now);
  const talliesOf = await loadTalliesOf(tables, people.map(({ personId }) => personId));
  const learners: Learner[] = [];
  for (const person of people) {
    const packs: Learner['packs'] = [];
    for (const { packId, version, heardAt } of standings.get(person.personId) ?? []) {
      const manifest = await courses.find(tables, packId, version);
      if (manifest !== undefined) packs.push(describeCourse(manifest, talliesOf(person.personId, packId), heardAt, now));
    }
    learners.push({ ...identityOf(person), packs });
  }
  return learners;
}

/** People who did anything since `since`. */
export async function countActive(tables: Tables, since: number): Promise<number> {
  const row = await tables
    .selectFrom('education_courses')
    .select(({ fn }) => fn.count<number>('person').distinct().as('active'))
    .where('heard_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(row.active);
}

/** Who somebody is, as the desk shows it. */
export function identityOf(person: PersonRecord) {
  return { personId: person.personId, prisonerNumber: person.prisonerNumber, name: displayName(person), wing: person.wing };
}

function describeCourse(manifest: Manifest, tallies: ReadonlyMap<string, ProgressTally>, heardAt: number, now: number): Learner['packs'][number] {
  const items = manifest.items.map((item) => ({ ...item, figures: figuresOfTally(tallies.get(item.activityId) ?? EMPTY_TALLY, item) }));
  const signs = findStuck(items, heardAt, now);
  return {
    packId: manifest.packId,
    title: manifest.title,
    version: manifest.version,
    fraction: courseFraction(items.map(({ figures }) => figures)),
    heardAt,
    signs: signs.map(asSign),
    items: items.map(({ activityId, kind, title, minutes, figures }) => ({
      activityId,
      kind,
      title,
      minutes,
      status: figures.status,
      fraction: figures.fraction,
      bestScore: figures.bestScore ?? null,
      lastScore: figures.lastScore ?? null,
      attempts: figures.attempts,
      attemptList: figures.attemptList.map(({ at, fraction, passed, beyondLimit }) => ({ at, fraction: fraction ?? null, passed, beyondLimit })),
      seconds: figures.seconds,
      lastAt: figures.lastAt ?? null,
      signs: signs.filter((sign) => sign.activityId === activityId).map(({ reason }) => reason),
    })),
  };
}

function asSign({ reason, activityId }: { readonly reason: (typeof stuckReasons)[number]; readonly activityId?: string | undefined }) {
  return { reason, activityId: activityId ?? null };
}
