import { describe, expect, it } from 'vitest';
import { addDays } from '#protocol/selfhelp/rules.ts';
import type { CheckIn } from '#protocol/selfhelp/schema.ts';
import { countFilled, dayOf, isHardDay, lookBack, mostOften, weekTrend } from './rules.ts';

const TODAY = '2026-11-22';
const page = (daysAgo: number, mood: number, craving = 0, triggers: CheckIn['triggers'] = []): CheckIn => ({
  day: addDays(TODAY, -daysAgo), at: 0, mood, craving, sleep: null, triggers, responses: [], note: '',
});
const points = (pages: readonly CheckIn[]) => lookBack(pages, TODAY, 28).points;

describe('what two weeks say', () => {
  it('says nothing where there are too few days', () => {
    expect(weekTrend(points([page(0, 5), page(1, 5), page(8, 1)]), 'mood')).toBeUndefined();
  });

  it('tells better and worse, and calls a small difference the same', () => {
    const weeks = (last: number, before: number) => points([0, 1, 2].flatMap((day) => [page(day, last), page(day + 7, before)]));
    expect(weekTrend(weeks(4, 2), 'mood')).toBe('up');
    expect(weekTrend(weeks(2, 4), 'mood')).toBe('down');
    expect(weekTrend(weeks(3, 3), 'mood')).toBe('same');
  });
});

it('a day without a page is a gap, never a zero', () => {
  const days = points([page(0, 3, 4)]);
  expect(days).toHaveLength(28);
  expect(days.at(-1)).toMatchObject({ day: TODAY, mood: 3, craving: 4 });
  expect(days.at(-2)?.craving).toBeUndefined();
  expect(countFilled(days)).toBe(1);
});

it('names what set it off most only when it is clear', () => {
  expect(mostOften([page(0, 3, 0, ['bored']), page(1, 3, 0, ['bored'])])).toBeUndefined();
  expect(mostOften([0, 1, 2].map((day) => page(day, 3, 0, ['bored'])))).toBe('bored');
  expect(mostOften([0, 1, 2].map((day) => page(day, 3, 0, ['bored', 'alone'])))).toBeUndefined();
  expect(mostOften([0, 1, 2].map((day) => page(day, 3, 0, ['nothing'])))).toBeUndefined();
});

it('offers help on a hard day', () => {
  expect(isHardDay({ mood: 2, craving: 0 })).toBe(true);
  expect(isHardDay({ mood: 5, craving: 8 })).toBe(true);
  expect(isHardDay({ mood: 3, craving: 7 })).toBe(false);
});

it('writes a day with all its digits, also in the year 70', () => {
  expect(dayOf({ year: 70, month: 1, date: 2 })).toBe('0070-01-02');
});
