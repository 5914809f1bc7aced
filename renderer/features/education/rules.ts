import type { PackItem } from '#protocol/packs/manifest.ts';
import { courseFraction, isDone, summariseProgress, type ProgressSummary } from '#protocol/education/rules.ts';
import type { ProgressEvent } from '#protocol/education/schema.ts';

/** One lesson or quiz of a course with how far the person is. */
export type CourseItem = { readonly item: PackItem; readonly summary: ProgressSummary };

/** A course as one person sees it. */
export type CourseProgress = {
  readonly items: readonly CourseItem[];
  readonly done: number;
  readonly fraction: number;
  /** What to press next: the one that was begun, else the first not done; none when all is done. */
  readonly next: CourseItem | undefined;
  /** When this person last did anything here; undefined before they began. */
  readonly lastAt: number | undefined;
};

/** Adds up a person's events for one course. Takes the course's items and events of any course. */
export function courseProgress(items: readonly PackItem[], events: readonly ProgressEvent[]): CourseProgress {
  const summed = items.map((item) => ({ item, summary: summariseProgress(events.filter((event) => event.activityId === item.activityId), item) }));
  const times = summed.flatMap(({ summary }) => summary.lastAt ?? []);
  const open = summed.filter(({ summary }) => !isDone(summary));
  return {
    items: summed,
    done: summed.length - open.length,
    fraction: courseFraction(summed.map(({ summary }) => summary)),
    next: open.find(({ summary }) => summary.status !== 'not-started') ?? open[0],
    lastAt: times.length === 0 ? undefined : Math.max(...times),
  };
}

/** The item that was finished last: what somebody may have an opinion of now. Undefined before the first. */
export function lastFinished({ items }: CourseProgress): PackItem | undefined {
  const done = items.filter(({ summary }) => isDone(summary));
  return [...done].sort((one, other) => (other.summary.lastAt ?? 0) - (one.summary.lastAt ?? 0))[0]?.item;
}

/**
 * The words of a translated text in the person's language, else in `fallback` (the pack's first language), else in any.
 * Canonical JSON sorts its keys, so the order of the words says nothing.
 */
export function inLanguage(words: Readonly<Record<string, string>>, language: string, fallback = 'en'): string {
  return words[language] ?? words[fallback] ?? Object.values(words)[0] ?? '';
}

/** The language to open an item in: the person's where the item has it, else the pack's first. */
export function itemLanguage(item: PackItem, language: string, fallback: string): string {
  return item.entry[language] === undefined ? fallback : language;
}
