/** Three minutes without a touch cover the screen, ten end the session (security.md 5.J140). */
export const LOCK_AFTER = 3 * 60_000;
export const SIGN_OUT_AFTER = 10 * 60_000;

/**
 * What idle time asks for. Takes milliseconds since the last touch by a clock that never jumps and by the wall clock.
 * The first may stop while the tablet sleeps, so the second may lock; but a wall clock can jump by years, so it
 * never ends a session (SPEC CLOCK-2).
 */
export function nextIdleStep(idle: { readonly monotonic: number; readonly wall: number }): 'nothing' | 'lock' | 'sign-out' {
  if (idle.monotonic >= SIGN_OUT_AFTER) return 'sign-out';
  return idle.monotonic >= LOCK_AFTER || idle.wall >= LOCK_AFTER ? 'lock' : 'nothing';
}
