import { describe, expect, it } from 'vitest';
import { handInSchema, type WorkRecord } from './assignment.ts';
import { EMPTY_TALLY } from './progress-tally.ts';
import { figuresOfTally } from './rules.ts';
import { findStuck, STOPPED_AFTER } from './stuck-rules.ts';
import { checkMark, checkWork, countWords, judgeLength, mayHandIn } from './work-rules.ts';

const part = (text: string) => ({ partId: 'one', ask: 'Why?', text });

describe('written work', () => {
  it('counts words of any script as a person would', () => {
    expect([countWords('It’s a well-known  fact.'), countWords('أنا أكتب'), countWords(' … '), countWords('Rwy’n dysgu')]).toEqual([4, 2, 0, 2]);
  });

  it('is advised on its length and never refused for it', () => {
    expect([judgeLength(3, { atLeast: 50 }), judgeLength(90, { atMost: 80 }), judgeLength(0, undefined)]).toEqual(['short', 'long', 'enough']);
    expect(checkWork([part('Short.')]).ok).toBe(true);
  });

  it('is not handed in empty or longer than can be carried', () => {
    expect(checkWork([part(' \n')])).toMatchObject({ error: { code: 'nothing-written' } });
    expect(checkWork([part('x'.repeat(30_001))])).toMatchObject({ error: { code: 'too-long' } });
  });

  it('of the largest size and the widest letters still fits one sealed operation', () => {
    const parts = [0, 1].map((at) => ({ partId: `p${String(at)}`, ask: 'ش'.repeat(4000), text: 'ش'.repeat(20_000) }));
    const work = { workId: crypto.randomUUID(), packId: 'reading-aloud', packVersion: 1, activityId: 'reading-aloud.task', language: 'ar', parts, writtenAt: 1 };
    expect(handInSchema.safeParse(work).success).toBe(true);
    expect((new TextEncoder().encode(JSON.stringify(work)).length * 4) / 3).toBeLessThan(400_000);
  });

  it('is handed in again after another go, and neither while it waits nor after it passed', () => {
    const work = (state: WorkRecord['state'], outcome?: 'passed' | 'another-go') => ({ state, mark: outcome === undefined ? null : { outcome } }) as WorkRecord;
    expect([mayHandIn([]), mayHandIn([work('marked', 'another-go')]), mayHandIn([work('refused')])]).toEqual([true, true, true]);
    expect([mayHandIn([work('waiting')]), mayHandIn([work('reading')]), mayHandIn([work('marked', 'passed')])]).toEqual([false, false, false]);
  });

  it('gets no "another go" without a word of what to do, and no more marks than there are', () => {
    const mark = { outcome: 'another-go', score: null, comment: ' ', partComments: {} } as const;
    expect(checkMark(mark)).toMatchObject({ error: { code: 'comment-missing' } });
    expect(checkMark({ ...mark, partComments: { one: 'Say more here.' } }).ok).toBe(true);
    expect(checkMark({ ...mark, outcome: 'passed', score: { got: 11, outOf: 10 } })).toMatchObject({ error: { code: 'score-too-high' } });
  });
});

describe('who is stuck', () => {
  const attempts = (count: number) => Array.from({ length: count }, (_, at) => ({ eventId: String(at), at, fraction: 0.2, passed: false, byScore: true }));
  const activity = (fields: Partial<typeof EMPTY_TALLY>, minutes = 30) => ({ activityId: 'c.one', minutes, figures: figuresOfTally({ ...EMPTY_TALLY, opened: true, ...fields }, { completion: { rule: 'scorm' } }) });
  const reasons = (...all: ReturnType<typeof activity>[]) => findStuck(all, 0, 1).map(({ reason }) => reason);

  it('is somebody who failed twice, or tried three times, and not somebody who passed in the end', () => {
    expect(reasons(activity({ attempts: attempts(1) }))).toEqual([]);
    expect(reasons(activity({ attempts: attempts(2) }))).toEqual(['failed-twice']);
    expect(reasons(activity({ attempts: attempts(5) }))).toEqual(['many-tries']);
    expect(reasons(activity({ attempts: [...attempts(5), { eventId: 'p', at: 9, fraction: 0.8, passed: true, byScore: true }], workedMs: 999_999 }))).toEqual([]);
  });

  it('is somebody who began and was not heard of for two weeks', () => {
    expect(findStuck([activity({})], 0, STOPPED_AFTER)).toEqual([{ reason: 'stopped', activityId: undefined }]);
    expect(findStuck([activity({ completed: true, workedMs: 1_000_000 })], 0, STOPPED_AFTER)).toEqual([]);
  });

  it('shows a course of an hour that was finished in three minutes', () => {
    const parts = Array.from({ length: 12 }, () => activity({ completed: true, workedMs: 15_000 }, 5));
    expect(reasons(...parts)).toEqual(['too-quick']);
  });
});
