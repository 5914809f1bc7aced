import { expect, it } from 'vitest';
import { fitInto } from './picture-of.ts';

it('a picture is drawn with its longest side within the limit, in its own shape, and never larger than it was', () => {
  expect(fitInto(1600, 3200, 2400)).toEqual({ width: 1600, height: 1200 });
  expect(fitInto(1600, 1200, 4000)).toEqual({ width: 480, height: 1600 });
  expect(fitInto(1600, 640, 480)).toEqual({ width: 640, height: 480 });
  expect(fitInto(1600, 100_000, 1)).toEqual({ width: 1600, height: 1 });
});
