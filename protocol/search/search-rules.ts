import { stripArabicClitics } from './arabic-clitics.ts';
import { foldLetters } from './fold-letters.ts';
import { SHORTEST_STEM, stemPolish } from './polish-stem.ts';
import { baseLanguage, splitWords } from './split-words.ts';
import { expandWelsh } from './welsh-mutations.ts';

/** Version of these rules. An index made by another version is not searched: its words would not be the ones looked for. */
export const SEARCH_RULES = 1;

/** One form in which a typed word is looked for. */
export type QueryForm = {
  readonly term: string;
  /** How much a hit weighs: what was typed, letter for letter, before its plain form, before forms the language gives. */
  readonly boost: number;
  /** Words that only begin with it count too. */
  readonly prefix: boolean;
};

const TYPED = 3;
const PLAIN = 2;
const OTHER_FORM = 1;

/** One or two letters begin too many words to be looked for as a beginning; the word being typed is (see `queryForms`). */
const SHORTEST_PREFIX = 3;

/** What one word of a text is indexed under: its plain form, itself where that differs, and in Arabic its bare form. */
export function indexTerms(word: string, language: string): readonly string[] {
  const plain = foldLetters(word);
  const terms = new Set([plain, typedForm(word)]);
  if (baseLanguage(language) === 'ar') terms.add(stripArabicClitics(plain));
  terms.delete('');
  return [...terms];
}

/**
 * The forms in which one typed word is looked for in an index of `language`, the likeliest first. `unfinished`: it is
 * the last word and more letters may come, so even one letter is looked for as a beginning.
 */
export function queryForms(word: string, language: string, unfinished: boolean): readonly QueryForm[] {
  const plain = foldLetters(word);
  if (plain === '') return [];
  const forms = new Map<string, QueryForm>();
  const add = (term: string, boost: number, prefix: boolean) => {
    if (!forms.has(term)) forms.set(term, { term, boost, prefix });
  };
  const prefix = unfinished || plain.length >= SHORTEST_PREFIX;
  const typed = typedForm(word);
  if (typed !== plain) add(typed, TYPED, prefix);
  add(plain, PLAIN, prefix);
  for (const term of otherForms(plain, baseLanguage(language))) add(term, OTHER_FORM, term.length >= SHORTEST_PREFIX);
  return [...forms.values()];
}

/** The typed words of a query in an index's language, each with its forms; a query without a word gives none. */
export function parseQuery(query: string, language: string): readonly (readonly QueryForm[])[] {
  const words = splitWords(query, language);
  const unfinished = /[\p{L}\p{M}\p{N}]$/u.test(query);
  return words
    .map(({ word }, at) => queryForms(word, language, unfinished && at === words.length - 1))
    .filter((forms) => forms.length > 0);
}

function otherForms(plain: string, language: string): readonly string[] {
  switch (language) {
    case 'cy':
      return expandWelsh(plain);
    case 'ar':
      return [stripArabicClitics(plain)];
    case 'pl':
      return stemPolish(plain).length >= SHORTEST_STEM ? [stemPolish(plain)] : [];
    default:
      return [];
  }
}

/** As written, in one way of composing letters and small. */
function typedForm(word: string): string {
  return word.normalize('NFC').toLowerCase();
}
