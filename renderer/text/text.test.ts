import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './languages.ts';
import { textFiles, type Namespace } from './namespaces.ts';
import { readingGrade, sentencesOf, wordsOf } from '#protocol/packs/reading-grade.ts';

const namespaces = Object.keys(textFiles.en) as Namespace[];
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Line = { readonly key: string; readonly words: string };

function flatten(node: object, path = ''): readonly Line[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [{ key: path + key, words: value }] : flatten(value as object, `${path}${key}.`),
  );
}

async function linesOf(language: (typeof LANGUAGES)[number], namespace: Namespace): Promise<readonly Line[]> {
  return flatten((await textFiles[language][namespace]()).text);
}

const baseKeys = (lines: readonly Line[]) => [...new Set(lines.map(({ key }) => key.replace(PLURAL, '')))].sort();
const holes = (words: string) => [...words.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe.each(namespaces)('the words of %s', (namespace) => {
  it('are there in every language, with nothing over', async () => {
    const english = await linesOf('en', namespace);
    for (const language of LANGUAGES) expect(baseKeys(await linesOf(language, namespace))).toEqual(baseKeys(english));
  });

  it('have every plural form the language needs', async () => {
    for (const language of LANGUAGES) {
      const keys = new Set((await linesOf(language, namespace)).map(({ key }) => key));
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const bases = [...keys].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, ''));
      for (const base of bases) for (const form of forms) expect(keys).toContain(`${base}_${form}`);
    }
  });

  it('fill in the same facts in every language', async () => {
    const english = new Map((await linesOf('en', namespace)).map(({ key, words }) => [key, holes(words)]));
    for (const language of LANGUAGES) {
      for (const { key, words } of await linesOf(language, namespace)) {
        const wanted = english.get(key) ?? english.get(key.replace(PLURAL, '_other'));
        // "Two things" may be said without the digit in the forms for none, one and two.
        const ignoresCount = /_(zero|one|two)$/.test(key);
        const facts = (list: readonly (string | undefined)[] | undefined) => list?.filter((name) => !(ignoresCount && name === 'count'));
        expect(facts(holes(words)), `${language} ${key}`).toEqual(facts(wanted));
      }
    }
  });

  it('are never empty and have no stray spaces', async () => {
    for (const language of LANGUAGES) {
      for (const { key, words } of await linesOf(language, namespace)) {
        expect(words.trim(), `${language} ${key}`).toBe(words);
        expect(words, `${language} ${key}`).not.toBe('');
      }
    }
  });

  it('can be read at the age of nine in English: short sentences, short words', async () => {
    const sentences = (await linesOf('en', namespace)).flatMap(({ words }) => sentencesOf(words));
    for (const sentence of sentences) expect(wordsOf(sentence).length, sentence).toBeLessThanOrEqual(16);
    expect(readingGrade(sentences)).toBeLessThanOrEqual(4);
  });
});

it('the reading grade tells a plain text from a hard one', () => {
  expect(readingGrade(['The cat sat on the mat.', 'It is safe.'])).toBeLessThan(2);
  expect(readingGrade(['Notwithstanding applicable correspondence restrictions, communications are subsequently reviewed.'])).toBeGreaterThan(12);
});
