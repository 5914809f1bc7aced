import { expect, test } from 'vitest';
import { estimateMinutesLeft } from './estimate-left.ts';

const fetching = (done: number, total: number, took: number) => ({ state: 'fetching' as const, done, total, startedAt: 1000, now: 1000 + took });

test('how long a course may still take is said in whole minutes, and not at all while it would be a guess', () => {
  expect(estimateMinutesLeft(fetching(0, 100, 60_000))).toBeUndefined();
  expect(estimateMinutesLeft(fetching(1, 100, 10))).toBeUndefined();
  expect(estimateMinutesLeft(fetching(50, 100, 30_000))).toBe(0);
  expect(estimateMinutesLeft(fetching(10, 100, 60_000))).toBe(9);
  expect(estimateMinutesLeft(fetching(10, 100, 61_000))).toBe(10);
});
