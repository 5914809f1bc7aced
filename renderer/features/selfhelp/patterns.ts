import { dayParts, triggers, type CheckIn, type DayPart, type Response, type Trigger } from '#protocol/selfhelp/check-in.ts';

/**
 * Patterns in the pull, by pure rules on this tablet. What is compared is many (7 weekdays and 16 causes), and chance alone
 * makes one of many look striking. So a pattern is told only when all of these hold (own choice, kept strict on purpose):
 * at least `ENOUGH_PAGES` pages; at least `ENOUGH_EACH` pages of the one kind and twice as many others; a difference that
 * somebody would notice (`NOTICEABLE` of 10 steps); and a t with pooled spread of at least `CLEAR`, which is p = 0.001 with
 * thirty pages, so about 0.02 for all comparisons together. (Welch's t was tried: small groups of like answers fooled it.) `patterns.test.ts` shows how rarely noise passes.
 */
export const ENOUGH_PAGES = 28;
const ENOUGH_EACH = 4;
const NOTICEABLE = 1.5;
const CLEAR = 3.4;
/** Spread is never taken as smaller than this (steps of 11): a handful of equal answers would look certain. */
const LEAST_SPREAD = 1;
/** Answers to "when was it strongest?" that are needed, and how far a part of the day must stand above a quarter of them, in standard errors. */
const ENOUGH_TIMES = 12;
const CLEAR_TIME = 3;
/** Days on which something was tried before it is said how often it helped. */
const ENOUGH_TRIES = 5;

/** What is told of one group of days: its mean, that of the others, and how many days it has. */
export type Contrast = { readonly mean: number; readonly others: number; readonly count: number };

export type Patterns = {
  /** Sunday is 0. */
  readonly weekday: (Contrast & { readonly weekday: number }) | undefined;
  readonly trigger: (Contrast & { readonly trigger: Trigger }) | undefined;
  readonly dayPart: { readonly part: DayPart; readonly count: number; readonly of: number } | undefined;
  /** What was tried and how often it helped, the best first; a count and no claim. */
  readonly helped: readonly { readonly response: Response; readonly count: number; readonly of: number }[];
};

/** Looks for patterns in pages; undefined where there are too few to look. Takes one page a day, in any order. */
export function findPatterns(pages: readonly CheckIn[]): Patterns | undefined {
  if (pages.length < ENOUGH_PAGES) return undefined;
  const days = new Map(pages.map((page) => [page, weekdayOf(page.day)]));
  const weekdays = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, contrast: contrast(pages, (page) => days.get(page) === weekday) }));
  const causes = triggers.filter((trigger) => trigger !== 'nothing').map((trigger) => ({ trigger, contrast: contrast(pages, (page) => page.triggers.includes(trigger)) }));
  return { weekday: strongest(weekdays), trigger: strongest(causes), dayPart: clearDayPart(pages), helped: whatHelped(pages) };
}

/** The day of the week of a calendar day; Sunday is 0. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

type Found = Contrast & { readonly clear: number };

function contrast(pages: readonly CheckIn[], belongs: (page: CheckIn) => boolean): Found | undefined {
  const [inside, outside]: [number[], number[]] = [[], []];
  for (const page of pages) (belongs(page) ? inside : outside).push(page.craving);
  if (inside.length < ENOUGH_EACH || outside.length < 2 * ENOUGH_EACH) return undefined;
  const [mean, others] = [meanOf(inside), meanOf(outside)];
  const spread = Math.max(LEAST_SPREAD, Math.sqrt((squares(inside, mean) + squares(outside, others)) / (pages.length - 2)));
  const clear = (mean - others) / (spread * Math.sqrt(1 / inside.length + 1 / outside.length));
  return mean - others < NOTICEABLE || clear < CLEAR ? undefined : { mean, others, count: inside.length, clear };
}

function strongest<Of extends object>(candidates: readonly (Of & { readonly contrast: Found | undefined })[]): (Contrast & Of) | undefined {
  const clear = candidates.flatMap((candidate) => (candidate.contrast === undefined ? [] : [{ ...candidate, ...candidate.contrast }]));
  return clear.sort((one, other) => other.clear - one.clear)[0];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function squares(values: readonly number[], mean: number): number {
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function clearDayPart(pages: readonly CheckIn[]): Patterns['dayPart'] {
  const answers = pages.flatMap((page) => page.strongest ?? []);
  if (answers.length < ENOUGH_TIMES) return undefined;
  const counted = dayParts.map((part) => ({ part, count: answers.filter((answer) => answer === part).length, of: answers.length }));
  const share = 1 / dayParts.length;
  const needed = share * answers.length + CLEAR_TIME * Math.sqrt(answers.length * share * (1 - share));
  return counted.find(({ count }) => count >= needed && count * 2 >= answers.length);
}

function whatHelped(pages: readonly CheckIn[]): Patterns['helped'] {
  const tried = new Map<Response, { count: number; of: number }>();
  for (const { responses, helped } of pages) {
    if (helped === undefined) continue;
    for (const response of responses) {
      const so = tried.get(response) ?? { count: 0, of: 0 };
      tried.set(response, { count: so.count + (helped === 'yes' ? 1 : 0), of: so.of + 1 });
    }
  }
  return [...tried]
    .filter(([response, { count, of }]) => response !== 'nothing' && of >= ENOUGH_TRIES && count * 2 > of)
    .map(([response, counts]) => ({ response, ...counts }))
    .sort((one, other) => other.count / other.of - one.count / one.of)
    .slice(0, 3);
}
