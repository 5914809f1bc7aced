import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlayerStart } from '#protocol/shell/player.ts';
import type { Claim } from './foreign-session.ts';
import { createKeptState } from './kept-state.ts';
import { openScormSession } from './scorm-session.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

type Api = Readonly<Record<'Initialize' | 'Terminate' | 'Commit', (none: string) => string>> & {
  readonly GetValue: (name: string) => string;
  readonly SetValue: (name: string, value: string) => string;
};

/** Opens a SCORM 2004 activity with what was kept, as the player does. */
async function open(kept: string | null) {
  let saved = kept;
  const claims: Claim[] = [];
  const news: string[] = [];
  const state = createKeptState(kept, (text) => { saved = text; }, () => performance.now());
  const start = { kind: 'scorm2004', entry: 'content/a b/index.html', params: { masteryScore: '70', launchData: 'x' } } as unknown as PlayerStart;
  const session = await openScormSession({ start, state, learnerName: 'Learner', claim: (one) => claims.push(one), onEnded: () => news.push('ended') });
  const api = (window as unknown as { API_1484_11: Api }).API_1484_11;
  return { api, claims, news, session, settle: () => { vi.advanceTimersByTime(1500); return saved; } };
}

test('what a course sets is kept within a second without a commit, and is there when it opens again', async () => {
  const first = await open(null);
  expect(first.session.address).toBe('/content/a%20b/index.html');
  first.api.Initialize('');
  expect(first.api.GetValue('cmi.entry')).toBe('ab-initio');
  expect(first.api.GetValue('cmi.learner_name')).toBe('Learner');
  expect(first.api.GetValue('cmi.scaled_passing_score')).toBe('0.7');
  expect(first.api.SetValue('cmi.suspend_data', 'x'.repeat(64_000))).toBe('true');
  first.api.SetValue('cmi.location', '7');
  const saved = first.settle();
  const second = await open(saved);
  second.api.Initialize('');
  expect(['entry', 'location', 'launch_data'].map((name) => second.api.GetValue(`cmi.${name}`))).toEqual(['resume', '7', 'x']);
  expect(second.api.GetValue('cmi.suspend_data')).toHaveLength(64_000);
});

test('an attempt that the course ended with a result is claimed once, and the next begins anew', async () => {
  const first = await open(null);
  first.api.Initialize('');
  first.api.SetValue('cmi.location', '9');
  first.api.SetValue('cmi.success_status', 'passed');
  first.api.SetValue('cmi.score.scaled', '0.9');
  first.api.Terminate('');
  const saved = first.settle();
  expect(first.claims).toEqual([{ verb: 'passed', data: { score: 90, outOf: 100, passMark: 0.7 } }]);
  expect(first.news).toEqual(['ended']);
  const second = await open(saved);
  second.api.Initialize('');
  expect(second.api.GetValue('cmi.location')).toBe('');
  expect(second.claims).toEqual([]);
});

test('state of another make, or none, opens as if nothing had been kept', async () => {
  for (const kept of ['{"format":"else"}', 'not json', '{"format":"throughline-state/1","parts":{"scorm":{"cmi":7}}}']) {
    const { api } = await open(kept);
    api.Initialize('');
    expect(api.GetValue('cmi.entry')).toBe('ab-initio');
  }
});
