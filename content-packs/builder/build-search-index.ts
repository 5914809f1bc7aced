import MiniSearch from 'minisearch';
import type { Language } from '#protocol/packs/inline-text.ts';
import { foldLetters } from '#protocol/search/fold-letters.ts';
import { SEARCH_FIELDS, SEARCH_FORMAT, STORED_FIELDS, type Passage, type SearchFile } from '#protocol/search/index-file.ts';
import { indexTerms, SEARCH_RULES } from '#protocol/search/search-rules.ts';
import { splitWords } from '#protocol/search/split-words.ts';
import type { FoundPassage } from './collect-passages.ts';

/** Words on more than this share of a pack's pages tell nothing about a page and are left out of its text. */
const COMMON_SHARE = 0.25;
/** A small pack keeps all its words: there they cost nothing. */
const FEWEST_WITH_COMMON = 200;

/** Groups of words that mean the same in this pack, such as `GED`, `GCSE`, `functional skills`. */
export type Synonyms = readonly (readonly string[])[];

/**
 * Makes the search index of one pack in one language, so that no tablet has to. No clock and no chance in it: the same
 * passages give the same bytes. Takes the passages in reading order and the pack's synonyms in this language.
 */
export function buildSearchIndex(found: readonly FoundPassage[], language: Language, synonyms: Synonyms = []): SearchFile {
  const passages = found.map((passage, id): Passage => ({ ...passage, id, ...alsoSaid(passage, language, synonyms) }));
  const common = commonTerms(passages, language);
  const index = new MiniSearch<Passage>({
    fields: [...SEARCH_FIELDS],
    storeFields: [...STORED_FIELDS],
    tokenize: (text) => splitWords(text, language).map(({ word }) => word),
    processTerm: (word, field) => indexTerms(word, language).filter((term) => field !== 'text' || !common.has(term)),
  });
  index.addAll(passages);
  return { format: SEARCH_FORMAT, rules: SEARCH_RULES, language, common: [...common], index: { ...index.toJSON(), serializationVersion: 2 } };
}

function commonTerms(passages: readonly Passage[], language: Language): ReadonlySet<string> {
  if (passages.length < FEWEST_WITH_COMMON) return new Set();
  const pagesWith = new Map<string, number>();
  for (const { text } of passages) {
    const terms = new Set(splitWords(text, language).flatMap(({ word }) => indexTerms(word, language)));
    for (const term of terms) pagesWith.set(term, (pagesWith.get(term) ?? 0) + 1);
  }
  return new Set([...pagesWith].filter(([, pages]) => pages > passages.length * COMMON_SHARE).map(([term]) => term).sort());
}

/** The other words of each group of which the passage has one. */
function alsoSaid({ title, text }: FoundPassage, language: Language, synonyms: Synonyms): { readonly also?: string } {
  const said = spaced(`${title}\n${text}`, language);
  const other = synonyms.flatMap((group) => (group.some((words) => said.includes(spaced(words, language))) ? group : []));
  const missing = other.filter((words) => !said.includes(spaced(words, language)));
  return missing.length === 0 ? {} : { also: missing.join(' · ') };
}

/** Plain words with a space before and after each, so that a word is found only whole. */
function spaced(text: string, language: Language): string {
  return ` ${splitWords(text, language).map(({ word }) => foldLetters(word)).join(' ')} `;
}
