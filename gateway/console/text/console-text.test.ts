import { describe, expect, it } from 'vitest';
import type { ConsoleWords } from '../console-feature.ts';
import { consoleFeatures } from '../features.ts';
import { consoleWords } from './start-console-text.ts';

const namespaces = [consoleWords, ...consoleFeatures.flatMap((feature) => feature.words)];

describe.each(namespaces.map((words) => [words.namespace, words] as const))('the words of %s', (_name, words) => {
  it.each(['cy', 'ar'] as const)('have in %s every key and every gap to fill that English has', (language) => {
    expect(gapsByKey(words[language])).toEqual(gapsByKey(words.en));
  });

  it.each(['cy', 'ar'] as const)('are translated in %s, not copied', (language) => {
    const english = sentences(words.en);
    // A product name, "Tablet" or "%" may be the same; whole sentences may not.
    const copied = [...sentences(words[language])].filter(([key, word]) => word.split(' ').length > 3 && english.get(key) === word);
    expect(copied).toEqual([]);
  });
});

describe('the words of the desks', () => {
  it('have a name of their own each', () => {
    const names = namespaces.map(({ namespace }) => namespace);
    expect(new Set(names).size).toBe(names.length);
  });

  it('have a navigation word and a line on the home page for every desk', () => {
    const known = sentences(consoleWords.en);
    for (const { key } of consoleFeatures) {
      expect(known.has(`nav.${key}`)).toBe(true);
      expect(known.has(`home.about.${key}`)).toBe(true);
    }
  });
});

/** Every key with the names of its `{{gaps}}`, sorted. */
function gapsByKey(words: ConsoleWords): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...sentences(words)].map(([key, word]) => [key, [...word.matchAll(/\{\{(\w+)\}\}/g)].map(([, gap]) => gap ?? '').sort()]));
}

function sentences(words: ConsoleWords, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, word]) => (typeof word === 'string' ? [[`${path}${key}`, word] as const] : [...sentences(word, `${path}${key}.`)])),
  );
}
