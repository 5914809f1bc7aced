import { describe, expect, it } from 'vitest';
import { compareLate, judgeLate } from './late-rules.ts';
import type { LateTablet } from './staff-api.ts';

const DAY = 86_400_000;
const now = 1000 * DAY;
const ago = (days: number) => now - days * DAY;

describe('tablets whose work is older than so many days', () => {
  it.each([
    ['its own word that work has waited longer', { oldestUnsentAt: ago(8), heardAt: ago(1) }, 'unsent'],
    ['silence, when it said that nothing waits', { oldestUnsentAt: null, heardAt: ago(8) }, 'silent'],
    ['its own word before silence', { oldestUnsentAt: ago(30), heardAt: ago(20) }, 'unsent'],
    ['silence with younger work on it', { oldestUnsentAt: ago(7), heardAt: ago(7.5) }, 'silent'],
    ['nothing on the very day', { oldestUnsentAt: ago(7), heardAt: ago(7) }, null],
    ['nothing while it is heard and its work is young', { oldestUnsentAt: ago(3), heardAt: now }, null],
  ])('are listed for %s', (_why, work, expected) => {
    expect(judgeLate(work, 7, now)).toBe(expected);
  });

  it('stand in the order of how old their work may be, then by place', () => {
    const row = (name: string, oldestAt: number) => ({ name, wing: 'A', oldestAt }) as LateTablet;
    const sorted = [row('c', 5), row('b', 9), row('a', 5)].sort(compareLate).map(({ name }) => name);
    expect(sorted).toEqual(['a', 'c', 'b']);
  });
});
