import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextExchangeAfter } from './next-exchange-after.ts';

const MINUTE = 60_000;

test('STORM-1 nobody is called sooner than in ten seconds, nor later than two longest windows', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat({ max: 2_000_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (slot, now, load) => {
      const wait = nextExchangeAfter({ slot, now, load });
      expect(wait).toBeGreaterThanOrEqual(10_000);
      expect(wait).toBeLessThanOrEqual(16 * MINUTE);
      expect(Number.isInteger(wait)).toBe(true);
    }),
  );
});

test('STORM-1 a thousand tablets that ask at one moment are spread over the minute', () => {
  const perSecond = new Map<number, number>();
  for (let tablet = 0; tablet < 1_000; tablet += 1) {
    const second = Math.floor(nextExchangeAfter({ slot: tablet / 1_000, now: 7 * MINUTE + 5, load: 0 }) / 1_000);
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
  }
  expect(Math.max(...perSecond.values())).toBeLessThan(25);
});

test('STORM-1 a busy gateway asks its tablets to come seldomer', () => {
  const average = (load: number) => Array.from({ length: 100 }, (_, slot) => nextExchangeAfter({ slot: slot / 100, now: 0, load })).reduce((sum, wait) => sum + wait, 0) / 100;
  expect(average(0.9)).toBeGreaterThan(2 * average(0));
  expect(average(1)).toBeGreaterThan(3 * average(0.9) / 2);
});
