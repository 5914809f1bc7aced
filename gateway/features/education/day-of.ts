/** The day at this time (milliseconds since 1970) by the calendar of the gateway's machine, `YYYY-MM-DD`. */
export function dayOf(now: number): string {
  const at = new Date(now);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
