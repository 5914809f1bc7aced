import type { DayPoint } from '#protocol/selfhelp/rules.ts';
import type { CheckIn } from '#protocol/selfhelp/check-in.ts';

/** Fewer filled-in days than this show no pattern, and the screen says so instead of guessing. */
export const ENOUGH_DAYS = 5;
/** Days that each of two weeks must have before they are compared. */
const ENOUGH_IN_A_WEEK = 3;
/** A difference of week means smaller than this is "much the same" (own choice; scales of 5 and 11 steps). */
const NOTICEABLE = { mood: 0.5, craving: 1 } as const;

/** The day as the person sees it, `YYYY-MM-DD`. Takes the parts of the local date, because rules have no clock or time zone. */
export function dayOf(local: { readonly year: number; readonly month: number; readonly date: number }): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(local.year).padStart(4, '0')}-${two(local.month)}-${two(local.date)}`;
}

/** What the last two weeks say about one scale, or undefined where there are too few days to say anything. */
export type Trend = 'up' | 'down' | 'same';

/** Compares the mean of the last seven days with the seven before. Takes chart days, oldest first. */
export function weekTrend(days: readonly DayPoint[], scale: 'mood' | 'craving'): Trend | undefined {
  const last = meanOf(days.slice(-7), scale);
  const before = meanOf(days.slice(-14, -7), scale);
  if (last === undefined || before === undefined) return undefined;
  if (Math.abs(last - before) < NOTICEABLE[scale]) return 'same';
  return last > before ? 'up' : 'down';
}

function meanOf(days: readonly DayPoint[], scale: 'mood' | 'craving'): number | undefined {
  const values = days.flatMap((day) => day[scale] ?? []);
  return values.length < ENOUGH_IN_A_WEEK ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How many of the days have a page. */
export function countFilled(days: readonly DayPoint[]): number {
  return days.filter((day) => day.mood !== undefined).length;
}

/** True when a page says that today is hard: the screen then offers help, and does nothing else. */
export function isHardDay(checkIn: Pick<CheckIn, 'mood' | 'craving'>): boolean {
  return checkIn.mood <= 2 || checkIn.craving >= 8;
}
