import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BOOK_ENTRY, makeBook } from '../../../tests/support/book-fixture.ts';
import { makePdf } from '../../../tests/support/pdf-fixture.ts';
import { checkSource } from '../check-source.ts';
import { collectPassages } from '../collect-passages.ts';
import { collectCarriedText, TEXT_LIMITS } from './collect-carried-text.ts';
import { textOfPage } from './text-of-page.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'throughline-text-'));
  const put = async (name: string, content: string | Uint8Array) => {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), content);
  };
  for (const [name, { bytes }] of makeBook()) await put(name, bytes);
  await put('content/leaflet/a.pdf', await makePdf());
  await put('content/site/index.html', '<html lang="en"><head><title>Timber</title></head><body><h1>Sawing oak</h1><p>Mind the <b>ker</b>f.</p></body></html>');
  await put('content/site/b/second.html', '<html lang="en"><body><p>Sharpening a chisel</p><script>const hidden = "secret";</script></body></html>');
  await put('pack.yaml', `id: tiny-pack\nlanguages: [en]\ntitle: { en: T }\nsummary: { en: T }\nsubject: maths\nlevel: [any]\nlicence: CC0-1.0\nattribution: [Us]\nitems:
  - { id: book, kind: epub, title: { en: A book }, entry: ${BOOK_ENTRY}, folder: content/book, minutes: 5 }
  - { id: leaflet, kind: pdf, title: { en: A leaflet }, entry: content/leaflet/a.pdf, folder: content/leaflet, minutes: 5 }
  - { id: site, kind: web, title: { en: Pages }, entry: content/site/index.html, folder: content/site, minutes: 5 }\n`);
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function found() {
  const { compiled, problems } = await checkSource(root);
  if (compiled === undefined) throw new Error(JSON.stringify(problems));
  const { passages } = await collectCarriedText(compiled);
  return collectPassages(compiled, 'en', passages);
}

it('a book is found by the words of each chapter, under the chapter’s name', async () => {
  const golden = (await found()).find(({ text }) => text.includes('golden kéy'));
  expect([golden?.activityId, golden?.title]).toEqual(['tiny-pack.book', 'Chapter 2']);
});

it('a PDF is found by its words and opens at their page', async () => {
  const part = (await found()).find(({ text }) => text.includes('Part 4 of the leaflet'));
  expect([part?.activityId, part?.page]).toEqual(['tiny-pack.leaflet', 3]);
});

it('plain pages are found, all of them, and their scripts are not', async () => {
  const pages = (await found()).filter(({ activityId, text }) => activityId === 'tiny-pack.site' && text !== '');
  expect(pages.map(({ title, text }) => [title, text])).toEqual([['Sawing oak', 'Sawing oak\nMind the kerf.'], ['', 'Sharpening a chisel']]);
});

it('a page is read whatever is written in it', () => {
  expect(textOfPage('<p>a &lt; b &eacute; &#233; &nonsense; <br/>c<!-- <p>no --><style>p{}</style><nav>menu</nav> d').lines).toEqual(['a < b é é &nonsense;', 'c', 'd']);
  expect(textOfPage('2 < 3 <script>never closed').lines).toEqual(['2 < 3']);
  expect(textOfPage('<title>T&amp;T</title><script src="x"/><p>after')).toEqual({ title: 'T&T', lines: ['after'] });
});

it('a page made to take time takes none', () => {
  const began = performance.now();
  for (const part of ['<', '<!--', '<script>', '<nav><nav', '&amp', '<p '.repeat(3)]) textOfPage(part.repeat(300_000));
  expect(performance.now() - began).toBeLessThan(10_000);
});

it('a book without end goes in as far as the limit, and that is known', async () => {
  const { compiled } = await checkSource(root);
  const long = path.join(root, 'long.html');
  await writeFile(long, `<p>${'word '.repeat(200)}</p>`.repeat(1000));
  const used = compiled!.content.get('content/site/index.html')!;
  const content = new Map([['content/site/index.html', { ...used, file: { place: long, bytes: 1 } }]]);
  const { passages, cut } = await collectCarriedText({ items: compiled!.items.slice(2), content });
  const characters = [...passages.values()].flat().reduce((sum, { text }) => sum + text.length, 0);
  expect(cut).toEqual(['tiny-pack.site']);
  expect(characters).toBeLessThanOrEqual(TEXT_LIMITS.itemCharacters);
  expect(characters).toBeGreaterThan(TEXT_LIMITS.itemCharacters * 0.95);
});
