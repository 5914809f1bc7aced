import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInHistory, makeCursor, readCursor, WHOLE_COMMIT, type History, type Position } from './cursor.ts';

const secret = new Uint8Array(32).fill(3);
const number = fc.nat({ max: 1_000_000 });
const position = fc.record({ boot: fc.stringMatching(/^[0-9a-f]{1,32}$/), commit: number, ordinal: number, horizon: number, seen: number, stream: fc.constantFrom('tablet:1', 'person:2', 'mark') });

test('PULL-1 every position comes back from its cursor as it went in, within the length the protocol allows', () => {
  fc.assert(
    fc.property(position, (place) => {
      const cursor = makeCursor(secret, place);
      expect(readCursor(secret, cursor, place.stream)).toEqual(place);
      expect(cursor.length).toBeLessThanOrEqual(400);
    }),
  );
});

test('PULL-5 a cursor with any one character changed, of another stream or another secret, is not read', () => {
  fc.assert(
    fc.property(position, fc.nat(), fc.constantFrom('A', 'b', '-', '.', '0'), (place, at, character) => {
      const cursor = makeCursor(secret, place);
      const index = at % cursor.length;
      const changed = cursor.slice(0, index) + character + cursor.slice(index + 1);
      fc.pre(changed !== cursor);
      expect(readCursor(secret, changed, place.stream)).toBeUndefined();
      expect(readCursor(secret, cursor, 'tablet:other')).toBeUndefined();
      expect(readCursor(new Uint8Array(32), cursor, place.stream)).toBeUndefined();
    }),
  );
});

test('PULL-5 whatever text a tablet sends as a cursor is judged, never thrown at', () => {
  fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => { expect(readCursor(secret, text, 'mark')).toBeUndefined(); }));
});

const history: History = { boots: [{ boot: 'a', firstCommit: 1 }, { boot: 'b', firstCommit: 101 }], lastCommit: 150, horizon: 20 };
const place = (some: Partial<Position>): Position => ({ boot: 'a', commit: 50, ordinal: WHOLE_COMMIT, horizon: 0, seen: 50, stream: 'mark', ...some });

test.each([
  ['of a known boot and within what it committed', place({}), true],
  ['at the last commit of its boot', place({ commit: 100, seen: 100 }), true],
  ['beyond its boot, as after a restore', place({ commit: 101, seen: 101 }), false],
  ['that had seen beyond its boot while it was listing', place({ commit: 50, seen: 101, ordinal: 3 }), false],
  ['of the running boot at its newest commit', place({ boot: 'b', commit: 150, seen: 150 }), true],
  ['of the running boot from the future', place({ boot: 'b', commit: 151, seen: 151 }), false],
  ['of an unknown boot', place({ boot: 'c' }), false],
  ['just at the horizon, whole', place({ commit: 20 }), true],
  ['just at the horizon, in part', place({ commit: 20, ordinal: 5 }), false],
  ['before the horizon', place({ commit: 19 }), false],
  ['before the horizon, of a reset that began after it', place({ commit: 19, ordinal: 5, horizon: 20 }), true],
])('PULL-5 a cursor %s is judged rightly', (_words, position, expected) => {
  expect(isInHistory(position, history)).toBe(expected);
});
