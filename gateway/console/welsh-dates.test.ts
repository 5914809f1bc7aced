import { describe, expect, it } from 'vitest';
import { welshAgo, welshDay, welshFull } from './welsh-dates.ts';

describe('dates in Welsh', () => {
  it('have Welsh months and days, whatever the browser knows', () => {
    const at = new Date(2026, 10, 22, 14, 5).getTime();
    expect(welshDay(at)).toBe('22 Tachwedd 2026');
    expect(welshFull(at)).toBe('Dydd Sul 22 Tachwedd 2026 am 14:05');
  });

  it.each([
    [20, 'nawr'],
    [120, '2 funud yn ôl'],
    [12 * 60, '12 munud yn ôl'],
    [5 * 3600, '5 awr yn ôl'],
    [86_400, 'ddoe'],
    [2 * 86_400, '2 ddiwrnod yn ôl'],
    [9 * 86_400, '9 diwrnod yn ôl'],
  ])('say %i seconds ago as “%s”', (seconds, words) => {
    expect(welshAgo(seconds)).toBe(words);
  });
});
