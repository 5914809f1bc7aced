import { describe, expect, it } from 'vitest';
import { addOwnWords, areasInUse, compareMaps, EMPTY_MAP, hardestArea, itemsOf, pickCards, removeOwnWords, toggleLink } from './map-rules.ts';
import { drawLinks } from './map-shape.ts';

const filled = addOwnWords(pickCards(EMPTY_MAP, 'body', ['pain', 'tired']), 'body', ' my back ');

describe('making a map', () => {
  it('picking cards anew keeps the person’s own words, and the other areas', () => {
    const other = pickCards(filled, 'thoughts', ['no-point']);
    expect(itemsOf(pickCards(other, 'body', ['craving']), 'body').map(({ card, words }) => card ?? words)).toEqual(['my back', 'craving']);
    expect(itemsOf(pickCards(other, 'body', []), 'thoughts')).toHaveLength(1);
  });

  it('own words are added once and without stray spaces, and can be taken away', () => {
    expect(addOwnWords(filled, 'body', 'my back')).toBe(filled);
    expect(addOwnWords(filled, 'body', '   ')).toBe(filled);
    expect(itemsOf(removeOwnWords(filled, 'body', 'my back'), 'body')).toHaveLength(2);
  });

  it('a line is drawn, rubbed out by the same two touches, and never goes back to where it began', () => {
    const linked = toggleLink(filled, 'body', 'thoughts');
    expect(linked.links).toEqual([{ from: 'body', to: 'thoughts' }]);
    expect(toggleLink(linked, 'body', 'thoughts').links).toEqual([]);
    expect(toggleLink(linked, 'thoughts', 'body').links).toHaveLength(2);
    expect(toggleLink(linked, 'body', 'body')).toBe(linked);
  });

  it('lines there and back bend to different sides', () => {
    const [there, back] = drawLinks([{ from: 'body', to: 'thoughts' }, { from: 'thoughts', to: 'body' }]);
    expect(there?.path).not.toBe(back?.path);
    expect(there?.tip).not.toBe(back?.tip);
  });

  it('names the hardest area only where there is one', () => {
    expect(hardestArea(filled)).toBeUndefined();
    expect(hardestArea({ ...filled, hard: { body: 6, thoughts: 6 } })).toBeUndefined();
    expect(hardestArea({ ...filled, hard: { body: 6, thoughts: 7 } })).toBe('thoughts');
    expect(hardestArea({ ...filled, hard: { body: 0 } })).toBeUndefined();
    expect(areasInUse({ ...filled, hard: { lifestyle: 0 } })).toEqual(['body', 'lifestyle']);
  });
});

it('two versions are compared area by area: ratings, what is new, what is gone', () => {
  const before = { ...filled, hard: { body: 8 } };
  const after = { ...addOwnWords(pickCards(before, 'body', ['pain']), 'lifestyle', 'no phone'), hard: { body: 5 } };
  expect(compareMaps(before, after)).toEqual([
    { area: 'body', before: 8, after: 5, added: [], gone: [{ area: 'body', card: 'tired', words: '' }] },
    { area: 'lifestyle', before: undefined, after: undefined, added: [{ area: 'lifestyle', card: null, words: 'no phone' }], gone: [] },
  ]);
  expect(compareMaps(after, after)).toEqual([]);
});
