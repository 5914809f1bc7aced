import { describe, expect, it } from 'vitest';
import { createTryLimiter } from './try-limiter.ts';

const limits = { windowMs: 60_000, perSource: 5, together: 8 };

describe('tries', () => {
  it('are five a minute from one source, and the wait is until the oldest is a minute old', () => {
    const tries = createTryLimiter(limits);
    for (let at = 0; at < 5; at += 1) expect(tries.take('a', at * 1000)).toBe(0);
    expect(tries.take('a', 10_000)).toBe(50_000);
    expect(tries.take('b', 10_000)).toBe(0);
    expect(tries.take('a', 60_001)).toBe(0);
  });

  it('are limited for all sources together', () => {
    const tries = createTryLimiter(limits);
    for (let source = 0; source < 8; source += 1) expect(tries.take(`s${String(source)}`, 0)).toBe(0);
    expect(tries.take('another', 1)).toBeGreaterThan(0);
  });

  it('do not count when they were right', () => {
    const tries = createTryLimiter(limits);
    for (let at = 0; at < 50; at += 1) {
      expect(tries.take('a', at)).toBe(0);
      tries.forgive('a');
    }
  });

  it('that are refused do not lengthen the wait', () => {
    const tries = createTryLimiter(limits);
    for (let at = 0; at < 5; at += 1) tries.take('a', 0);
    for (let at = 0; at < 100; at += 1) tries.take('a', 30_000);
    expect(tries.take('a', 60_000)).toBe(0);
  });
});
