import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenBucket } from './token-bucket.ts';

describe('createTokenBucket', () => {
  it('lets a burst through, then one for each part of a second', () => {
    let now = 0;
    const bucket = createTokenBucket({ burst: 3, perSecond: 2 }, () => now);
    expect([1, 2, 3, 4].map(() => bucket.take())).toEqual([true, true, true, false]);
    now = 500;
    expect([1, 2].map(() => bucket.take())).toEqual([true, false]);
  });

  it('never lets more through than burst and rate allow, however the calls fall', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 }), (gaps) => {
        let now = 0;
        const bucket = createTokenBucket({ burst: 5, perSecond: 10 }, () => now);
        let taken = 0;
        for (const gap of gaps) {
          now += gap;
          if (bucket.take()) taken += 1;
        }
        expect(taken).toBeLessThanOrEqual(5 + (now / 1000) * 10);
      }),
    );
  });

  it('gives nothing for a clock that goes back', () => {
    let now = 10_000;
    const bucket = createTokenBucket({ burst: 1, perSecond: 1 }, () => now);
    expect(bucket.take()).toBe(true);
    now = 0;
    expect(bucket.take()).toBe(false);
  });
});
