/**
 * Fair back-off after wrong PINs: a cellmate's guesses slow this person down for minutes, never lock them out for
 * good, and never touch anyone else (domain.md section 4, NSW complaint; security.md 5 J137).
 */
const WAITS_IN_SECONDS = [0, 0, 2, 10, 30, 60, 300, 900] as const;

/** How long to wait, in milliseconds, before another try after `failures` wrong PINs in a row (0 or more). */
export function waitAfterFailures(failures: number): number {
  const at = Math.min(Math.max(0, failures - 1), WAITS_IN_SECONDS.length - 1);
  return failures <= 0 ? 0 : (WAITS_IN_SECONDS[at] ?? 0) * 1000;
}

/**
 * What is left of the wait. `ranFor` is milliseconds on a monotonic clock since this process learned of the last
 * failure: neither the wall clock nor switching the tablet off shortens the wait; after a restart it begins again.
 */
export function waitLeft(failures: number, ranFor: number): number {
  return Math.max(0, waitAfterFailures(failures) - Math.max(0, ranFor));
}
