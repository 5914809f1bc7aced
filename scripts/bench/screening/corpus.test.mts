import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../gateway/screening/detect-language.ts';
import { evasions, lettersByLanguage, ordinaryLetters } from './corpus.mts';
import { heldLetters, missedEvasions } from './measure.mts';

const PARTS = ['seen', 'kept'] as const;

describe('the corpus of the screening (issue 4)', () => {
  it('has at least two hundred tricks in eight languages and five hundred letters, no two alike, a third of each kept back', () => {
    const tricks = PARTS.flatMap((part) => evasions(part).map(([, , text]) => text));
    const letters = PARTS.flatMap((part) => ordinaryLetters(part));
    expect([tricks.length >= 200, new Set(tricks).size]).toEqual([true, tricks.length]);
    expect([letters.length >= 500, new Set(letters).size]).toEqual([true, letters.length]);
    expect(evasions('kept').length / tricks.length).toBeGreaterThanOrEqual(1 / 3);
    expect(ordinaryLetters('kept').length / letters.length).toBeGreaterThanOrEqual(1 / 3);
  });

  it.each(PARTS)('at least 95 of 100 hidden messages are caught (%s)', (part) => {
    const all = evasions(part);
    expect(missedEvasions(all).length / all.length).toBeLessThanOrEqual(0.05);
  });

  it.each(PARTS)('at most 3 of 100 ordinary letters are held (%s)', (part) => {
    const all = ordinaryLetters(part);
    expect(heldLetters(all).length / all.length).toBeLessThanOrEqual(0.03);
  });

  it('at most 3 of 100 are held with those counted in that were written to come near', () => {
    const all = [...ordinaryLetters('seen'), ...ordinaryLetters('kept'), ...ordinaryLetters('near')];
    expect(heldLetters(all).length / all.length).toBeLessThanOrEqual(0.03);
  });

  it.each(PARTS)('no letter is taken for another language, and of 100 at least 95 are told (%s)', (part) => {
    const told = lettersByLanguage(part).flatMap(({ language, letters }) => letters.map((letter) => ({ language, as: detectLanguage(letter) })));
    expect(told.filter(({ language, as }) => as !== null && as !== language)).toEqual([]);
    expect(told.filter(({ as }) => as !== null).length / told.length).toBeGreaterThanOrEqual(0.95);
  });
});
