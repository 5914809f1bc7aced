import type { PackRelease } from '#protocol/education/schema.ts';
import type { Manifest } from '#protocol/packs/manifest.ts';
import { baseLanguage } from '#protocol/search/split-words.ts';
import type { Course } from '../course.ts';

/** How long a course is: up to half an hour, up to two hours, longer (our own bounds). */
export const LENGTHS = ['short', 'medium', 'long'] as const;
export type CourseLength = (typeof LENGTHS)[number];

const SHORT_MINUTES = 30;
const MEDIUM_MINUTES = 120;
/** A course is new for this many days. */
const NEW_DAYS = 21;
const DAY = 24 * 60 * 60 * 1000;

/** What somebody narrowed the catalogue down to; undefined means anything. */
export type Filters = {
  readonly topic?: string | undefined;
  readonly level?: Manifest['level'][number] | undefined;
  readonly language?: string | undefined;
  readonly length?: CourseLength | undefined;
  readonly soundOnly?: boolean | undefined;
};

/** A row of courses that belong together, in their order. */
export type Series = { readonly id: string; readonly title: Manifest['title']; readonly courses: readonly Course[]; readonly next: Course | undefined };

/**
 * Whether a pack stands in this person's catalogue on this day (`YYYY-MM-DD`, the tablet's own calendar): released to
 * them, a course and not a program (PACK-33), and inside the days that pack and prison say. Decided offline.
 */
export function isInCatalogue(manifest: Manifest, release: Pick<PackRelease, 'people' | 'from' | 'until'>, personId: string, today: string): boolean {
  const mine = release.people === null || release.people.includes(personId);
  const begun = [manifest.from, release.from].every((day) => day === undefined || day <= today);
  const over = [manifest.until, release.until].some((day) => day !== undefined && day < today);
  return mine && manifest.kind !== 'runtime' && begun && !over;
}

/** Topics of a course: its subject and the words it can be found by. */
export function topicsOf({ subject, topics }: Pick<Manifest, 'subject' | 'topics'>): readonly string[] {
  return [...new Set([subject, ...(topics ?? [])])];
}

/** All topics with how many courses have each, the fullest first, then by name. */
export function countTopics(courses: readonly Course[]): readonly { readonly topic: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const topic of courses.flatMap(({ manifest }) => topicsOf(manifest))) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts].map(([topic, count]) => ({ topic, count })).sort((one, other) => other.count - one.count || (one.topic < other.topic ? -1 : 1));
}

/** How long a course is. */
export function lengthOf(minutes: number): CourseLength {
  if (minutes <= SHORT_MINUTES) return 'short';
  return minutes <= MEDIUM_MINUTES ? 'medium' : 'long';
}

/** The courses that fit, and how many more would fit in another language: nothing is hidden silently (kolibri#13894). */
export function narrowDown(courses: readonly Course[], filters: Filters): { readonly shown: readonly Course[]; readonly otherLanguages: number } {
  const fitting = courses.filter(({ manifest }) => fits(manifest, filters));
  const { language } = filters;
  if (language === undefined) return { shown: fitting, otherLanguages: 0 };
  const shown = fitting.filter(({ manifest }) => speaks(manifest, language));
  return { shown, otherLanguages: fitting.length - shown.length };
}

/** Whether a course is there in a language; `pt` is also spoken by a course in `pt-br`. */
export function speaks({ languages }: Pick<Manifest, 'languages'>, language: string): boolean {
  return languages.some((one) => baseLanguage(one) === baseLanguage(language));
}

/** Came within the last three weeks, the newest first. `now` in milliseconds. */
export function recentlyAdded(courses: readonly Course[], now: number): readonly Course[] {
  return courses
    .filter(({ publishedAt, progress }) => now - publishedAt < NEW_DAYS * DAY && progress.lastAt === undefined)
    .sort((one, other) => other.publishedAt - one.publishedAt);
}

/** Every series of which something is here, its courses in order, and the first that is not finished. */
export function seriesOf(courses: readonly Course[]): readonly Series[] {
  const byId = new Map<string, Course[]>();
  for (const course of courses) {
    const { series } = course.manifest;
    if (series !== undefined) byId.set(series.id, [...(byId.get(series.id) ?? []), course]);
  }
  return [...byId].map(([id, own]) => {
    const ordered = own.sort((one, other) => placeOf(one) - placeOf(other));
    return { id, title: ordered[0]?.manifest.series?.title ?? {}, courses: ordered, next: ordered.find(({ progress }) => progress.fraction < 1) };
  });
}

function placeOf({ manifest }: Course): number {
  return manifest.series?.place ?? 0;
}

function fits(manifest: Manifest, { topic, level, length, soundOnly }: Filters): boolean {
  return (
    (topic === undefined || topicsOf(manifest).includes(topic)) &&
    (level === undefined || manifest.level.includes(level) || manifest.level.includes('any')) &&
    (length === undefined || lengthOf(manifest.minutes) === length) &&
    (soundOnly !== true || manifest.a11y.soundOnly === true)
  );
}
