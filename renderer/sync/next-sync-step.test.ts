import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExchangeFailure } from '#protocol/sync/exchange.ts';
import { FIRST_PAUSE, LONGEST_PAUSE, nextSyncStep } from './next-sync-step.ts';

const reply = (some: { readonly progress?: boolean; readonly more?: boolean; readonly nextSyncAfter?: number }) => ({ outcome: 'reply' as const, nextSyncAfter: 60_000, progress: false, more: false, ...some });
const failure = (code: ExchangeFailure['code'], retryAfter?: number) => ({ outcome: 'failure' as const, failure: retryAfter === undefined ? { code } : { code, retryAfter } });

test('the first exchange is at once, and so is the next while there is more and it moves', () => {
  expect(nextSyncStep({ last: undefined, failures: 0, jitter: 0.5 })).toEqual({ step: 'exchange' });
  expect(nextSyncStep({ last: reply({ more: true, progress: true }), failures: 0, jitter: 0.5 })).toEqual({ step: 'exchange' });
});

test('more that does not move waits for its time: no storm of one', () => {
  expect(nextSyncStep({ last: reply({ more: true }), failures: 0, jitter: 0 })).toEqual({ step: 'wait', milliseconds: 60_000 });
});

test('STORM-1 a tablet never waits less than the gateway named, and at most a tenth more', () => {
  fc.assert(
    fc.property(fc.nat({ max: 900_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (nextSyncAfter, jitter) => {
      const step = nextSyncStep({ last: reply({ nextSyncAfter }), failures: 0, jitter });
      expect(step.step === 'wait' && step.milliseconds >= nextSyncAfter && step.milliseconds <= nextSyncAfter * 1.1 + 1).toBe(true);
    }),
  );
});

test('STORM-1 pauses after failures grow, are never longer than a quarter of an hour, and end in another try', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom<ExchangeFailure['code']>('unreachable', 'busy', 'revoked', 'not-enrolled', 'refused', 'reply-invalid'), (failures, jitter, code) => {
      const step = nextSyncStep({ last: failure(code), failures, jitter });
      expect(step.step === 'wait' && step.milliseconds >= FIRST_PAUSE / 2 && step.milliseconds <= LONGEST_PAUSE).toBe(true);
    }),
  );
  const pause = (failures: number) => nextSyncStep({ last: failure('unreachable'), failures, jitter: 1 });
  expect([pause(1), pause(2), pause(3)]).toEqual([2_000, 4_000, 8_000].map((milliseconds) => ({ step: 'wait', milliseconds })));
});

test('STORM-1 a busy gateway that names a time is not asked before it', () => {
  const step = nextSyncStep({ last: failure('busy', 40_000), failures: 1, jitter: 0 });
  expect(step).toEqual({ step: 'wait', milliseconds: 40_000 });
});
