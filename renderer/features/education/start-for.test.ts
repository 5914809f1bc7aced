import { expect, test } from 'vitest';
import type { ProgressEvent } from '#protocol/education/schema.ts';
import type { PackItem } from '#protocol/packs/manifest.ts';
import type { Course } from './course.ts';
import { courseProgress } from './rules.ts';
import { startFor } from './start-for.ts';

/** A course of one activity of this kind that was left at `place`. */
function courseLeftAt(kind: PackItem['kind'], place: string): Course {
  const item = { activityId: 'course.one', kind, title: { en: 'One' }, entry: { en: 'en/one' }, completion: { rule: 'viewed' }, minutes: 5, params: {} } as unknown as PackItem;
  const data = { page: 2, pages: 9, place, answers: { a: { kind: 'true-false', value: true } } };
  const event = { eventId: 'e', packId: 'course', packVersion: 1, activityId: 'course.one', verb: 'progressed', at: 1, data } as unknown as ProgressEvent;
  return { manifest: { languages: ['en'] }, progress: courseProgress([item], [event]) } as unknown as Course;
}

const resumeOf = (course: Course, page?: number) => startFor(course, 'course.one', { language: 'en', textSize: 100, theme: 'light' }, null, { page })?.resume;

test('what a search found in a document opens at its page, also where the document was left elsewhere', () => {
  expect(resumeOf(courseLeftAt('pdf', '3'))).toMatchObject({ page: 2, place: '3' });
  const found = resumeOf(courseLeftAt('pdf', '3'), 6);
  expect(found).toMatchObject({ page: 6 });
  expect(found).not.toHaveProperty('place');
});

test('what a search found in a quiz opens at its page, with the answers and the order they were asked in', () => {
  expect(resumeOf(courseLeftAt('quiz', 'mix-1'), 4)).toEqual({ page: 4, place: 'mix-1', answers: { a: { kind: 'true-false', value: true } } });
});
