import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSearchIndex } from '../../content-packs/builder/build-search-index.ts';
import { createSearchEngine, type Found, type SearchEngine } from '../../renderer/features/education/search/search-engine.ts';

type Page = { readonly title: string; readonly text: string };

const course = (packId: string, language: string, pages: readonly Page[], engine: SearchEngine) => {
  const passages = pages.map((page, at) => ({ ...page, page: at, activityId: `${packId}.lesson-${String(at)}` as never }));
  expect(engine.load(packId, JSON.stringify(buildSearchIndex(passages, language)))).toBe(true);
};
const shelf = () => {
  const engine = createSearchEngine();
  course('maths', 'en', [{ title: 'Halves', text: 'A half is one of two equal parts.' }, { title: 'Algebra', text: 'Letters stand for numbers.' }, { title: 'Fractions of money', text: 'A quarter of a pound.' }], engine);
  course('mathemateg', 'cy', [{ title: 'Y gath', text: 'Mae cath yn y tŷ.' }, { title: 'Dŵr', text: 'Mae ei chath hi yn yfed dŵr.' }, { title: 'Cymru', text: 'Dw i’n byw yng Nghymru.' }], engine);
  return engine;
};
const places = (found: readonly Found[]) => found.map(({ packId, page }) => `${packId} ${String(page)}`);
const marked = (found: Found | undefined) => found?.line.filter((piece) => piece.found).map((piece) => piece.text);

test('a word leads to its page, and the word is marked in its sentence', () => {
  const [first] = shelf().search('equal', 'en').found;
  expect(first).toMatchObject({ packId: 'maths', page: 0, guess: false });
  expect(marked(first)).toEqual(['equal']);
});

test('a word in a title is shown in the title when the text does not have it', () => {
  expect(marked(shelf().search('algebra ', 'en').found[0])).toEqual(['Algebra']);
});

test('a word with a wrong letter is found and called a guess', () => {
  const { found } = shelf().search('algibra ', 'en');
  expect(places(found)).toEqual(['maths 1']);
  expect(found[0]?.guess).toBe(true);
});

test('what is sure comes before what is guessed', () => {
  const { found } = shelf().search('halv', 'en');
  expect(found.map(({ guess }) => guess)).toEqual([...found].map(({ guess }) => guess).sort());
  expect(found[0]).toMatchObject({ page: 0, guess: false });
});

test('Welsh mutations find each other, with and without the roof on the letter', () => {
  const { search } = shelf();
  for (const form of ['cath', 'gath', 'chath', 'nghath']) expect(places(search(`${form} `, 'cy').found)).toEqual(expect.arrayContaining(['mathemateg 0', 'mathemateg 1']));
  expect(places(search('cymru ', 'cy').found)).toContain('mathemateg 2');
  expect(marked(search('dwr ', 'cy').found[0])).toEqual(['dŵr']);
});

test('nothing is hidden by its language: an English reader finds the Welsh page', () => {
  expect(places(shelf().search('Nghymru ', 'en').found)).toEqual(['mathemateg 2']);
});

test('the words that are being typed are suggested, in the way they are written', () => {
  expect(shelf().search('frac', 'en').suggested).toEqual(['fractions']);
});

test('the same question gives the same answer, in whatever order the courses were loaded', () => {
  const engine = createSearchEngine();
  course('b', 'en', [{ title: 'One', text: 'The same words.' }], engine);
  course('a', 'en', [{ title: 'One', text: 'The same words.' }], engine);
  expect(places(engine.search('same', 'en').found)).toEqual(['a 0', 'b 0']);
});

test('a course that was let go is not found, and an index of other rules is passed over', () => {
  const engine = shelf();
  engine.drop('maths');
  expect(engine.search('equal ', 'en').found).toEqual([]);
  expect(engine.load('odd', '{"format":"throughline-search/2"}')).toBe(false);
  expect(engine.load('odd', JSON.stringify({ ...buildSearchIndex([], 'en'), rules: 99 }))).toBe(false);
  expect(engine.load('odd', 'no json')).toBe(false);
});

test.each(['', ' ', '?!', '"', 'a'.repeat(5000), '\u0000', '(', 'ـ', '🙂'])('any text may be typed: %j', (typed) => {
  expect(() => shelf().search(typed, 'en')).not.toThrow();
});

const samples = join(process.env['THROUGHLINE_SAMPLES'] ?? join(process.cwd(), '../shared/content'), 'stories');
const skip = existsSync(samples) ? undefined : `the sample stories are not at ${samples}`;

/** The story without its pictures, its heading marks and the list of who made it. */
const wordsOfStory = (markdown: string) => markdown.replace(/!\[[^\]]*\]\([^)]*\)/g, '').replace(/^[*#].*$/gm, '').replace(/\n+/g, '\n').slice(0, 1200);

test.skipIf(skip !== undefined)(`in real stories of five languages a word without its marks finds the story${skip === undefined ? '' : ` (skipped: ${skip})`}`, () => {
  const engine = createSearchEngine();
  const stories = readdirSync(samples).flatMap((language) => {
    const pages = readdirSync(join(samples, language)).sort().map((name) => ({ title: name, text: wordsOfStory(readFileSync(join(samples, language, name), 'utf8')) }));
    course(`stories-${language}`, language, pages, engine);
    return pages.map((page, at) => ({ ...page, language, at }));
  });
  for (const { language, text, at } of stories) {
    // The longest word of a story is nearly its own; typed as somebody without the right keys would.
    const word = (text.match(/[\p{L}\p{M}]+/gu) ?? []).reduce((longest, one) => (one.length > longest.length ? one : longest), '');
    const typed = word.normalize('NFD').replace(/[\p{Mn}\u0640]/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L');
    expect(places(engine.search(`${typed} `, 'en').found), `${language}: ${typed} for ${word}`).toContain(`stories-${language} ${String(at)}`);
  }
});
