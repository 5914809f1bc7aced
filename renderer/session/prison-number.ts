/** What stands at each place of an HMPPS prison number: a letter, four digits, two letters. */
const SHAPE = ['letter', 'digit', 'digit', 'digit', 'digit', 'letter', 'letter'] as const;
const FITS = { letter: /[A-Z]/, digit: /[0-9]/ } as const;

export const PRISON_NUMBER_LENGTH = SHAPE.length;

/** Tidies what is typed: capitals, no spaces, and only signs that can stand at their place. */
export function shapePrisonNumber(typed: string): string {
  let shaped = '';
  for (const sign of typed.toUpperCase()) {
    const wanted = SHAPE[shaped.length];
    if (wanted !== undefined && FITS[wanted].test(sign)) shaped += sign;
  }
  return shaped;
}

/** What must come next: a letter, a digit, or nothing any more. */
export function nextSign(number: string): 'letter' | 'digit' | 'done' {
  return SHAPE[number.length] ?? 'done';
}
