import { describe, expect, it } from 'vitest';
import { flagReasons } from '../flag.ts';
import { compilePhrase } from '../phrases/compile-phrase.ts';
import { screenBody } from '../screen-body.ts';
import { dictionaries } from './dictionaries.ts';

const entries = dictionaries.flatMap((dictionary) => dictionary.entries.map((entry) => ({ ...entry, language: dictionary.language })));
const reasonsIn = (text: string) => screenBody(text, null).map((flag) => flag.reason);

describe('the dictionaries', () => {
  it('are eight, and each speaks of self-harm, threats, drugs, escape, money and children', () => {
    expect(dictionaries.map(({ language }) => language)).toEqual(['en', 'cy', 'pl', 'ar', 'ro', 'ur', 'es', 'sq']);
    for (const dictionary of dictionaries) {
      const reasons = dictionary.entries.map((entry) => entry.reason);
      expect(reasons, dictionary.language).toEqual(expect.arrayContaining(['self-harm', 'violence', 'drug-name', 'escape-plan', 'way-of-paying', 'secret-with-child']));
    }
  });

  it('have an id for each entry, and examples of both kinds beside it', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const entry of entries) {
      expect(entry.id.startsWith(`${entry.language}-`), entry.id).toBe(true);
      expect([entry.catches.length > 0, entry.leaves.length > 0], entry.id).toEqual([true, true]);
    }
  });

  it('refuse a phrase that begins with no word', () => {
    expect(() => compilePhrase(entries[0]!, '... you')).toThrow('begins with no word');
    expect(() => compilePhrase(entries[0]!, '!!')).toThrow('begins with no word');
  });
});

describe.each(entries)('$id', (entry) => {
  it.each(entry.catches)('catches “%s”', (text) => {
    expect(reasonsIn(text)).toContain(entry.reason);
  });

  it.each(entry.leaves)('leaves “%s”', (text) => {
    expect(screenBody(text, null).filter((flag) => flag.hint !== true)).toEqual([]);
  });

  it('finds every phrase it says, openly or hidden', () => {
    for (const said of entry.says) {
      const plain = said.replace('~', '').replaceAll(/(\S+?)\/\S+/g, '$1').replaceAll('*', '').replaceAll(' ...', '');
      const text = said.startsWith('~') ? Array.from(plain).join(' ') : plain;
      expect(screenBody(text, null).map((flag) => flag.code), said).toContain(flagReasons[entry.reason]);
    }
  });
});
