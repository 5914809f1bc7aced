import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addToTally, EMPTY_TALLY } from './progress-tally.ts';
import { figuresOfTally, summariseProgress } from './rules.ts';
import { progressVerbSchema, type ProgressEvent } from './schema.ts';

const dataOf = fc.record(
  {
    page: fc.nat(9),
    pages: fc.integer({ min: 1, max: 10 }),
    score: fc.nat(10),
    outOf: fc.integer({ min: 1, max: 10 }),
    passMark: fc.constantFrom(0, 0.5, 0.7, 1),
    seconds: fc.double({ min: 0, max: 3600, noNaN: true }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    place: fc.string({ maxLength: 5 }),
  },
  { requiredKeys: [] },
);
/** Events of one activity with ids of their own; many share a time, as two tablets with wrong clocks would give. */
const eventsOf = fc
  .array(fc.record({ verb: fc.constantFrom(...progressVerbSchema.options), at: fc.integer({ min: 0, max: 5 }), data: dataOf }), { maxLength: 25 })
  .map((all) => all.map((event, index) => ({ ...event, eventId: `event-${String(index).padStart(2, '0')}` }) as unknown as ProgressEvent));
const shuffledTwice = eventsOf.chain((events) =>
  fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }), fc.shuffledSubarray(events)),
);

test('what two tablets report adds up to the same in any order, and twice is once', () => {
  fc.assert(
    fc.property(shuffledTwice, ([events, permuted, again]) => {
      expect(summariseProgress([...permuted, ...again])).toEqual(summariseProgress(events));
    }),
  );
});

test('counted one by one, as the gateway does, it is what the fold of all events gives', () => {
  fc.assert(
    fc.property(shuffledTwice, ([events, permuted]) => {
      const { resume: _, ...folded } = summariseProgress(events);
      expect(figuresOfTally(permuted.reduce(addToTally, EMPTY_TALLY))).toEqual(folded);
    }),
  );
});

test('more events never take anything away: what is done stays done, the best stays the best, and every try is kept', () => {
  fc.assert(
    fc.property(eventsOf, eventsOf, (before, later) => {
      const renamed = later.map((event) => ({ ...event, eventId: `later-${event.eventId}` }) as ProgressEvent);
      const [first, then] = [summariseProgress(before), summariseProgress([...before, ...renamed])];
      if (first.status === 'passed') expect(then.status).toBe('passed');
      expect(then.fraction).toBeGreaterThanOrEqual(first.fraction);
      expect(then.bestScore ?? 0).toBeGreaterThanOrEqual(first.bestScore ?? 0);
      expect(then.seconds).toBeGreaterThanOrEqual(first.seconds);
      expect(then.attemptList.map(({ eventId }) => eventId)).toEqual(expect.arrayContaining(first.attemptList.map(({ eventId }) => eventId)));
    }),
  );
});

const event = (eventId: string, verb: ProgressEvent['verb'], at: number, data: ProgressEvent['data'] = {}): ProgressEvent =>
  ({ eventId, packId: 'course', packVersion: 1, activityId: 'course.test', verb, at, data }) as unknown as ProgressEvent;
const answered = (eventId: string, at: number, score: number) => event(eventId, 'answered', at, { score, outOf: 10, passMark: 0.7 });

test('passed and needs another go are different things, and passing once is enough', () => {
  expect(summariseProgress([answered('a', 1, 4)]).status).toBe('needs-another-go');
  const passed = summariseProgress([answered('a', 1, 4), answered('b', 2, 8), answered('c', 3, 5)]);
  expect([passed.status, passed.bestScore, passed.lastScore, passed.attempts]).toEqual(['passed', 0.8, 0.5, 3]);
});

test('a course of somebody else’s making is believed when it says failed, whatever its score', () => {
  expect(summariseProgress([event('a', 'failed', 1, { score: 10, outOf: 10 })]).status).toBe('needs-another-go');
  expect(summariseProgress([event('a', 'passed', 1)]).status).toBe('passed');
});

test('it goes on from the newest event that has a place, on whichever tablet that was', () => {
  const { resume, fraction } = summariseProgress([event('b', 'progressed', 9, { page: 2, pages: 10 }), event('a', 'progressed', 3, { page: 7, pages: 10 })]);
  expect([resume?.page, fraction]).toEqual([2, 0.8]);
});
