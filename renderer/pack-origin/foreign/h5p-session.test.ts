import { expect, test } from 'vitest';
import { h5pClaims } from './h5p-session.ts';
import type { Statement } from './statement.ts';

const said = (verb: string, result?: Statement['result']): Statement => ({ verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` }, ...(result === undefined ? {} : { result }) });

test('an answered activity with completion is an attempt, passed or not as H5P says (kolibri PR#13137)', () => {
  const score = { raw: 1, min: 0, max: 2, scaled: 0.5 };
  expect(h5pClaims(said('answered', { completion: true, success: false, score }), true)).toEqual([{ verb: 'failed', data: { score: 1, outOf: 2 } }]);
  expect(h5pClaims(said('answered', { completion: true, score }), true)).toEqual([{ verb: 'answered', data: { score: 1, outOf: 2 } }]);
  expect(h5pClaims(said('completed'), true)).toEqual([{ verb: 'completed', data: {} }]);
});

test('a part of an activity, and what was only begun or touched, claim nothing', () => {
  expect(h5pClaims(said('answered', { completion: true, score: { raw: 1, max: 1 } }), false)).toEqual([]);
  expect(h5pClaims(said('attempted'), true)).toEqual([]);
  expect(h5pClaims(said('answered', {}), true)).toEqual([]);
});
