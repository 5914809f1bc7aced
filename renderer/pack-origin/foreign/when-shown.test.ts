import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenShown } from './when-shown.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

function watch(page: { URL: string; readyState: string } | null) {
  let shown = 0;
  const stop = whenShown({ contentDocument: page } as unknown as HTMLIFrameElement, () => { shown += 1; });
  return { shown: () => shown, stop };
}

test('a page that is there and never ends loading is shown after three seconds, once', () => {
  const page = { URL: 'pack://course/index.html', readyState: 'loading' };
  const { shown } = watch(page);
  vi.advanceTimersByTime(10_000);
  expect(shown()).toBe(0);
  page.readyState = 'interactive';
  vi.advanceTimersByTime(2500);
  expect(shown()).toBe(0);
  vi.advanceTimersByTime(10_000);
  expect(shown()).toBe(1);
});

test('a frame with nothing in it, or a stranger, is not', () => {
  const [empty, stranger] = [watch({ URL: 'about:blank', readyState: 'complete' }), watch(null)];
  vi.advanceTimersByTime(10_000);
  expect([empty.shown(), stranger.shown()]).toEqual([0, 0]);
});
