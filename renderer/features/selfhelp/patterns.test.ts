import { describe, expect, it } from 'vitest';
import type { CheckIn } from '#protocol/selfhelp/check-in.ts';
import { addDays } from '#protocol/selfhelp/rules.ts';
import { ENOUGH_PAGES, findPatterns, weekdayOf } from './patterns.ts';

const LAST = '2026-11-22';
const SUNDAY = 0;

/** A generator with a seed (mulberry32), so that a failure can be run again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pages(count: number, fill: (day: string, index: number) => Partial<CheckIn>): readonly CheckIn[] {
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(LAST, -index);
    return { day, at: index, mood: 3, craving: 3, sleep: null, triggers: [], responses: [], note: '', ...fill(day, index) };
  });
}

describe('patterns in words', () => {
  it('are not looked for in too few pages, however clear they seem', () => {
    expect(findPatterns(pages(ENOUGH_PAGES - 1, (day) => ({ craving: weekdayOf(day) === SUNDAY ? 10 : 0 })))).toBeUndefined();
  });

  it('find the weekday and the cause that stand out, with their numbers', () => {
    const chance = seeded(1);
    const found = findPatterns(pages(84, (day) => {
      const sunday = weekdayOf(day) === SUNDAY;
      return { craving: Math.min(10, Math.floor(chance() * 4) + (sunday ? 5 : 0)), triggers: sunday ? ['phone-call'] : ['bored'] };
    }));
    expect(found?.weekday).toMatchObject({ weekday: SUNDAY, count: 12 });
    expect(found!.weekday!.mean).toBeGreaterThan(found!.weekday!.others + 3);
    expect(found?.trigger).toMatchObject({ trigger: 'phone-call', count: 12 });
  });

  it('say nothing about a difference too small to notice, or of too few days', () => {
    expect(findPatterns(pages(84, (day) => ({ craving: weekdayOf(day) === SUNDAY ? 4 : 3 })))?.weekday).toBeUndefined();
    expect(findPatterns(pages(60, (_day, index) => (index < 3 ? { craving: 10, triggers: ['debt'] } : {})))?.trigger).toBeUndefined();
  });

  it('name a part of the day only when it is most of the answers and clearly more than chance', () => {
    const parts = ['evening', 'evening', 'night', 'evening'] as const;
    expect(findPatterns(pages(40, (_day, index) => ({ strongest: parts[index % 4]! })))?.dayPart).toEqual({ part: 'evening', count: 30, of: 40 });
    const even = ['morning', 'afternoon', 'evening', 'night'] as const;
    expect(findPatterns(pages(40, (_day, index) => ({ strongest: even[index % 4]! })))?.dayPart).toBeUndefined();
    expect(findPatterns(pages(40, (_day, index) => (index < 8 ? { strongest: 'evening' } : {})))?.dayPart).toBeUndefined();
  });

  it('count what helped, and leave out what was tried too seldom or helped less than half the time', () => {
    const found = findPatterns(pages(30, (_day, index) => {
      if (index < 6) return { responses: ['exercised'], helped: 'yes' };
      if (index < 12) return { responses: ['music'], helped: 'no' };
      return index < 15 ? { responses: ['prayed'], helped: 'yes' } : {};
    }));
    expect(found?.helped).toEqual([{ response: 'exercised', count: 6, of: 6 }]);
  });

  it('are hardly ever found in noise: fewer than one diary in thirty of 600 without any pattern', () => {
    const names = ['argument', 'phone-call', 'debt', 'bored', 'alone', 'angry', 'worried', 'pain', 'tired'] as const;
    let wrong = 0;
    for (let seed = 1; seed <= 600; seed += 1) {
      const chance = seeded(seed);
      const found = findPatterns(pages(seed % 2 === 0 ? 84 : 30, () => ({
        craving: Math.floor(chance() * 11),
        triggers: names.filter(() => chance() < 0.25),
        strongest: (['morning', 'afternoon', 'evening', 'night'] as const)[Math.floor(chance() * 4)]!,
      })));
      if (found?.weekday !== undefined || found?.trigger !== undefined || found?.dayPart !== undefined) wrong += 1;
    }
    expect(wrong / 600).toBeLessThan(1 / 30);
  });
});
