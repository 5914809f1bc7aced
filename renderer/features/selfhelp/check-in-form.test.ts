import { expect, it } from 'vitest';
import { EMPTY_CHECK_IN, fillFrom, finishCheckIn, NOTE_LIMIT, pickTriggers } from './check-in-form.ts';

const filled = { ...EMPTY_CHECK_IN, mood: 4, craving: 0, note: '  slept well ' } as const;

it('a face and a number are enough for a page', () => {
  expect(finishCheckIn(filled, '2026-11-22', 7)).toEqual({ day: '2026-11-22', at: 7, mood: 4, craving: 0, sleep: null, triggers: [], responses: [], note: 'slept well' });
});

it('without a face, without a number, or with too long a note there is no page', () => {
  expect(finishCheckIn({ ...filled, mood: null }, '2026-11-22', 7)).toBeUndefined();
  expect(finishCheckIn({ ...filled, craving: null }, '2026-11-22', 7)).toBeUndefined();
  expect(finishCheckIn({ ...filled, note: 'x'.repeat(NOTE_LIMIT + 1) }, '2026-11-22', 7)).toBeUndefined();
});

it('a saved page fills the form again', () => {
  const page = finishCheckIn({ ...filled, triggers: ['bored'] }, '2026-11-22', 7);
  expect(fillFrom(page!)).toEqual({ ...filled, note: 'slept well', triggers: ['bored'] });
});

it('"nothing" and something exclude each other; the last pick counts', () => {
  expect(pickTriggers(['bored'], ['bored', 'nothing'])).toEqual(['nothing']);
  expect(pickTriggers(['nothing'], ['nothing', 'bored'])).toEqual(['bored']);
  expect(pickTriggers([], ['nothing'])).toEqual(['nothing']);
});
