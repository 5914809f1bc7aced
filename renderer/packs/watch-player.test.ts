import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ASK_EVERY, watchPlayer } from './watch-player.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

test('a lesson that answers is never stopped', () => {
  const said: string[] = [];
  const watch = watchPlayer(() => { watch.heard(); }, () => said.push('silent'));
  vi.advanceTimersByTime(ASK_EVERY * 100);
  expect(said).toEqual([]);
  watch.stop();
});

test('a lesson that was heard and then is silent for ten seconds after a question is given up once', () => {
  const said: string[] = [];
  const watch = watchPlayer(() => said.push('ask'), () => said.push('silent'));
  watch.heard();
  vi.advanceTimersByTime(ASK_EVERY * 2);
  expect(said).toEqual(['ask', 'ask']);
  vi.advanceTimersByTime(ASK_EVERY * 10);
  expect(said).toEqual(['ask', 'ask', 'silent']);
});

test('a lesson that is slow to open gets half a minute', () => {
  const said: string[] = [];
  watchPlayer(() => undefined, () => said.push('silent'));
  vi.advanceTimersByTime(30_000);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(ASK_EVERY);
  expect(said).toEqual(['silent']);
});

test('a lesson that was closed is watched no more', () => {
  const said: string[] = [];
  watchPlayer(() => said.push('ask'), () => said.push('silent')).stop();
  vi.advanceTimersByTime(ASK_EVERY * 20);
  expect(said).toEqual([]);
});
