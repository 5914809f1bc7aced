/** How far the gateway's clock may run ahead of the workstation's before "now" counts as the past there: one minute. */
const CLOCK_SLACK = 60_000;

/** Today by the workstation's clock, as a date field has it: `2026-11-22`. */
export function today(): string {
  const now = new Date();
  return [String(now.getFullYear()), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
}

/** When a day of a date field begins, in milliseconds since 1970; today's is in a minute. NaN when it is no date. */
export function dayStart(day: string): number {
  return day === today() ? Date.now() + CLOCK_SLACK : new Date(`${day}T00:00:00`).getTime();
}

/** The last millisecond of a day of a date field; NaN when it is no date. */
export function dayEnd(day: string): number {
  return new Date(`${day}T23:59:59.999`).getTime();
}
