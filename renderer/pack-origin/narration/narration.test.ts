import { expect, it } from 'vitest';
import { findWord } from './find-word.ts';
import { timedWords, wordAt } from './word-at.ts';

const PARTS = [
  { part: 'title', text: 'Two halves' },
  { part: '0', text: 'Half of 3/4 is easy' },
];
const TIMINGS = { format: 'throughline-timings/1', language: 'en', parts: [{ part: 'title', words: [0, 400] }, { part: '0', words: [1000, 1200, 1400, 2000, 2100] }], length: 3000 } as const;

it('the spoken word is the last one that has begun', () => {
  const words = timedWords(PARTS, TIMINGS);
  expect([0, 0.5, 1.3, 99].map((at) => wordAt(words, at)).map((word) => [word?.part, word?.from])).toEqual([['title', 0], ['title', 4], ['0', 5], ['0', 15]]);
  expect(wordAt([], 1)).toBeUndefined();
});

it('times of another text are left out, so that no wrong word lights up', () => {
  expect(timedWords([{ part: '0', text: 'Other words' }], TIMINGS)).toEqual([]);
});

it('a word is found across emphasis and a drawn fraction', () => {
  const line = document.createElement('p');
  const strong = document.createElement('strong');
  strong.textContent = 'Half';
  const fraction = document.createElement('span');
  fraction.className = 'player-fraction';
  fraction.setAttribute('aria-label', '3/4');
  fraction.textContent = '34';
  line.append(strong, ' of ', fraction, ' is easy');
  expect(findWord(line, 0, 4)?.toString()).toBe('Half');
  expect(findWord(line, 8, 11)?.toString()).toBe('34');
  expect(findWord(line, 12, 14)?.toString()).toBe('is');
});
