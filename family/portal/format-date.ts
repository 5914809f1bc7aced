/** Many browsers bring no Welsh names of months and would silently say the date in English. */
const WELSH_MONTHS = ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'] as const;
const WELSH_SHORT_MONTHS = ['Ion', 'Chwef', 'Maw', 'Ebr', 'Mai', 'Meh', 'Gorff', 'Awst', 'Medi', 'Hyd', 'Tach', 'Rhag'] as const;

/** British order for English; Arabic words with European digits: the numbers of messages beside them have those too. */
const BROWSERS_OWN: Readonly<Record<string, string>> = { ar: 'ar-u-nu-latn' };

/** `14:05` where `at` is on the day of `now`, `22 Nov, 14:05` where it is not. Both in milliseconds, by the device's clock. */
export function formatWhen(at: number, now: number, language: string): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date(now).toDateString();
  if (language === 'cy') {
    const clock = `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
    return isToday ? clock : `${String(date.getDate())} ${WELSH_SHORT_MONTHS[date.getMonth()] ?? ''}, ${clock}`;
  }
  const form: Intl.DateTimeFormatOptions = isToday ? { timeStyle: 'short' } : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };
  return new Intl.DateTimeFormat(BROWSERS_OWN[language] ?? 'en-GB', form).format(at);
}

/** `28 November 2026`. Takes a day as `YYYY-MM-DD`, which is the same day everywhere. */
export function formatDay(day: string, language: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (language === 'cy') return `${String(date.getUTCDate())} ${WELSH_MONTHS[date.getUTCMonth()] ?? ''} ${String(date.getUTCFullYear())}`;
  return new Intl.DateTimeFormat(BROWSERS_OWN[language] ?? 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
