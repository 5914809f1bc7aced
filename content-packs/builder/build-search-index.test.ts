import path from 'node:path';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { searchFileSchema } from '#protocol/search/index-file.ts';
import { buildSearchIndex } from './build-search-index.ts';
import { checkSource } from './check-source.ts';
import { collectPassages } from './collect-passages.ts';

const fractions = async () => {
  const { compiled } = await checkSource(path.resolve(import.meta.dirname, '../sources/fractions-you-can-use'));
  if (compiled === undefined) throw new Error('The course does not compile');
  return compiled;
};

test('the same source gives the same bytes, and a reader takes them', async () => {
  const [one, other] = await Promise.all([fractions(), fractions()]);
  const bytes = JSON.stringify(buildSearchIndex(collectPassages(one, 'cy'), 'cy'));
  expect(JSON.stringify(buildSearchIndex(collectPassages(other, 'cy'), 'cy'))).toBe(bytes);
  expect(searchFileSchema.safeParse(JSON.parse(bytes)).success).toBe(true);
});

test('every page of every lesson can be found, and leads to its place', async () => {
  const compiled = await fractions();
  const passages = collectPassages(compiled, 'en');
  for (const item of compiled.items) {
    const content = item.files.get('en')?.content;
    const pages = content !== undefined && 'pages' in content ? content.pages.length : 0;
    const found = passages.filter((passage) => passage.activityId === item.activityId);
    expect(new Set(found.flatMap(({ page }) => page ?? [])).size).toBe(pages);
  }
});

test('a quiz is found by what it asks and never by its answers', async () => {
  const passages = collectPassages(await fractions(), 'en');
  const quiz = passages.find(({ activityId, text }) => activityId?.endsWith('final-test') === true && text !== '');
  expect(quiz?.text).toContain('?');
  expect(quiz?.text).not.toMatch(/because|correct/i);
});

test('a page is also found by the other words that mean the same in this pack', () => {
  const file = buildSearchIndex([{ title: 'Your GCSE', text: 'Maths and English' }, { title: 'Cooking', text: 'Soup' }], 'en', [['GCSE', 'GED', 'functional skills']]);
  const index = MiniSearch.loadJS(JSON.parse(JSON.stringify(file.index)) as typeof file.index & Parameters<typeof MiniSearch.loadJS>[0], { fields: ['title', 'text', 'also'] });
  expect(index.search('ged').map(({ also }) => also as unknown)).toEqual(['GED · functional skills']);
});

test('words that are on most pages of a big pack are listed as common and left out of its text', () => {
  const passages = Array.from({ length: 300 }, (_, at) => ({ title: '', text: `the page ${String(at)} of many` }));
  const file = buildSearchIndex(passages, 'en');
  expect(file.common).toEqual(['many', 'of', 'page', 'the']);
  expect(JSON.stringify(file.index)).not.toContain('"the"');
});
