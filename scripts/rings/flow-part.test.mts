import { expect, it } from 'vitest';
import { partOfFlow } from './flow-part.mts';

it('each flow is in one part, also one whose name fits two or none, and one in a folder of its own', () => {
  expect(partOfFlow('pack-to-progress.test.ts')).toBe('courses');
  expect(partOfFlow('pack-power-cut.test.ts')).toBe('outages');
  expect(partOfFlow('one-person-two-tablets.test.ts')).toBe('tablets');
  expect(partOfFlow('something-new.test.ts')).toBe('people');
  expect(partOfFlow('deeper/week-offline.test.ts')).toBe('outages');
});
