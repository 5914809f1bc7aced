import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { packMemoryLimit, watchPackMemory } from './pack-memory.ts';

const GIB = 1024 * 1024 * 1024;

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

test('a pack whose process has too much is told of once, within a second', () => {
  let bytes = 10;
  const said: string[] = [];
  watchPackMemory(() => bytes, 100, () => said.push('too much'));
  vi.advanceTimersByTime(5000);
  expect(said).toEqual([]);
  bytes = 101;
  vi.advanceTimersByTime(1000);
  expect(said).toEqual(['too much']);
  vi.advanceTimersByTime(5000);
  expect(said).toEqual(['too much']);
});

test('a pack that was closed, or whose process is gone, is not looked at', () => {
  const said: string[] = [];
  const stop = watchPackMemory(() => 101, 100, () => said.push('too much'));
  stop();
  watchPackMemory(() => undefined, 100, () => said.push('too much'));
  vi.advanceTimersByTime(5000);
  expect(said).toEqual([]);
});

test('a small tablet leaves two thirds to the rest of itself', () => {
  expect([packMemoryLimit(8 * GIB), packMemoryLimit(1.5 * GIB)]).toEqual([GIB, GIB / 2]);
});
