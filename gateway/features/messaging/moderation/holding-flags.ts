import type { Flag, FlagCode } from '../../../screening/flag.ts';

/** Flags that only tell safer custody and never hold (gateway/screening/flag.ts says why). */
export const ALERT_FLAGS: readonly FlagCode[] = ['self-harm'];

/** Whether these flags count when a policy holds flagged messages: hints and alerts for safer custody do not. */
export function hasHoldingFlag(flags: readonly Flag[]): boolean {
  return flags.some((flag) => flag.hint !== true && !ALERT_FLAGS.includes(flag.code));
}

/** Whether safer custody should see this message. */
export function raisesAlert(flags: readonly Flag[]): boolean {
  return flags.some((flag) => ALERT_FLAGS.includes(flag.code));
}
