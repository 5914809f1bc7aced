import { expect, it } from 'vitest';
import { formatDay, formatWhen } from './format-date.ts';

const noon = new Date(2026, 10, 28, 12, 0).getTime();
const earlier = new Date(2026, 10, 22, 14, 5).getTime();

it('a day is said in British order, in Welsh also where the browser knows none, and in Arabic with European digits', () => {
  expect(formatDay('2026-11-28', 'en')).toBe('28 November 2026');
  expect(formatDay('2026-02-01', 'cy')).toBe('1 Chwefror 2026');
  expect(formatDay('2026-11-28', 'ar')).toBe('28 نوفمبر 2026');
});

it('a time of today is the clock alone, one before says its day', () => {
  expect(formatWhen(new Date(2026, 10, 28, 9, 5).getTime(), noon, 'cy')).toBe('09:05');
  expect(formatWhen(earlier, noon, 'cy')).toBe('22 Tach, 14:05');
  expect(formatWhen(earlier, noon, 'en')).toBe('22 Nov, 14:05');
});
