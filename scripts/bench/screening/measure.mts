import { hasHoldingFlag, raisesAlert } from '../../../gateway/features/messaging/moderation/holding-flags.ts';
import { screenBody } from '../../../gateway/screening/screen-body.ts';
import type { Evasion } from './evasion.mts';

/** The hidden messages that get by: no flag of their kind that holds, or for self-harm no alert for safer custody. */
export function missedEvasions(evasions: readonly Evasion[]): readonly Evasion[] {
  return evasions.filter(([code, , text]) => {
    const flags = screenBody(text, null).filter((flag) => flag.code === code);
    return !(code === 'self-harm' ? raisesAlert(flags) : hasHoldingFlag(flags));
  });
}

/** The ordinary letters that a policy which holds flagged messages would hold. */
export function heldLetters(letters: readonly string[]): readonly string[] {
  return letters.filter((letter) => hasHoldingFlag(screenBody(letter, null)));
}
