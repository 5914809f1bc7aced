import { expect, test } from 'vitest';
import type { PlayerStart } from '#protocol/shell/player.ts';
import { openCmi5Session } from './cmi5-session.ts';
import type { LrsRequest } from './content-host.ts';
import type { Claim } from './foreign-session.ts';
import { createKeptState } from './kept-state.ts';

const verb = (name: string, score?: number) =>
  JSON.stringify({ verb: { id: `http://adlnet.gov/expapi/verbs/${name}` }, ...(score === undefined ? {} : { result: { score: { scaled: score } } }) });

function open(params: Record<string, string> = {}, kept: string | null = null) {
  let saved = kept;
  const claims: Claim[] = [];
  const state = createKeptState(kept, (text) => { saved = text; }, () => 0);
  const start = { kind: 'cmi5', activityId: 'rocks.one', entry: 'content/rocks/index.html', params } as unknown as PlayerStart;
  const session = openCmi5Session({ start, state, learnerName: 'Learner', claim: (one) => claims.push(one), onEnded: () => undefined });
  const ask = (method: string, path: string, query: Record<string, string> = {}, body = '') => {
    const request: LrsRequest = { method, path, query: new URLSearchParams(query), headers: { 'content-type': 'application/json' }, body };
    return session.askLrs?.(request) ?? { status: 0 };
  };
  const say = (statement: string) => ask('POST', 'statements', {}, statement).status;
  return { session, ask, say, claims, saved: () => { state.flush(); return saved; } };
}

test('a unit is started by its address with the five parameters, and its actor names nobody', () => {
  const query = new URL(open({ parameters: 'a=b' }).session.address, 'http://x').searchParams;
  expect([...query.keys()]).toEqual(['a', 'endpoint', 'fetch', 'actor', 'registration', 'activityId']);
  expect(JSON.parse(query.get('actor') ?? '')).toMatchObject({ account: { name: 'learner' } });
});

test('its documents and its registration come back when it is opened again', () => {
  const first = open();
  expect(first.ask('PUT', 'activities/state', { stateId: 'suspendData' }, '{"bookmark":"3"}').status).toBe(204);
  const second = open({}, first.saved());
  expect(second.ask('GET', 'activities/state', { stateId: 'suspendData' }).body).toBe('{"bookmark":"3"}');
  const registration = (address: string) => new URL(address, 'http://x').searchParams.get('registration');
  expect(registration(second.session.address)).toBe(registration(first.session.address));
  expect(second.ask('GET', 'activities/state', { stateId: 'LMS.LaunchData' }).status).toBe(200);
});

test('statements out of turn, twice, or against the mastery score are refused', () => {
  const { say } = open({ masteryScore: '0.7' });
  expect(say(verb('completed'))).toBe(403);
  expect(['initialized', 'completed', 'completed'].map((name) => say(verb(name)))).toEqual([200, 200, 403]);
  expect(say(verb('passed', 0.5))).toBe(403);
  expect(say(verb('passed', 0.8))).toBe(200);
  expect(say(verb('failed', 0.1))).toBe(403);
  expect([say(verb('terminated')), say(verb('answered')), say('[]'), say('no')]).toEqual([200, 403, 400, 400]);
});

test('a unit that must be passed does not count by being completed', () => {
  const { say, claims } = open({ moveOn: 'Passed', masteryScore: '0.7' });
  for (const statement of [verb('initialized'), verb('completed'), verb('passed', 0.8)]) say(statement);
  expect(claims.map((claim) => claim.verb)).toEqual(['progressed', 'passed']);
  expect(claims.at(-1)?.data).toEqual({ score: 80, outOf: 100, passMark: 0.7 });
});

test('documents together have a limit, and what was there stays', () => {
  const { ask } = open();
  ask('PUT', 'activities/state', { stateId: 'one' }, 'x'.repeat(100_000));
  expect(ask('PUT', 'activities/state', { stateId: 'two' }, 'x'.repeat(100_000)).status).toBe(413);
  expect(ask('GET', 'activities/state').body).toBe('["one"]');
});
