import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addPlayed, playedShare, type PlayedPart } from './played-parts.ts';

const stretches = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })));

it('counts every second once, in whatever order it was played', () => {
  fc.assert(
    fc.property(stretches, (all) => {
      const parts = all.reduce<readonly PlayedPart[]>(addPlayed, []);
      const seconds = new Set(all.flatMap(([from, to]) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)));
      expect(playedShare(parts, 100)).toBeCloseTo(seconds.size / 100);
      expect([...all].reverse().reduce<readonly PlayedPart[]>(addPlayed, [])).toEqual(parts);
    }),
  );
});

it('winding forward earns nothing', () => {
  expect(playedShare(addPlayed(addPlayed([], [0, 5]), [95, 100]), 100)).toBeCloseTo(0.1);
});
