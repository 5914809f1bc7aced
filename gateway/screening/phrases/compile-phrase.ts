import { wordsView } from '../views/further-views.ts';
import { plainView } from '../views/plain-view.ts';
import type { DictionaryEntry } from './entry.ts';

/** A phrase ready to be looked for at a place of a view. Both patterns are sticky and bounded. */
export type Phrase = {
  readonly entry: DictionaryEntry;
  /** Beginnings of which one must stand at the place, at most three letters, double letters once. */
  readonly keys: readonly string[];
  /** Words with a space between. */
  readonly spaced: RegExp;
  /** The same with no space at all, for words written apart or together. */
  readonly dense: RegExp;
  readonly words: number;
  /** Counts only where a trick was undone to find it. */
  readonly hiddenOnly: boolean;
};

/** Letters of the beginnings phrases are kept under. */
export const KEY_LENGTH = 3;

/** Makes a phrase of one of an entry's `says`. Throws when it is empty or begins with a gap: a fault in a dictionary. */
export function compilePhrase(entry: DictionaryEntry, said: string): Phrase {
  const hiddenOnly = said.startsWith('~');
  const tokens = said.replace('~', '').trim().split(/\s+/);
  const first = tokens[0] ?? '';
  const keys = first.split('/').map((word) => onceOnly(foldPhrase(word)).slice(0, KEY_LENGTH));
  if (first === '...' || keys.includes('')) throw new Error(`${entry.id}: “${said}” begins with no word`);
  const words = tokens.filter((token) => token !== '...');
  const spaced = tokens.reduce((pattern, token, at) => {
    if (token === '...') return `${pattern}(?: [^ ]{1,20}){0,3}`;
    return `${pattern}${at === 0 ? '' : ' '}${tokenPattern(token, '[^ ]{0,12}')}`;
  }, '');
  const dense = words.map((token) => tokenPattern(token, '[^ ]{0,3}')).join('');
  return {
    entry,
    keys,
    spaced: new RegExp(`${spaced}(?= |$)`, 'yu'),
    dense: new RegExp(dense, 'yu'),
    words: words.length,
    hiddenOnly,
  };
}

function onceOnly(text: string): string {
  return text.replaceAll(/(.)\1+/gsu, '$1');
}

function tokenPattern(token: string, ending: string): string {
  const words = token.split('/').map((word) => {
    const letters = foldPhrase(word).replaceAll(/(.)\1/gsu, '$1{1,2}');
    return word.endsWith('*') ? `${letters}${ending}` : letters;
  });
  return words.length === 1 ? (words[0] ?? '') : `(?:${words.join('|')})`;
}

function foldPhrase(word: string): string {
  return wordsView(plainView(word)).text.replaceAll(' ', '');
}
