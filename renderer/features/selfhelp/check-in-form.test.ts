import { expect, it } from 'vitest';
import { EMPTY_CHECK_IN, fillFrom, finishCheckIn, NOTE_LIMIT, pickTriggers } from './check-in-form.ts';

const filled = { ...EMPTY_CHECK_IN, mood: 4, craving: 0, note: '  slept well ' } as const;

it('a face and a number are enough for a page', () => {
  expect(finishCheckIn(filled, '2026-11-22', 7, false)).toEqual({ day: '2026-11-22', at: 7, mood: 4, craving: 0, sleep: null, triggers: [], responses: [], note: 'slept well' });
});

it('without a face, without a number, or with too long a note there is no page', () => {
  expect(finishCheckIn({ ...filled, mood: null }, '2026-11-22', 7, false)).toBeUndefined();
  expect(finishCheckIn({ ...filled, craving: null }, '2026-11-22', 7, false)).toBeUndefined();
  expect(finishCheckIn({ ...filled, note: 'x'.repeat(NOTE_LIMIT + 1) }, '2026-11-22', 7, false)).toBeUndefined();
});

it('a saved page fills the form again', () => {
  const page = finishCheckIn({ ...filled, triggers: ['bored'] }, '2026-11-22', 7, false);
  expect(fillFrom(page!)).toEqual({ ...filled, note: 'slept well', triggers: ['bored'] });
});

it('"nothing" and something exclude each other; the last pick counts', () => {
  expect(pickTriggers(['bored'], ['bored', 'nothing'])).toEqual(['nothing']);
  expect(pickTriggers(['nothing'], ['nothing', 'bored'])).toEqual(['bored']);
  expect(pickTriggers([], ['nothing'])).toEqual(['nothing']);
});

it('answers to questions that are not asked any more are not part of the page', () => {
  const all = { ...filled, craving: 5, strongest: 'evening', responses: ['talked'], helped: 'yes', used: true } as const;
  expect(finishCheckIn(all, '2026-11-22', 7, true)).toMatchObject({ strongest: 'evening', helped: 'yes', used: true });
  const page = finishCheckIn({ ...all, craving: 0, responses: ['nothing'] }, '2026-11-22', 7, false);
  expect(page).not.toHaveProperty('strongest');
  expect(page).not.toHaveProperty('helped');
  expect(page).not.toHaveProperty('used');
});
