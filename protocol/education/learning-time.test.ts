import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secondsLearned } from './learning-time.ts';
import type { ProgressEvent } from './schema.ts';

const worked = (eventId: string, at: number, seconds?: number) => ({ eventId, at, data: seconds === undefined ? {} : { seconds } }) as unknown as ProgressEvent;

test('time is a sum, and what came twice or says no time adds nothing', () => {
  expect(secondsLearned([worked('a', 100_000, 40), worked('a', 100_000, 40), worked('b', 200_000, 20), worked('c', 210_000)], 0, 300_000)).toBe(60);
});

test('work that went on over the beginning of the week counts for what lies inside it', () => {
  expect(secondsLearned([worked('a', 99_000, 30), worked('b', 110_000, 30)], 100_000, 300_000)).toBe(10);
});

test('nothing of the next week counts', () => {
  expect(secondsLearned([worked('a', 300_000, 30)], 0, 300_000)).toBe(0);
});

test('two weeks next to each other never count more than was worked, in any order', () => {
  const events = fc.array(fc.record({ at: fc.nat(1_000_000), seconds: fc.nat(300) }), { maxLength: 20 }).map((all) => all.map(({ at, seconds }, index) => worked(String(index), at, seconds)));
  fc.assert(
    fc.property(events, fc.integer({ min: 1, max: 1_000_000 }), (all, middle) => {
      const both = secondsLearned(all, 0, middle) + secondsLearned(all.toReversed(), middle, 1_000_001);
      expect(both).toBeLessThanOrEqual(all.reduce((sum, { data }) => sum + (data.seconds ?? 0), 0));
    }),
  );
});
