import type { summariseProgress } from '#protocol/education/rules.ts';
import type { ItemKind } from '#protocol/packs/manifest.ts';
import type { PlayerStart } from '#protocol/shell/player.ts';
import { directionOf } from '../../ui/apply-appearance.ts';
import type { Course } from './course.ts';
import { inLanguage, itemLanguage } from './rules.ts';

/** Where a search found something: a page counted from 0, and the language it was found in. */
export type FoundPlace = { readonly page?: number | undefined; readonly language?: string | undefined };

type Appearance = { readonly language: string; readonly textSize: number; readonly theme: PlayerStart['theme'] };

/**
 * What the player is told when an activity opens: which file in which language, where the person stopped, and what
 * comes next. `state` is what the player asked to be kept. Nothing about who they are. `found` leads to a page instead,
 * and keeps the answers. Undefined when the course has no such activity.
 */
export function startFor(course: Course, activityId: string, appearance: Appearance, state: string | null, found: FoundPlace = {}): PlayerStart | undefined {
  const items = course.progress.items;
  const at = items.findIndex(({ item }) => item.activityId === activityId);
  const current = items[at];
  if (current === undefined) return undefined;
  const [first = 'en'] = course.manifest.languages;
  const language = itemLanguage(current.item, found.language ?? appearance.language, first);
  const next = items[at + 1]?.item;
  return {
    type: 'start',
    activityId: current.item.activityId,
    kind: current.item.kind,
    entry: current.item.entry[language] ?? '',
    title: inLanguage(current.item.title, language),
    language,
    direction: directionOf(language),
    textSize: appearance.textSize,
    theme: appearance.theme,
    params: { ...current.item.params },
    resume: found.page === undefined ? resumeOf(current.summary) : resumeAt(found.page, current.summary, MIXED.includes(current.item.kind)),
    state,
    attempts: handedIn(current.summary),
    next: next === undefined ? null : { activityId: next.activityId, title: inLanguage(next.title, language) },
  };
}

/** How often it was handed in to be marked at once: a tutor's word is no try (PACK-38). */
function handedIn({ attemptList }: ReturnType<typeof summariseProgress>): number {
  return attemptList.filter(({ byScore }) => byScore).length;
}

/** A finished lesson or handed-in quiz begins anew; anything else goes on where it stopped. */
function resumeOf(summary: ReturnType<typeof summariseProgress>): PlayerStart['resume'] {
  if (summary.resume === undefined) return null;
  if (summary.status === 'completed') return { page: 0, answers: {} };
  return resumeAt(summary.resume.page, summary, true);
}

/** Kinds whose place is the mixed order of an attempt; a document's is where somebody stopped, which a found page replaces. */
const MIXED: readonly ItemKind[] = ['lesson', 'quiz'];

/** At that page, with what was answered and, with its place, in the order it was asked. */
function resumeAt(page: number, { resume }: ReturnType<typeof summariseProgress>, keepsPlace: boolean): PlayerStart['resume'] {
  const { answers = {}, place } = resume ?? {};
  return { page, answers: { ...answers }, ...(place === undefined || !keepsPlace ? {} : { place }) };
}
