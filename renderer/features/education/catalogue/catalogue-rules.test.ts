import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Course } from '../course.ts';
import { countTopics, isInCatalogue, lengthOf, narrowDown, recentlyAdded, seriesOf, type Filters } from './catalogue-rules.ts';

type Said = { readonly id?: string; readonly languages?: readonly string[]; readonly subject?: string; readonly topics?: readonly string[]; readonly level?: readonly string[]; readonly minutes?: number; readonly soundOnly?: boolean; readonly place?: number; readonly fraction?: number; readonly publishedAt?: number; readonly lastAt?: number };

/** As much of a course as the catalogue looks at. */
const course = ({ id = 'a', languages = ['en'], subject = 'maths', topics, level = ['entry-3'], minutes = 60, soundOnly, place, fraction = 0, publishedAt = 0, lastAt }: Said = {}): Course =>
  ({
    pack: { id },
    manifest: { languages, subject, topics, level, minutes, a11y: { soundOnly }, series: place === undefined ? undefined : { id: 'walls', title: { en: 'Walls' }, place } },
    progress: { fraction, lastAt },
    publishedAt,
  }) as unknown as Course;
const open = { people: null };
const ids = (courses: readonly Course[]) => courses.map(({ pack }) => pack.id);

test.each([
  ['the day before it begins', { from: '2027-01-31' }, {}, '2027-01-30', false],
  ['the day it begins', { from: '2027-01-31' }, {}, '2027-01-31', true],
  ['its last day', {}, { until: '2027-01-31' }, '2027-01-31', true],
  ['the day after', {}, { until: '2027-01-31' }, '2027-02-01', false],
  ['a day the prison allows and the pack does not', { until: '2027-01-01' }, { until: '2027-12-31' }, '2027-02-01', false],
])('on %s a course is shown as the days say, with no network asked', (_, pack, release, today, shown) => {
  expect(isInCatalogue({ ...course().manifest, ...pack }, { ...open, ...release }, 'sam', today)).toBe(shown);
});

test('PACK-33 a program stands in no catalogue, and a course only in those of the people it is for', () => {
  const manifest = course().manifest;
  expect(isInCatalogue({ ...manifest, kind: 'runtime' }, open, 'sam', '2027-01-01')).toBe(false);
  expect(isInCatalogue(manifest, { people: ['sam'] }, 'sam', '2027-01-01')).toBe(true);
  expect(isInCatalogue(manifest, { people: ['sam'] }, 'rhys', '2027-01-01')).toBe(false);
});

test('narrowing by language says how many others there are', () => {
  const courses = [course({ id: 'a' }), course({ id: 'b', languages: ['cy'] }), course({ id: 'c', languages: ['pl', 'en-gb'] })];
  const { shown, otherLanguages } = narrowDown(courses, { language: 'en' });
  expect([ids(shown), otherLanguages]).toEqual([['a', 'c'], 1]);
});

test('a course for everyone fits every level', () => {
  expect(ids(narrowDown([course({ level: ['any'] }), course({ id: 'b', level: ['level-2'] })], { level: 'entry-1' }).shown)).toEqual(['a']);
});

test('topics are subjects and further words, the fullest first', () => {
  expect(countTopics([course(), course({ topics: ['driving', 'maths'] })])).toEqual([{ topic: 'maths', count: 2 }, { topic: 'driving', count: 1 }]);
});

test('half an hour is short, two hours are medium', () => {
  expect([30, 31, 120, 121].map(lengthOf)).toEqual(['short', 'medium', 'medium', 'long']);
});

test('a series is in its order, and what comes next is the first that is not finished', () => {
  const [walls] = seriesOf([course({ id: 'c', place: 3 }), course({ id: 'a', place: 1, fraction: 1 }), course({ id: 'b', place: 2 }), course({ id: 'x' })]);
  expect([ids(walls?.courses ?? []), walls?.next?.pack.id]).toEqual([['a', 'b', 'c'], 'b']);
});

test('what was begun is not new, and what came a month ago is not either', () => {
  const day = 24 * 60 * 60 * 1000;
  const courses = [course({ id: 'old', publishedAt: 0 }), course({ id: 'new', publishedAt: 29 * day }), course({ id: 'newest', publishedAt: 30 * day }), course({ id: 'begun', publishedAt: 30 * day, lastAt: 1 })];
  expect(ids(recentlyAdded(courses, 30 * day))).toEqual(['newest', 'new']);
});

test('whatever is chosen, a course is either shown, or counted as in another language, or really does not fit', () => {
  const said = fc.record({ languages: fc.constantFrom(['en'], ['cy'], ['en', 'cy'], ['ar']), subject: fc.constantFrom('maths', 'reading'), minutes: fc.constantFrom(10, 60, 300), soundOnly: fc.boolean() });
  const filters: fc.Arbitrary<Filters> = fc.record({ language: fc.constantFrom('en', 'cy', 'ar', undefined), topic: fc.constantFrom('maths', undefined), length: fc.constantFrom('short' as const, undefined), soundOnly: fc.constantFrom(true, undefined) });
  fc.assert(fc.property(fc.array(said), filters, (all, chosen) => {
    const courses = all.map((one) => course(one));
    const { shown, otherLanguages } = narrowDown(courses, chosen);
    const anyLanguage = narrowDown(courses, { ...chosen, language: undefined }).shown.length;
    expect(shown.length + otherLanguages).toBe(anyLanguage);
  }));
});
