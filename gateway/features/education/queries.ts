import type { Kysely, Selectable } from 'kysely';
import { courseFraction, isDone, type ProgressSummary, summariseProgress } from '#protocol/education/rules.ts';
import { type ProgressEvent, progressEventSchema } from '#protocol/education/schema.ts';
import type { PersonId } from '#protocol/ids.ts';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { bytesToId, idToBytes } from '../../db/id-bytes.ts';
import { loadManifest } from '../../packs/pack-queries.ts';
import type { PackTables } from '../../packs/tables.ts';
import { displayName, type PersonRecord } from '../../people/person-queries.ts';
import type { Learner, Learners } from './staff-api.ts';
import type { EducationTables } from './tables.ts';

type Tables = Kysely<EducationTables & PackTables>;
type Course = {
  readonly packId: string;
  readonly version: number;
  readonly manifest: Manifest;
  readonly events: readonly ProgressEvent[];
};

/** How far each of these people is in each pack they opened. */
export async function listLearners(tables: Tables, people: readonly PersonRecord[]): Promise<Learners['learners']> {
  const manifests = rememberManifests(tables);
  const events = await loadEvents(
    tables,
    people.map((person) => person.personId),
  );
  return Promise.all(
    people.map(async (person) => {
      const courses = await coursesOf(manifests, events.get(person.personId) ?? []);
      return { ...identityOf(person), packs: courses.map(summariseCourse) };
    }),
  );
}

/** One learner, item by item. */
export async function loadLearner(tables: Tables, person: PersonRecord): Promise<Learner> {
  const events = await loadEvents(tables, [person.personId]);
  const courses = await coursesOf(rememberManifests(tables), events.get(person.personId) ?? []);
  return {
    ...identityOf(person),
    packs: courses.map((course) => ({
      packId: course.packId,
      title: course.manifest.title,
      version: course.version,
      fraction: summariseCourse(course).fraction,
      items: course.manifest.items.map((item) => ({
        activityId: item.activityId,
        kind: item.kind,
        title: item.title,
        ...figuresOf(summariseItem(course, item.activityId)),
      })),
    })),
  };
}

/** People who did anything since `since`. */
export async function countActive(tables: Tables, since: number): Promise<number> {
  const row = await tables
    .selectFrom('education_events')
    .select(({ fn }) => fn.count<number>('person').distinct().as('active'))
    .where('received_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(row.active);
}

async function loadEvents(
  tables: Tables,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly ProgressEvent[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await tables
    .selectFrom('education_events')
    .selectAll()
    .where('person', 'in', personIds.map(idToBytes))
    .execute();
  const byPerson = new Map<PersonId, ProgressEvent[]>(personIds.map((personId) => [personId, []]));
  for (const row of rows) byPerson.get(bytesToId<PersonId>(row.person))?.push(eventOf(row));
  return byPerson;
}

function eventOf(row: Selectable<EducationTables['education_events']>): ProgressEvent {
  return progressEventSchema.parse({
    eventId: bytesToId(row.id),
    packId: row.pack_id,
    packVersion: row.pack_version,
    activityId: row.activity_id,
    verb: row.verb,
    at: row.at,
    data: JSON.parse(row.data) as unknown,
  });
}

/** The packs the events speak of, in the edition last worked in; a pack this gateway never had is left out. */
async function coursesOf(
  manifests: (packId: string, version: number) => Promise<Manifest | undefined>,
  events: readonly ProgressEvent[],
): Promise<readonly Course[]> {
  const packIds = [...new Set(events.map((event) => event.packId as string))].sort();
  const courses = await Promise.all(
    packIds.map(async (packId): Promise<readonly Course[]> => {
      const own = events.filter((event) => event.packId === packId);
      const version = Math.max(...own.map((event) => event.packVersion));
      const manifest = await manifests(packId, version);
      return manifest === undefined ? [] : [{ packId, version, manifest, events: own }];
    }),
  );
  return courses.flat();
}

function rememberManifests(tables: Tables): (packId: string, version: number) => Promise<Manifest | undefined> {
  const known = new Map<string, Promise<Manifest | undefined>>();
  return (packId, version) => {
    const key = `${packId}/${String(version)}`;
    const manifest = known.get(key) ?? loadManifest(tables, packId, version);
    known.set(key, manifest);
    return manifest;
  };
}

function summariseItem(course: Course, activityId: string): ProgressSummary {
  return summariseProgress(course.events.filter((event) => event.activityId === activityId));
}

function summariseCourse(course: Course): Learners['learners'][number]['packs'][number] {
  const summaries = course.manifest.items.map((item) => summariseItem(course, item.activityId));
  return {
    packId: course.packId,
    title: course.manifest.title,
    done: summaries.filter(isDone).length,
    of: summaries.length,
    fraction: courseFraction(summaries),
    lastAt: Math.max(...course.events.map((event) => event.at)),
  };
}

function figuresOf(summary: ProgressSummary) {
  return {
    status: summary.status,
    fraction: summary.fraction,
    bestScore: summary.bestScore ?? null,
    attempts: summary.attempts,
    seconds: summary.seconds,
    lastAt: summary.lastAt ?? null,
  };
}

function identityOf(person: PersonRecord) {
  return {
    personId: person.personId,
    prisonerNumber: person.prisonerNumber,
    name: displayName(person),
    wing: person.wing,
  };
}
