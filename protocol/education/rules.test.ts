import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { completionSchema, type Completion } from '../packs/manifest.ts';
import type { ItemRule } from './completion-rules.ts';
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

/** Every rule an item can have. */
const rules: readonly Completion[] = [
  { rule: 'viewed' },
  { rule: 'pages', atLeast: 3 },
  { rule: 'score', atLeast: 0.7 },
  { rule: 'listened', atLeast: 0.9 },
  { rule: 'manual' },
  { rule: 'scorm' },
  ...(['completed', 'passed', 'answered'] as const).map((verb) => ({ rule: 'xapi' as const, verb })),
];
/** The rules of items that may be tried as often as one likes. */
const unlimitedRule = fc.constantFrom(...rules).map((completion): ItemRule => ({ completion }));
const anyRule = fc.oneof(unlimitedRule, fc.record({ completion: fc.constantFrom(...rules), attempts: fc.integer({ min: 1, max: 3 }) }));

test('what two tablets report adds up to the same in any order, and twice is once', () => {
  fc.assert(
    fc.property(shuffledTwice, anyRule, ([events, permuted, again], rule) => {
      expect(summariseProgress([...permuted, ...again], rule)).toEqual(summariseProgress(events, rule));
    }),
  );
});

test('counted one by one, as the gateway does, it is what the fold of all events gives', () => {
  fc.assert(
    fc.property(shuffledTwice, anyRule, ([events, permuted], rule) => {
      const { resume: _, ...folded } = summariseProgress(events, rule);
      expect(figuresOfTally(permuted.reduce(addToTally, EMPTY_TALLY), rule)).toEqual(folded);
    }),
  );
});

