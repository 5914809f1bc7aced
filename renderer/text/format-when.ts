import type { TFunction } from 'i18next';

/** The language with digits as they stand on keypads, receipts and phones here, also in Arabic. */
export function withLatinDigits(language: string): string {
  return `${language}-u-nu-latn`;
}

/**
 * When something was, as people say it: "today at 14:05", "yesterday at 09:10", "Tuesday 17 November at 14:05", with
 * the year where it is another one. Takes milliseconds; the time zone is the device's. A clock that is wrong makes
 * this wrong and nothing else (SPEC CLOCK-1).
 */
export function formatWhen(at: number, now: number, language: string, t: TFunction<'app'>): string {
  const locale = withLatinDigits(language);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at);
  const days = daysBetween(at, now);
  if (days === 0) return t('when.today', { time });
  if (days === 1) return t('when.yesterday', { time });
  return t('when.on', { date: formatDate(at, now, language), time });
}

/** A date in words: "Tuesday 17 November", with the year where it is not this one. */
export function formatDate(at: number, now: number, language: string): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const parts = { weekday: 'long', day: 'numeric', month: 'long', ...(sameYear ? {} : ({ year: 'numeric' } as const)) } as const;
  return new Intl.DateTimeFormat(withLatinDigits(language), parts).format(at);
}

/** Whole calendar days from `at` to `now`, by the device's own midnight; negative for the future. */
function daysBetween(at: number, now: number): number {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  // A day with a change to summer time has 23 or 25 hours.
  return Math.round((midnight(now) - midnight(at)) / 86_400_000);
}
