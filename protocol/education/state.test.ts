import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNewerState, isSendable, type ActivityState } from './state.ts';

const state = (at: number, stateId: string, text = ''): ActivityState =>
  ({ stateId, packId: 'golf', packVersion: 1, activityId: 'golf.one', at, state: text }) as ActivityState;

test('of several states the same one counts in whatever order they come', () => {
  const states = fc.uniqueArray(fc.record({ at: fc.nat(3), id: fc.uuid() }), { minLength: 1, selector: ({ id }) => id });
  fc.assert(
    fc.property(states, fc.infiniteStream(fc.nat()), (made, chance) => {
      const all = made.map(({ at, id }) => state(at, id));
      const mixed = [...all].sort(() => (Number(chance.next().value) % 3) - 1);
      const winner = (list: readonly ActivityState[]) => list.reduce((best, next) => (isNewerState(next, best) ? next : best));
      expect(winner(mixed)).toEqual(winner(all));
    }),
  );
});

test('64,000 characters of suspend data can be sent, in any script', () => {
  expect(isSendable(state(1, 'a', 'x'.repeat(64_000)))).toBe(true);
  expect(isSendable(state(1, 'a', 'ع'.repeat(64_000)))).toBe(true);
  expect(isSendable(state(1, 'a', '"'.repeat(64_000)))).toBe(true);
});

test('a state is sendable only when it fits one sealed operation whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60_000, size: 'max' }), (text) => {
      const one = state(1, 'a', text.repeat(4).slice(0, 256 * 1024));
      const bytes = new TextEncoder().encode(JSON.stringify(one)).length;
      if (isSendable(one)) expect(Math.ceil(((bytes + 400) * 4) / 3)).toBeLessThan(400_000);
    }),
    { numRuns: 20 },
  );
});
