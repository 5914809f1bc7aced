/** Dates of this century and the last, and times of day: full of digits and no telephone numbers. */
const DATE = /(?<![\d./-])(?:(\d{1,2})([./-])(\d{1,2})\2(?:(?:19|20)\d{2}|\d{2})|\d{4}([./-])\d{1,2}\4\d{1,2})(?![./-]?\d)/gu;
const TIME = /(?<![\d:.])(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d:.]|\d)/gu;

/** The text with letters in the place of dates, as long as before. */
export function withoutDates(text: string): string {
  return text.replaceAll(DATE, (date: string, day?: string, _sign?: string, month?: string) =>
    day === undefined || (Number(day) <= 31 && Number(month) <= 12) ? 'x'.repeat(date.length) : date,
  );
}

/** The text with letters in the place of times of day, as long as before. */
export function withoutTimes(text: string): string {
  return text.replaceAll(TIME, (time: string) => 'x'.repeat(time.length));
}
