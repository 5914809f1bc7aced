import { expect, it } from 'vitest';
import { milestoneStates } from './milestone-rules.ts';

const NOTHING = { pages: 0, maps: 0, practices: 0, techniques: 0, plans: 0, plansUsed: 0 };
const reached = (so: typeof NOTHING) => milestoneStates(so).filter((state) => state.reached).map(({ name }) => name);

it('days count whatever lies between them, so that a gap takes nothing away', () => {
  expect(reached({ ...NOTHING, pages: 30 })).toEqual(['first-page', 'week-of-pages', 'month-of-pages']);
});

it('five times the same technique is not five techniques', () => {
  expect(reached({ ...NOTHING, practices: 5, techniques: 1 })).toEqual(['first-practice']);
});

it('what is nearest stands first, and progress never runs past its goal', () => {
  const states = milestoneStates({ ...NOTHING, pages: 6, plansUsed: 1 });
  expect(states[0]).toEqual({ name: 'week-of-pages', done: 6, of: 7, reached: false });
  expect(states.every(({ done, of }) => done <= of)).toBe(true);
});
