import type { TFunction } from 'i18next';

type Words = TFunction;
type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
type Month = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;

/**
 * When something was, as people say it: "today at 14:05", "yesterday at 09:10", "Tuesday 17 November at 14:05", with
 * the year where it is another one. Takes milliseconds; the time zone is the device's. A clock that is wrong makes
 * this wrong and nothing else (SPEC CLOCK-1). The names are ours, because Chromium has no Welsh ones and would say
 * them in English; digits are those on keypads and phones here, in every language.
 */
export function formatWhen(at: number, now: number, t: Words): string {
  const time = formatTime(at);
  const days = daysBetween(at, now);
  if (days === 0) return t('when.today', { time });
  if (days === 1) return t('when.yesterday', { time });
  return t('when.on', { date: formatDate(at, now, t), time });
}

/** A date in words: "Tuesday 17 November", with the year where it is not this one. */
export function formatDate(at: number, now: number, t: Words): string {
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? t('when.date', dateParts(at, t)) : formatFullDate(at, t);
}

/** A date that is kept for years: "Tuesday 17 November 2026". */
export function formatFullDate(at: number, t: Words): string {
  return t('when.dateOfYear', { ...dateParts(at, t), year: new Date(at).getFullYear() });
}

function dateParts(at: number, t: Words) {
  const date = new Date(at);
  return { weekday: t(`weekday.d${date.getDay() as Weekday}`), day: date.getDate(), month: t(`month.m${date.getMonth() as Month}`) };
}

/** A date for the foot of a chart: "17 Nov". */
export function formatShortDate(at: number, t: Words): string {
  const date = new Date(at);
  return t('when.short', { day: date.getDate(), month: t(`shortMonth.m${date.getMonth() as Month}`) });
}

/** "14:05": the prison's day has 24 hours in every language. */
function formatTime(at: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Whole calendar days from `at` to `now`, by the device's own midnight; negative for the future. */
function daysBetween(at: number, now: number): number {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  // A day with a change to summer time has 23 or 25 hours.
  return Math.round((midnight(now) - midnight(at)) / 86_400_000);
}
