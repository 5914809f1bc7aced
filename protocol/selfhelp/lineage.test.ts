import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareLineage, growLineage, hasMadeBeside, type Lineage } from './lineage.ts';

const makers = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'];
const lineage = fc.dictionary(fc.constantFrom(...makers), fc.integer({ min: 1, max: 5 }));
const OPPOSITE = { same: 'same', newer: 'older', older: 'newer', apart: 'apart' } as const;

it('what was made knowing others is newer than each of them, and they are older', () => {
  fc.assert(fc.property(fc.array(lineage, { maxLength: 4 }), fc.constantFrom(...makers), (all: readonly Lineage[], maker) => {
    const next = growLineage(all, maker);
    for (const one of all) expect([compareLineage(next, one), compareLineage(one, next)]).toEqual(['newer', 'older']);
  }));
});

it('what a maker makes from another’s version needs another name, where its own would hide what it made and did not see', () => {
  const start = growLineage([], 'aaaaaaaa');
  const own = growLineage([start], 'aaaaaaaa');
  const others = growLineage([start], 'bbbbbbbb');
  expect([hasMadeBeside([others], [start, own, others], 'aaaaaaaa'), hasMadeBeside([own, others], [start, own, others], 'aaaaaaaa')]).toEqual([true, false]);
  expect(compareLineage(growLineage([others], 'aaaaaaaa'), own)).not.toBe('apart');
  expect(compareLineage(growLineage([others], 'cccccccc'), own)).toBe('apart');
});

it('two versions stand to each other the same from both sides', () => {
  fc.assert(fc.property(lineage, lineage, (one, other) => { expect(compareLineage(other, one)).toBe(OPPOSITE[compareLineage(one, other)]); }));
});

it('two that were made from one, on two tablets, stand apart until somebody has seen both', () => {
  const start = growLineage([], 'aaaaaaaa');
  const [here, there] = [growLineage([start], 'aaaaaaaa'), growLineage([start], 'bbbbbbbb')];
  expect(compareLineage(here, there)).toBe('apart');
  expect(compareLineage(growLineage([here, there], 'bbbbbbbb'), here)).toBe('newer');
});
