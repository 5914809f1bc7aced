import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createContentStores, MAX_STORE_LENGTH } from './content-stores.ts';
import { createKeptState } from './kept-state.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

test('a state goes out at once after a quiet second, and at most once a second while there is work', () => {
  const saved: string[] = [];
  const state = createKeptState(null, (text) => saved.push(text), () => performance.now());
  for (let at = 0; at < 40; at += 1) {
    state.write('scorm', at);
    vi.advanceTimersByTime(100);
  }
  expect(saved.length).toBeGreaterThanOrEqual(4);
  expect(saved.length).toBeLessThanOrEqual(5);
  state.flush();
  expect(createKeptState(saved.at(-1) ?? null, () => undefined, () => 0).read('scorm')).toBe(39);
});

test('a page’s storage and cookies are part of the state; what it keeps for a visit is not', () => {
  let saved: string | null = null;
  const state = createKeptState(null, (text) => { saved = text; }, () => 0);
  const store = createContentStores(state);
  store('local').set('a', '1');
  store('session').set('b', '2');
  store('cookies').set('c', '3');
  state.flush();
  const again = createContentStores(createKeptState(saved, () => undefined, () => 0));
  expect([again('local').get('a'), again('session').get('b'), again('cookies').get('c')]).toEqual(['1', null, '3']);
});

test('a store that would grow too large takes nothing in and loses nothing', () => {
  const store = createContentStores(createKeptState(null, () => undefined, () => 0))('local');
  store.set('a', '1');
  expect(store.set('a', 'x'.repeat(MAX_STORE_LENGTH))).toBe(false);
  expect([store.get('a'), store.set('b', '2')]).toEqual(['1', true]);
});
