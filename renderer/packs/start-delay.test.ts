import { expect, it } from 'vitest';
import { nextStartDelay, START_SPREAD } from './start-delay.ts';

it('MOVE-8 a thousand tablets that are told at once begin in no second more than an eighth of them', () => {
  // A fixed row of chances, evenly mixed: the golden ratio's multiples.
  const begins = Array.from({ length: 1000 }, (_, tablet) => nextStartDelay({ askedByHand: false, hasPacks: true, chance: (tablet * 0.618_033_988_75) % 1 }));
  const perSecond = Array.from({ length: START_SPREAD / 1000 }, (_, second) => begins.filter((at) => Math.floor(at / 1000) === second).length);
  expect(Math.max(...perSecond)).toBeLessThanOrEqual(125);
  expect(perSecond.reduce((sum, count) => sum + count, 0)).toBe(1000);
});

it('MOVE-8 whoever asks by hand, and a new tablet, waits for nothing', () => {
  expect(nextStartDelay({ askedByHand: true, hasPacks: true, chance: 0.99 })).toBe(0);
  expect(nextStartDelay({ askedByHand: false, hasPacks: false, chance: 0.99 })).toBe(0);
});
