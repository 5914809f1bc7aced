import { describe, expect, it } from 'vitest';
import { addDays, chartDays, chartPieces, monthsBetween } from '#protocol/selfhelp/rules.ts';
import type { CheckIn } from '#protocol/selfhelp/check-in.ts';
import { countFilled, dayOf, isHardDay, weekTrend } from './rules.ts';

const TODAY = '2026-11-22';
const page = (daysAgo: number, mood: number, craving = 0, triggers: CheckIn['triggers'] = []): CheckIn => ({
  day: addDays(TODAY, -daysAgo), at: 0, mood, craving, sleep: null, triggers, responses: [], note: '',
});
const points = (pages: readonly CheckIn[]) => chartDays(pages, TODAY, 28);

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

it('offers help on a hard day', () => {
  expect(isHardDay({ mood: 2, craving: 0 })).toBe(true);
  expect(isHardDay({ mood: 5, craving: 8 })).toBe(true);
  expect(isHardDay({ mood: 3, craving: 7 })).toBe(false);
});

it('writes a day with all its digits, also in the year 70', () => {
  expect(dayOf({ year: 70, month: 1, date: 2 })).toBe('0070-01-02');
});

it('longer times are means of pieces, and pieces without a page are gaps', () => {
  const pieces = chartPieces([page(0, 5, 4), page(6, 3, 8), page(7, 1), page(40, 2)], TODAY, 4, 7);
  expect(pieces.map(({ day }) => day)).toEqual([-27, -20, -13, -6].map((days) => addDays(TODAY, days)));
  expect(pieces.map(({ mood, craving }) => [mood, craving])).toEqual([[undefined, undefined], [undefined, undefined], [1, 0], [4, 6]]);
});

it('months between two days, over the new year too', () => {
  expect(monthsBetween('2025-11-30', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsBetween('2026-02-01', '2026-01-31')).toEqual([]);
});