test('more events never take anything away: what is done stays done, the best stays the best, and every try is kept', () => {
  fc.assert(
    fc.property(eventsOf, eventsOf, unlimitedRule, (before, later, rule) => {
      const renamed = later.map((event) => ({ ...event, eventId: `later-${event.eventId}` }) as ProgressEvent);
      const [first, then] = [summariseProgress(before, rule), summariseProgress([...before, ...renamed], rule)];
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
const SCORE: ItemRule = { completion: { rule: 'score', atLeast: 0.7 } };
const answered = (eventId: string, at: number, score: number) => event(eventId, 'answered', at, { score, outOf: 10, passMark: 0.7 });

test('passed and needs another go are different things, and passing once is enough', () => {
  expect(summariseProgress([answered('a', 1, 4)], SCORE).status).toBe('needs-another-go');
  const passed = summariseProgress([answered('a', 1, 4), answered('b', 2, 8), answered('c', 3, 5)], SCORE);
  expect([passed.status, passed.bestScore, passed.lastScore, passed.attempts]).toEqual(['passed', 0.8, 0.5, 3]);
});

describe('PACK-38 a limit of tries', () => {
  const once: ItemRule = { ...SCORE, attempts: 1 };
  const [first, second] = [answered('a', 1, 4), answered('b', 2, 9)];

  it('is kept where two tablets that did not know of each other went beyond it: the first counts, the other is kept and marked', () => {
    const { status, bestScore, lastScore, attempts, attemptList } = summariseProgress([second, first], once);
    expect([status, bestScore, lastScore, attempts]).toEqual(['needs-another-go', 0.4, 0.4, 2]);
    expect(attemptList.map(({ eventId, beyondLimit, passed }) => [eventId, beyondLimit, passed])).toEqual([['a', false, false], ['b', true, false]]);
  });

  it('does not bind a tutor, whose word is no try', () => {
    const tutor = event('t', 'passed', 3, { score: 5, outOf: 10 });
    expect(summariseProgress([first, tutor], once).status).toBe('passed');
    expect(summariseProgress([event('t', 'failed', 0), answered('c', 1, 8)], once).status).toBe('passed');
  });

  it('is no limit where the manifest says none', () => {
    expect(summariseProgress([first, second], SCORE).status).toBe('passed');
  });
});

test('a course of somebody else’s making is believed when it says failed, whatever its score', () => {
  expect(summariseProgress([event('a', 'failed', 1, { score: 10, outOf: 10 })], { completion: { rule: 'scorm' } }).status).toBe('needs-another-go');
  expect(summariseProgress([event('a', 'passed', 1)], { completion: { rule: 'scorm' } }).status).toBe('passed');
});

test('it goes on from the newest event that has a place, on whichever tablet that was', () => {
  const { resume, fraction } = summariseProgress([event('b', 'progressed', 9, { page: 2, pages: 10 }), event('a', 'progressed', 3, { page: 7, pages: 10 })], { completion: { rule: 'viewed' } });
  expect([resume?.page, fraction]).toEqual([2, 0.8]);
});

describe('when an item counts as done is what its manifest says (PACK-16)', () => {
  const status = (rule: Completion, ...events: ProgressEvent[]) => summariseProgress(events, { completion: rule }).status;
  const played = (share: number) => event(`share-${String(share)}`, 'progressed', 1, { page: 0, pages: 1, share });
  const completed = event('end', 'completed', 9, { page: 0, pages: 1 });

  it('`listened`: when that share was played, and not by pressing on to the end', () => {
    const rule: Completion = { rule: 'listened', atLeast: 0.9 };
    expect(status(rule, played(0.4), completed)).toBe('started');
    expect(status(rule, played(0.4), played(0.9))).toBe('completed');
    expect(summariseProgress([played(0.4)], { completion: rule }).fraction).toBe(0.4);
  });

  it('`viewed`: when the player has shown the last page, and not by time', () => {
    expect(status({ rule: 'viewed' }, event('a', 'progressed', 1, { page: 0, pages: 1, seconds: 3600 }))).toBe('started');
    expect(status({ rule: 'viewed' }, completed)).toBe('completed');
  });

  it('`viewed`: a test that need not be passed is done when it was handed in', () => {
    expect(status({ rule: 'viewed' }, answered('a', 1, 0))).toBe('completed');
  });

  it('`pages`: when that many were reached, counted from 1', () => {
    const rule: Completion = { rule: 'pages', atLeast: 3 };
    expect(status(rule, event('a', 'progressed', 1, { page: 1, pages: 9 }))).toBe('started');
    expect(status(rule, event('a', 'progressed', 1, { page: 2, pages: 9 }))).toBe('completed');
  });

  it('`score`: by the mark of the signed manifest, whatever mark the tablet names', () => {
    const named = (passMark: number) => event('a', 'answered', 1, { score: 5, outOf: 10, passMark });
    expect(status({ rule: 'score', atLeast: 0.7 }, named(0.1), completed)).toBe('needs-another-go');
    expect(status({ rule: 'score', atLeast: 0.5 }, named(0.9))).toBe('passed');
    expect(summariseProgress([named(0.1)], SCORE).attemptList[0]?.passed).toBe(false);
  });

  it('`score`: a tutor’s word stands beside the score', () => {
    expect(status({ rule: 'score', atLeast: 0.7 }, answered('a', 1, 4), event('b', 'passed', 2, { score: 5, outOf: 10 }))).toBe('passed');
  });

  it('`manual`: by the tutor’s word alone', () => {
    expect(status({ rule: 'manual' }, completed)).toBe('started');
    expect(status({ rule: 'manual' }, completed, event('b', 'failed', 10))).toBe('needs-another-go');
    expect(status({ rule: 'manual' }, completed, event('b', 'passed', 10))).toBe('passed');
  });

  it('`scorm`: when the course says so, and a failed try asks for another', () => {
    expect(status({ rule: 'scorm' }, played(1))).toBe('started');
    expect(status({ rule: 'scorm' }, completed)).toBe('completed');
    expect(status({ rule: 'scorm' }, completed, event('b', 'failed', 10))).toBe('needs-another-go');
  });

  it('`xapi`: by its verb and no lesser one; a pass is always enough', () => {
    const failed = event('b', 'failed', 10);
    expect(status({ rule: 'xapi', verb: 'completed' }, completed, failed)).toBe('completed');
    expect(status({ rule: 'xapi', verb: 'passed' }, completed, failed)).toBe('needs-another-go');
    expect(status({ rule: 'xapi', verb: 'answered' }, answered('a', 1, 2))).toBe('completed');
    for (const verb of ['completed', 'passed', 'answered'] as const) expect(status({ rule: 'xapi', verb }, event('c', 'passed', 3))).toBe('passed');
  });

  it('every rule the format knows is tried here', () => {
    expect(new Set(rules.map(({ rule }) => rule))).toEqual(new Set(completionSchema.def.options.map((option) => option.shape.rule.def.values[0])));
  });
});
