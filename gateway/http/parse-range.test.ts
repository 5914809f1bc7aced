import { describe, expect, it } from 'vitest';
import { parseRange } from './parse-range.ts';

describe('the part of a file that is asked for', () => {
  it.each([
    ['bytes=0-9', { from: 0, to: 9 }],
    ['bytes=10-', { from: 10, to: 99 }],
    ['bytes=90-1000', { from: 90, to: 99 }],
    ['bytes=-5', { from: 95, to: 99 }],
    ['bytes=-500', { from: 0, to: 99 }],
    ['bytes=99-99', { from: 99, to: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    [undefined, undefined],
    ['bytes=-', undefined],
    ['bytes=9-3', undefined],
    ['bytes=0-1,4-5', undefined],
    ['lines=0-1', undefined],
    ['bytes=1e3-', undefined],
    ['bytes=99999999999999999999-', undefined],
  ])('is read from %s', (header, expected) => {
    expect(parseRange(header, 100)).toEqual(expected);
  });

  it('does not exist in an empty file', () => {
    expect(parseRange('bytes=0-', 0)).toBe('unsatisfiable');
    expect(parseRange('bytes=-1', 0)).toBe('unsatisfiable');
  });
});
