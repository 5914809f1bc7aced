import { expect, test } from 'vitest';
import type { PackItem } from '#protocol/packs/manifest.ts';
import type { ProgressEvent } from '#protocol/education/schema.ts';
import { courseProgress, inLanguage, itemLanguage } from './rules.ts';

const item = (slug: string): PackItem => ({ activityId: `course.${slug}`, kind: 'lesson', title: { en: slug }, entry: { en: `en/${slug}.json`, cy: `cy/${slug}.json` }, completion: { rule: 'viewed' }, minutes: 5 }) as unknown as PackItem;
const event = (slug: string, verb: ProgressEvent['verb'], at: number): ProgressEvent => ({ eventId: `${slug}${verb}${String(at)}`, packId: 'course', packVersion: 1, activityId: `course.${slug}`, verb, at, data: { page: 0, pages: 2 } }) as unknown as ProgressEvent;
const items = [item('a'), item('b'), item('c')];

test('the next thing to press is the one that was begun, even when an earlier one was skipped', () => {
  expect(courseProgress(items, [event('c', 'opened', 5)]).next?.item.activityId).toBe('course.c');
});

test('before anything was begun the first is next, and when all is done nothing is', () => {
  expect(courseProgress(items, []).next?.item.activityId).toBe('course.a');
  const done = courseProgress(items, items.map((one, at) => event(one.activityId.slice(7), 'completed', at)));
  expect([done.next, done.done, done.fraction]).toEqual([undefined, 3, 1]);
});

test('words fall back to the pack’s first language rather than to nothing', () => {
  expect(inLanguage({ cy: 'Ffracsiynau', en: 'Fractions' }, 'ar', 'en')).toBe('Fractions');
  expect(itemLanguage(items[0] as PackItem, 'cy', 'en')).toBe('cy');
  expect(itemLanguage(items[0] as PackItem, 'ar', 'en')).toBe('en');
});
