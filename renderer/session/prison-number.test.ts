import { expect, it } from 'vitest';
import { nextSign, shapePrisonNumber } from './prison-number.ts';

it('takes a prison number however it is typed', () => {
  expect(shapePrisonNumber('a1234bc')).toBe('A1234BC');
  expect(shapePrisonNumber(' A 1234-BC ')).toBe('A1234BC');
  expect(shapePrisonNumber('A1234BCXYZ')).toBe('A1234BC');
});

it('leaves out what cannot stand where it is typed', () => {
  expect(shapePrisonNumber('12')).toBe('');
  expect(shapePrisonNumber('AB12')).toBe('A12');
  expect(shapePrisonNumber('١٢٣٤')).toBe('');
});

it('says what must come next', () => {
  expect(['', 'A', 'A1234', 'A1234BC'].map(nextSign)).toEqual(['letter', 'digit', 'letter', 'done']);
});
