import { expect, it } from 'vitest';
import { LOCK_AFTER, nextIdleStep, SIGN_OUT_AFTER } from './next-idle-step.ts';

it('covers the screen after three minutes and ends the session after ten', () => {
  expect(nextIdleStep({ monotonic: LOCK_AFTER - 1, wall: 0 })).toBe('nothing');
  expect(nextIdleStep({ monotonic: LOCK_AFTER, wall: 0 })).toBe('lock');
  expect(nextIdleStep({ monotonic: SIGN_OUT_AFTER, wall: 0 })).toBe('sign-out');
});

it('locks after a sleep in which only the wall clock went on', () => {
  expect(nextIdleStep({ monotonic: 1000, wall: 3_600_000 })).toBe('lock');
});

it('CLOCK-2 a clock that jumps ten years ends no session, forwards or backwards', () => {
  const tenYears = 10 * 365 * 86_400_000;
  expect(nextIdleStep({ monotonic: 1000, wall: tenYears })).toBe('lock');
  expect(nextIdleStep({ monotonic: 1000, wall: -tenYears })).toBe('nothing');
});
