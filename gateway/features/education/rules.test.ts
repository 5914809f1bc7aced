import { describe, expect, it } from 'vitest';
import { readersOf } from './rules.ts';

const people = [
  { personId: 'b', wing: 'B' },
  { personId: 'a', wing: 'A' },
];

describe('whom on a tablet a pack is for', () => {
  it('is everyone as soon as one publication is for everyone, also on a tablet with nobody on it yet', () => {
    expect(readersOf([{ kind: 'wing', wing: 'A' }, { kind: 'everyone' }], [])).toBe('everyone');
  });

  it('is those of the wing and those named, each once, in one order', () => {
    const audiences = [
      { kind: 'wing', wing: 'B' },
      { kind: 'person', personId: 'a' },
      { kind: 'person', personId: 'b' },
    ] as const;
    expect(readersOf(audiences, people)).toEqual(['a', 'b']);
  });

  it('is nobody where no publication fits, so that the tablet need not have it', () => {
    expect(
      readersOf(
        [
          { kind: 'wing', wing: 'C' },
          { kind: 'person', personId: 'c' },
        ],
        people,
      ),
    ).toBeUndefined();
    expect(readersOf([], people)).toBeUndefined();
  });
});
