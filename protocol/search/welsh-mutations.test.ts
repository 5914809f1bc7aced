import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandWelsh, mutateWelsh } from './welsh-mutations.ts';

/** Dictionary form, soft, nasal, aspirate (a dash where the sound has none), folded as the index has them. */
const TABLE = `
  cath     gath     nghath    chath
  cymru    gymru    nghymru   chymru
  pen      ben      mhen      phen
  plentyn  blentyn  mhlentyn  phlentyn
  ty       dy       nhy       thy
  tad      dad      nhad      thad
  gardd    ardd     ngardd    -
  gwlad    wlad     ngwlad    -
  glas     las      nglas     -
  bara     fara     mara      -
  brawd    frawd    mrawd     -
  dwr      ddwr     nwr       -
  dyn      ddyn     nyn       -
  mam      fam      -         -
  merch    ferch    -         -
  llyfr    lyfr     -         -
  llaw     law      -         -
  rhan     ran      -         -
  rhaglen  raglen   -         -
`.trim().split('\n').map((line) => line.trim().split(/\s+/).filter((form) => form !== '-'));

test.each(TABLE.filter(([radical = '']) => radical.length >= 3))('%s has these mutations, and each of them finds all the others', (...forms) => {
  const [radical = ''] = forms;
  expect(mutateWelsh(radical)).toEqual(expect.arrayContaining(forms));
  for (const form of forms.filter((one) => one.length >= 3)) expect(expandWelsh(form)).toEqual(expect.arrayContaining(forms));
});

test('an h before a vowel comes and goes: oed, hoed', () => {
  expect(expandWelsh('oed')).toContain('hoed');
  expect(expandWelsh('hoed')).toContain('oed');
});

test.each([['chwarae', 'ghwarae'], ['ffordd', 'bfordd'], ['ddoe', 'tdoe'], ['llan', 'gllan'], ['thema', 'dhema']])('the first letters of %s are one letter, so it is never taken for %s', (word, never) => {
  expect(expandWelsh(word)).not.toContain(never);
});

/** Made-up words that could be Welsh: a first sound of the language, a vowel, and some letters. */
const onset = fc.constantFrom(...'c cl cr p pl pr t tr g gl gr gw b bl br d dr m ll rh s n h ff ch th'.split(' '), '');
const vowel = fc.constantFrom(...'aeiouwy');
const tail = fc.string({ unit: fc.constantFrom(...'abcdefghilmnoprstuwy'), minLength: 1, maxLength: 8 });
const welshWord = fc.tuple(onset, vowel, tail).map((parts) => parts.join(''));

test('a word finds itself first, and each of its mutations finds it, whatever the word', () => {
  fc.assert(fc.property(welshWord, (word) => {
    expect(expandWelsh(word)[0]).toBe(word);
    for (const form of mutateWelsh(word).filter((one) => one.length >= 3)) expect(expandWelsh(form)).toContain(word);
  }), { numRuns: 3000 });
});

test('a search stays small: no word has more than two dozen forms', () => {
  fc.assert(fc.property(welshWord, (word) => {
    expect(expandWelsh(word).length).toBeLessThanOrEqual(24);
  }));
});
