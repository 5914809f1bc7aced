import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areNamesFit, hasRoom } from './upload-rules.ts';

const part = fc.constantFrom('a', 'A', 'b', 'c.md', 'lesson one');
const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));

describe('the names of an upload', () => {
  it('fit exactly when each can be a file of its own in one folder, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 8 }), (paths) => {
        const small = paths.map((one) => one.toLowerCase());
        const clash = small.some((one, at) =>
          small.some((other, place) => place !== at && (one === other || other.startsWith(`${one}/`))),
        );
        expect(areNamesFit(paths)).toBe(!clash);
      }),
    );
  });
});

describe('the room on the disk', () => {
  it('is enough for the upload three times over with a quarter of a gigabyte left', () => {
    const quarter = 256 * 1024 * 1024;
    expect(hasRoom(quarter + 300, 100)).toBe(true);
    expect(hasRoom(quarter + 299, 100)).toBe(false);
  });
});
