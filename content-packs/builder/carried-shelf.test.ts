import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSource } from './check-source.ts';

let root = '';
let made = 0;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'carried-'));
});
afterAll(() => rm(root, { recursive: true }));

const PAGE = '<!doctype html><html lang="en"><head><title>A</title></head><body><p>A page.</p></body></html>';
const ITEM = 'id: a, kind: web, title: { en: A }, minutes: 1, entry: content/a/index.html, folder: content/a';

async function check(item: string, files: Readonly<Record<string, string>> = {}, more = '') {
  made += 1;
  const folder = path.join(root, String(made));
  const yaml = `id: tiny-pack\nlanguages: [en]\ntitle: { en: T }\nsummary: { en: T }\nsubject: maths\nlevel: [any]\nlicence: MIT\nattribution: [A]\n${more}items:\n  - { ${item} }\n`;
  for (const [name, text] of Object.entries({ 'content/a/index.html': PAGE, 'pack.yaml': yaml, ...files })) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return checkSource(folder);
}

const codesOf = async (...what: Parameters<typeof check>) => (await check(...what)).problems.map(({ code }) => code);

describe('items that another program made', () => {
  it('take every file of their folder, whatever letters its name has', async () => {
    const { problems, compiled } = await check(ITEM, {
      'content/a/Bilder/Über uns.JPG': 'x',
      'content/a/.hidden': 'x',
    });
    expect(problems).toEqual([]);
    expect([...(compiled?.content ?? [])].map(([name, { type, role }]) => [name, type, role])).toEqual([
      ['content/a/Bilder/Über uns.JPG', 'image/jpeg', 'content'],
      ['content/a/index.html', 'text/html', 'content'],
    ]);
  });

  it.each([
    ['an entry that is not there', ITEM.replace('index', 'start'), {}, ['link-broken']],
    [
      'an entry outside its folder',
      ITEM.replace('content/a/index', 'content/b/index'),
      { 'content/b/index.html': 'x' },
      ['link-broken', 'file-unused'],
    ],
    [
      'a folder that is not there',
      ITEM.replaceAll('content/a', 'content/b'),
      {},
      ['file-missing', 'link-broken', 'file-unused'],
    ],
    ['a folder that is not below content', ITEM.replaceAll('content/a', 'media/a'), {}, ['yaml-shape']],
    [
      'a folder that climbs',
      ITEM.replace('folder: content/a', 'folder: content/../en'),
      {},
      ['file-missing', 'link-broken', 'file-unused'],
    ],
    ['a file of a kind no pack has', ITEM, { 'content/a/run.exe': 'x' }, ['file-kind', 'file-unused']],
    ['two names that differ in capitals', ITEM, { 'content/a/INDEX.html': PAGE }, ['file-name', 'link-broken']],
    [
      'a PDF that is none',
      ITEM.replace('web', 'pdf').replace('index.html', 'a.pdf'),
      { 'content/a/a.pdf': 'x' },
      ['media-broken'],
    ],
    ['a book whose entry is a page', ITEM.replace('web', 'epub'), {}, ['link-broken']],
    ['a kind and a lesson at once', `${ITEM}, lesson: a.md`, {}, ['yaml-shape']],
    ['a kind without its title', ITEM.replace('title: { en: A }, ', ''), {}, ['yaml-shape']],
    ['a title in another language only', ITEM.replace('en: A', 'cy: A'), {}, ['language-differs']],
    ['one before it that is none', `${ITEM}, after: [b]`, {}, ['yaml-shape']],
  ])('are refused with %s', async (_, item, files, codes) => {
    expect(await codesOf(item, files)).toEqual(codes);
  });

  it('wait for somebody who knows the terms', async () => {
    const { problems } = await check(ITEM);
    expect(problems).toEqual([]);
    made += 1;
    const folder = path.join(root, String(made - 1));
    await writeFile(
      path.join(folder, 'pack.yaml'),
      `id: tiny-pack\nlanguages: [en]\ntitle: { en: T }\nsummary: { en: T }\nsubject: maths\nlevel: [any]\nlicence: unknown\nattribution: [unknown]\nitems:\n  - { ${ITEM} }\n`,
    );
    expect((await checkSource(folder)).problems.map(({ code }) => code)).toEqual([
      'licence-missing',
      'licence-missing',
    ]);
  });
});
