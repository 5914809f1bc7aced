/** Today by the tablet's own calendar, `YYYY-MM-DD`. */
export function localToday(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The first moment of this week by the tablet's own calendar, Monday to Sunday, milliseconds. */
export function localWeekStart(now: number): number {
  const day = new Date(now);
  const sinceMonday = (day.getDay() + 6) % 7;
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - sinceMonday).getTime();
}
