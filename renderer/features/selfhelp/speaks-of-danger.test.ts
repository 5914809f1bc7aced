import { expect, it } from 'vitest';
import { mapCards, type BalanceMap } from '#protocol/selfhelp/balance-map.ts';
import { areas } from '#protocol/selfhelp/schema.ts';
import { speaksOfDanger } from './speaks-of-danger.ts';

const map = (items: BalanceMap['items']): BalanceMap => ({ items, hard: {}, links: [], start: null });

it('no card of the map opens help by its name, whatever it is called', () => {
  const cards = areas.flatMap((area) => mapCards[area].map((card) => ({ area, card, words: '' })));
  expect(speaksOfDanger('map', map(cards))).toBe(false);
});

it('own words on the map, in a note, a plan, a promise or a technique do', () => {
  const words = 'I want to kill myself';
  expect(speaksOfDanger('map', map([{ area: 'body', card: null, words }]))).toBe(true);
  expect(speaksOfDanger('check-in', { day: '2026-11-22', at: 1, mood: 1, craving: 9, sleep: null, triggers: [], responses: [], note: words })).toBe(true);
  expect(speaksOfDanger('plan', { type: 'release-day', date: null, done: [], notes: { food: words }, own: [] })).toBe(true);
  expect(speaksOfDanger('milestone', { milestone: 'first-page', reward: words, had: false })).toBe(true);
  expect(speaksOfDanger('practice', { technique: 'mind-traps', area: 'thoughts', before: null, after: null, answers: { 'moment.thought': words }, finished: true })).toBe(true);
});

it('what was picked in a technique does not, and a safety plan never does', () => {
  expect(speaksOfDanger('practice', { technique: 'mind-traps', area: 'thoughts', before: null, after: null, answers: { traps: ['hurt-myself'], one: 'overdose' }, finished: true })).toBe(false);
  expect(speaksOfDanger('safety-plan', { signs: 'I want to die', helps: '', places: '', people: '', safer: '', reasons: '' })).toBe(false);
});
