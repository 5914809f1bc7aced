import { expect, test } from 'vitest';
import { beginPlayer, nextPlayerState } from './player.ts';

test('a resume beyond the last page of a shorter new version opens the last page', () => {
  expect(beginPlayer(3, { page: 9, answers: {} }, 'mix').page).toBe(2);
});

test('answers that no longer fit are left out and the others kept', () => {
  const state = beginPlayer(3, { page: 0, answers: { one: { kind: 'numeric', text: '7' }, two: { kind: 'gone', x: 1 } } }, 'mix');
  expect(state.answers).toEqual({ one: { kind: 'numeric', text: '7' } });
});

test('changing an answer hides the feedback of the old one', () => {
  const asked = nextPlayerState(beginPlayer(1, null, 'mix'), { type: 'answer', questionId: 'q', answer: { kind: 'true-false', value: true } });
  const checked = nextPlayerState(asked, { type: 'check', questionId: 'q' });
  expect(checked.checked).toEqual(['q']);
  expect(nextPlayerState(checked, { type: 'answer', questionId: 'q', answer: { kind: 'true-false', value: false } }).checked).toEqual([]);
});

test('another go forgets the answers and begins at the first page', () => {
  const done = nextPlayerState({ ...beginPlayer(4, { page: 3, answers: { q: { kind: 'short', text: 'x' } } }, 'mix') }, { type: 'finish' });
  expect(nextPlayerState(done, { type: 'again', mix: 'other' })).toMatchObject({ page: 0, answers: {}, finished: false, mix: 'other' });
});

test('whoever goes on sees the order they left, and whoever begins gets a new one', () => {
  expect(beginPlayer(3, { page: 1, answers: {}, place: 'kept' }, 'new').mix).toBe('kept');
  expect(beginPlayer(3, null, 'new').mix).toBe('new');
});
