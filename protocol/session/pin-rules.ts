import { fail, ok, type Result } from '../result.ts';

/** Six digits at least, eight recommended; an all-digit PIN because the sign-in pad has digits (security.md 6.3). */
export const PIN_MIN_DIGITS = 6;
export const PIN_MAX_DIGITS = 12;

/** Why a PIN is not good enough. Each has its own plain sentence on the screen. */
export type PinFault = { readonly code: 'not-digits' | 'too-short' | 'too-long' | 'repeated' | 'in-order' | 'from-prison-number' | 'too-common' };

/** PINs people try first, beyond repeats and runs, of which nobody should be a victim (security.md 6.3). */
const COMMON = new Set(['121212', '112233', '159753', '147258', '258456', '159357', '142536', '102030', '131313', '696969', '101010', '789456', '456123', '123321', '654123', '112358', '246810', '135790']);

/**
 * Judges a PIN the person chose. Takes the PIN and their prison number; returns the PIN or the first fault.
 * There is never a default PIN and nobody but the person ever knows it (security.md 1.5, the JPay reset of 2018).
 */
export function checkPin(pin: string, prisonerNumber: string): Result<string, PinFault> {
  if (!/^\d*$/.test(pin)) return fail({ code: 'not-digits' });
  if (pin.length < PIN_MIN_DIGITS) return fail({ code: 'too-short' });
  if (pin.length > PIN_MAX_DIGITS) return fail({ code: 'too-long' });
  if (new Set(pin).size <= 2) return fail({ code: 'repeated' });
  if (isRun(pin)) return fail({ code: 'in-order' });
  const digits = prisonerNumber.replace(/\D/g, '');
  if (digits.length >= 4 && (pin.includes(digits) || pin.includes([...digits].reverse().join('')))) return fail({ code: 'from-prison-number' });
  if (COMMON.has(pin)) return fail({ code: 'too-common' });
  return ok(pin);
}

/** True when every step between neighbours is the same +1 or -1, with 9 followed by 0. */
function isRun(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}
