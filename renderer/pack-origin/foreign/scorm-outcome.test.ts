import { expect, test } from 'vitest';
import { claimsOf, readOutcome12, readOutcome2004 } from './scorm-outcome.ts';

const nothing = readOutcome2004({});

test('SCORM 1.2: a status and a raw score out of a hundred become one claim with its pass mark', () => {
  const now = readOutcome12({ core: { lesson_status: 'passed', score: { raw: '90' } }, student_data: { mastery_score: '80' } });
  expect(claimsOf(nothing, now)).toEqual([{ verb: 'passed', data: { score: 90, outOf: 100, passMark: 0.8 } }]);
  expect(claimsOf(now, now)).toEqual([]);
});

test('SCORM 2004: completion and success are told once each, and a scaled score below nothing is nothing', () => {
  const now = readOutcome2004({ completion_status: 'completed', success_status: 'failed', score: { scaled: '-0.5' } });
  expect(claimsOf(nothing, now).map(({ verb, data }) => [verb, data.score])).toEqual([['completed', 0], ['failed', 0]]);
});

test('another try with another score is another claim', () => {
  const failed = readOutcome2004({ success_status: 'failed', score: { scaled: '0.2' } });
  const again = readOutcome2004({ success_status: 'failed', score: { scaled: '0.4' } });
  expect(claimsOf(failed, again)).toEqual([{ verb: 'failed', data: { score: 40, outOf: 100 } }]);
});

test('a score that makes no sense is left out rather than guessed', () => {
  for (const score of [{ raw: '5', min: '10', max: '10' }, { raw: 'many' }, { raw: '' }])
    expect(readOutcome2004({ success_status: 'passed', score }).marks).toBeUndefined();
  expect(readOutcome12(undefined)).toEqual(nothing);
});
