import { expect, it } from 'vitest';
import type { RecordId } from '#protocol/ids.ts';
import type { PlanOf } from '#protocol/selfhelp/plan.ts';
import { addLine, plansFor, plansInUse, usedOnce, type KeptPlan } from './plan-rules.ts';

const plan = (then: string, changed: Partial<PlanOf<'if-then'>> = {}): KeptPlan => ({
  recordId: then as RecordId,
  revision: 1,
  record: { kind: 'plan', day: '2026-11-20', at: 1, body: { type: 'if-then', when: '', then, triggers: [], timesUsed: 0, lastUsed: null, putAway: false, ...changed } },
});
const then = (found: ReturnType<typeof plansFor>) => found.map(({ body }) => body.then);

const CALM = { mood: 4, craving: 2 };
const HARD = { mood: 2, craving: 9 };
const plans = [plan('walk', { triggers: ['phone-call'] }), plan('tea'), plan('run', { timesUsed: 4 }), plan('old', { triggers: ['phone-call'], putAway: true })];

it('a day brings up the plans made for what set it off, and not those that were put away', () => {
  expect(then(plansFor({ ...CALM, triggers: ['phone-call'] }, plans))).toEqual(['walk']);
  expect(then(plansFor({ ...CALM, triggers: ['debt'] }, plans))).toEqual([]);
  expect(then(plansFor({ ...CALM, triggers: ['nothing'] }, [plan('x', { triggers: ['nothing'] })]))).toEqual([]);
});

it('a hard day brings up others too, those that were used before first, and never more than three', () => {
  expect(then(plansFor({ ...HARD, triggers: ['phone-call'] }, plans))).toEqual(['walk', 'run', 'tea']);
  expect(plansFor({ ...HARD, triggers: [] }, [...plans, plan('a'), plan('b')])).toHaveLength(3);
});

it('using a plan counts it and says when', () => {
  const [kept] = plansInUse(plans);
  expect(usedOnce(kept!.body, '2026-11-22')).toMatchObject({ timesUsed: 1, lastUsed: '2026-11-22' });
});

it('a line is added once, trimmed, and an empty one not at all', () => {
  expect(addLine(['a'], ' b ', 3)).toEqual(['a', 'b']);
  expect(addLine(['a'], 'a', 3)).toEqual(['a']);
  expect(addLine(['a'], ' ', 3)).toEqual(['a']);
});
