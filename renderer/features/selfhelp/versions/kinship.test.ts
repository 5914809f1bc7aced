import { describe, expect, it } from 'vitest';
import type { Lineage } from '#protocol/selfhelp/lineage.ts';
import type { Plan } from '#protocol/selfhelp/plan.ts';
import type { PrivateRecord } from '#protocol/selfhelp/private-record.ts';
import { EMPTY_SAFETY_PLAN } from '#protocol/selfhelp/safety-plan.ts';
import type { KeptRecord } from '../tables.ts';
import { choiceOf, countingOf, headsOf, kinshipOf, thingOf } from './kinship.ts';
import { putTogether } from './put-together.ts';

const HERE = 'aaaaaaaa';
const THERE = 'bbbbbbbb';
const record = (body: Plan, at = 1): PrivateRecord => ({ kind: 'plan', day: '2026-11-20', at, body });
const places = (avoid: readonly string[], seek: readonly string[] = []): Plan => ({ type: 'people-places', avoid: [...avoid], seek: [...seek] });
const version = (recordId: string, revision: number, lineage: Lineage | undefined, avoid: readonly string[] = [], at = 1): KeptRecord => ({ recordId: recordId as KeptRecord['recordId'], revision, lineage, record: record(places(avoid), at) });

describe('how versions stand to each other', () => {
  it('is said by their lineages, whatever their numbers and records', () => {
    expect(kinshipOf(version('one', 9, { [HERE]: 1 }), version('other', 1, { [HERE]: 2 }))).toBe('older');
    expect(kinshipOf(version('one', 1, { [HERE]: 1 }), version('one', 9, { [THERE]: 1 }))).toBe('apart');
  });

  it('is said by the gateway’s numbers for records of before, and only within one record', () => {
    expect(kinshipOf(version('one', 2, undefined), version('one', 1, undefined))).toBe('newer');
    expect(kinshipOf(version('one', 1, undefined), version('one', 1, undefined))).toBe('same');
    expect(kinshipOf(version('one', 2, undefined), version('other', 1, undefined))).toBe('apart');
  });

  it('what an older release saves later stands beside what is here, and what was made from its record takes its place', () => {
    expect(kinshipOf(version('one', 3, undefined), version('one', 2, { [HERE]: 1 }))).toBe('apart');
    expect(kinshipOf(version('one', 1, undefined), version('one', 2, { [HERE]: 1 }))).toBe('older');
    expect(kinshipOf(version('one', 2, { [HERE]: 1 }), version('one', 1, undefined))).toBe('newer');
  });
});

it('every tablet shows the same version, the newest that no other comes after, whatever lies in which order', () => {
  const versions = [version('one', 1, { [HERE]: 1 }, ['first'], 9), version('one', 2, { [HERE]: 2 }, ['second'], 3), version('other', 1, { [THERE]: 1 }, ['theirs'], 4)];
  for (const rows of [versions, [...versions].reverse()]) {
    expect(headsOf(rows).map(({ record: { at } }) => at)).toEqual([4, 3]);
    expect(countingOf(rows).map(({ record: { at } }) => at)).toEqual([4]);
    expect(choiceOf(rows)).toHaveLength(2);
  }
});

it('versions that say the same are no choice', () => {
  expect(choiceOf([version('one', 1, { [HERE]: 1 }, ['yard'], 1), version('other', 1, { [THERE]: 1 }, ['yard'], 2)])).toEqual([]);
});

it('two plans of one’s own are two things, two lists of places are one', () => {
  const plan = (recordId: string) => ({ recordId: recordId as KeptRecord['recordId'], record: record({ type: 'if-then', when: 'a', then: 'b', triggers: [], timesUsed: 0, lastUsed: null, putAway: false }) });
  expect(thingOf(plan('one'))).not.toBe(thingOf(plan('other')));
  expect(thingOf(version('one', 1, {}))).toBe(thingOf(version('other', 1, {})));
});

describe('both put together', () => {
  it('have every line once, every step that is settled, and both notes', () => {
    expect(putTogether(record(places(['yard', 'shop'], ['Mum'])), record(places(['shop', 'wing'], ['Mum'])))).toEqual(places(['yard', 'shop', 'wing'], ['Mum']));
    const day = (notes: Record<string, string>, done: readonly 'food'[], own: string): Plan => ({ type: 'release-day', date: null, done: [...done], notes, own: [{ words: own, done: false }] });
    const on = (date: string) => record({ type: 'release-day', date, done: [], notes: {}, own: [] });
    expect(putTogether(on('2027-03-03'), on('2027-03-10'))).toBeUndefined();
    expect(putTogether(on('2027-03-03'), record(day({}, [], 'Bus')))).toMatchObject({ date: '2027-03-03' });
    expect(putTogether(record(day({ food: 'At Mum’s' }, [], 'Bus')), record(day({ food: 'Shelter', phone: 'Shop' }, ['food'], 'Bus')))).toEqual({ type: 'release-day', date: null, done: ['food'], notes: { food: 'At Mum’s · Shelter', phone: 'Shop' }, own: [{ words: 'Bus', done: false }] });
  });

  it('are not offered where they do not fit, or are no lists', () => {
    const many = (name: string) => places(Array.from({ length: 20 }, (_, index) => `${name} ${String(index)}`));
    expect(putTogether(record(many('a')), record(many('b')))).toBeUndefined();
    const safety = (helps: string): PrivateRecord => ({ kind: 'safety-plan', day: '2026-11-20', at: 1, body: { ...EMPTY_SAFETY_PLAN, helps } });
    expect(putTogether(safety('x'.repeat(300)), safety('y'.repeat(300)))).toBeUndefined();
    expect(putTogether(safety('Tea'), safety('Radio'))).toMatchObject({ helps: 'Tea\nRadio' });
    const settings = (asksUse: boolean): PrivateRecord => ({ kind: 'profile', day: '2026-11-20', at: 1, body: { welcomedAt: 1, asksUse } });
    expect(putTogether(settings(true), settings(false))).toBeUndefined();
  });
});
