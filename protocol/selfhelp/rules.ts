import type { Area, CheckIn, Trigger } from './schema.ts';

/** Which area of the balance map a trigger belongs to (domain.md 2.1). `nothing` belongs to none. */
export const triggerAreas: Readonly<Record<Exclude<Trigger, 'nothing'>, Area>> = {
  argument: 'situations',
  'phone-call': 'situations',
  offered: 'situations',
  debt: 'situations',
  news: 'situations',
  memory: 'thoughts',
  worried: 'thoughts',
  ashamed: 'emotions',
  angry: 'emotions',
  sad: 'emotions',
  bored: 'behaviours',
  alone: 'behaviours',
  pain: 'body',
  tired: 'body',
  withdrawal: 'body',
  regime: 'lifestyle',
};

/** One day on a chart; days without a check-in are gaps, never zeros. */
export type DayPoint = { readonly day: string; readonly mood: number | undefined; readonly craving: number | undefined; readonly sleep: number | undefined };

/**
 * Lines up check-ins by day for a chart. Takes check-ins in any order and the last day (`YYYY-MM-DD`) and how many
 * days to show; returns that many days, oldest first. Several on one day: the newest counts.
 */
export function chartDays(checkIns: readonly CheckIn[], lastDay: string, days: number): readonly DayPoint[] {
  const newest = new Map<string, CheckIn>();
  for (const checkIn of checkIns) {
    const known = newest.get(checkIn.day);
    if (known === undefined || known.at <= checkIn.at) newest.set(checkIn.day, checkIn);
  }
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(lastDay, index - days + 1);
    const checkIn = newest.get(day);
    return { day, mood: checkIn?.mood, craving: checkIn?.craving, sleep: checkIn?.sleep ?? undefined };
  });
}

/** The calendar day `count` days after `day` (before, when negative). Days are plain dates, so no time zone enters. */
export function addDays(day: string, count: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10);
}
