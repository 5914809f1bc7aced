import type { CheckIn, Trigger } from './check-in.ts';
import type { Area } from './schema.ts';

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

/** The months (`YYYY-MM`) that the days between two days lie in, both counted; none when the last is before the first. */
export function monthsBetween(firstDay: string, lastDay: string): readonly string[] {
  const months: string[] = [];
  let [year = 1970, month = 1] = firstDay.split('-').map(Number);
  for (;;) {
    const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (text > lastDay.slice(0, 7)) return months;
    months.push(text);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/**
 * The same for longer times: means over pieces of `days` days, the last of which ends on `lastDay`, oldest first. Pieces
 * without a page are gaps. A mean is of the days that have a page, whatever their number.
 */
export function chartPieces(checkIns: readonly CheckIn[], lastDay: string, pieces: number, days: number): readonly DayPoint[] {
  const sums = Array.from({ length: pieces }, (_, index) => ({ day: addDays(lastDay, (index + 1 - pieces) * days - days + 1), mood: newSum(), craving: newSum(), sleep: newSum() }));
  const end = dayNumber(lastDay);
  for (const { day, mood, craving, sleep } of checkIns) {
    const piece = sums[pieces - 1 - Math.floor((end - dayNumber(day)) / days)];
    if (piece === undefined || dayNumber(day) > end) continue;
    piece.mood.add(mood);
    piece.craving.add(craving);
    if (sleep !== null) piece.sleep.add(sleep);
  }
  return sums.map(({ day, mood, craving, sleep }) => ({ day, mood: mood.mean(), craving: craving.mean(), sleep: sleep.mean() }));
}

/** Whole days from 1 January 1970 to a calendar day. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

function newSum() {
  let [total, count] = [0, 0];
  return {
    add: (value: number): void => { total += value; count += 1; },
    mean: (): number | undefined => (count === 0 ? undefined : total / count),
  };
}
