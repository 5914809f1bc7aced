import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexTerms, parseQuery, queryForms } from './search-rules.ts';
import { splitWords } from './split-words.ts';

/** Whether a typed word would hit a written one, as an index does it: equal, or a beginning where beginnings count. */
function finds(typed: string, written: string, language: string): boolean {
  const terms = indexTerms(written, language);
  return queryForms(typed, language, false).some(({ term, prefix }) => terms.some((one) => one === term || (prefix && one.startsWith(term))));
}

test.each([
  ['pl', 'slon', 'słoń'],
  ['pl', 'lodz', 'Łódź'],
  ['pl', 'zolw', 'żółw'],
  ['pl', 'szkołami', 'szkoła'],
  ['pl', 'nauczycielowi', 'nauczyciel'],
  ['ar', 'كتاب', 'الكِتَابُ'],
  ['ar', 'كتاب', 'وبالكتاب'],
  ['ar', 'والكتاب', 'كتاب'],
  ['ar', 'للكتاب', 'الكتاب'],
  ['ar', 'مدرسه', 'مدرسة'],
  ['ar', 'الى', 'إلى'],
  ['ur', 'كتاب', 'کتاب'],
  ['fa', 'علی', 'علي'],
  ['cy', 'cath', 'nghath'],
  ['cy', 'cath', 'chath'],
  ['cy', 'Cymru', 'Nghymru'],
  ['cy', 'dwr', 'dŵr'],
  ['cy', 'dŵr', 'ddŵr'],
  ['en', 'fraction', 'Fractions'],
  ['en', 'dont', 'don’t'],
  ['uk', 'пять', 'п’ять'],
  ['ro', 'stiinta', 'știință'],
])('%s: who types %s finds %s', (language, typed, written) => {
  expect(finds(typed, written, language)).toBe(true);
});

test('what was typed letter for letter weighs more than its plain form, and that more than a form the language gives', () => {
  const boosts = queryForms('dŵr', 'cy', false).map(({ term, boost }) => [term, boost]);
  expect(boosts.slice(0, 2)).toEqual([['dŵr', 3], ['dwr', 2]]);
  expect(boosts).toContainEqual(['ddwr', 1]);
});

test('a word finds itself in every language, whatever it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('en', 'cy', 'pl', 'ar', 'ur', 'uk'), (text, language) => {
    for (const { word } of splitWords(text, language)) {
      if (queryForms(word, language, false).length > 0) expect(finds(word, word, language)).toBe(true);
    }
  }), { numRuns: 1000 });
});

test('Welsh words that meet at an apostrophe are two words, English ones are one', () => {
  expect(splitWords("mae'r gath", 'cy').map(({ word }) => word)).toEqual(['mae', 'r', 'gath']);
  expect(splitWords("don't go", 'en').map(({ word }) => word)).toEqual(["don't", 'go']);
});

test('only the word that is being typed is looked for as a beginning when it is short', () => {
  expect(parseQuery('go to', 'en').map(([form]) => form?.prefix)).toEqual([false, true]);
  expect(parseQuery('go to ', 'en').map(([form]) => form?.prefix)).toEqual([false, false]);
  expect(parseQuery(' ?! ', 'en')).toEqual([]);
});
