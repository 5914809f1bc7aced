/** One word of a text: as it stands there, and where (UTF-16 positions). */
export type PlacedWord = { readonly word: string; readonly from: number; readonly to: number };

/** A run of letters, their marks and digits. */
const RUN = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*`;
const PLAIN = new RegExp(RUN, 'gu');
const JOINED = new RegExp(String.raw`${RUN}(?:['’ʼ\u00ad\u200c\u200d]${RUN})*`, 'gu');

/** In these languages what stands at an apostrophe is two words: `i'r dref`, `l'acqua`. In others it is one: `don't`, `п'ять`. */
const SPLIT_AT_APOSTROPHE: ReadonlySet<string> = new Set(['cy', 'fr', 'it', 'ga']);

/** The words of a text in reading order. Takes the text and its language code (`cy`, `pt-br`). */
export function splitWords(text: string, language: string): readonly PlacedWord[] {
  const pattern = SPLIT_AT_APOSTROPHE.has(baseLanguage(language)) ? PLAIN : JOINED;
  return Array.from(text.matchAll(pattern), ({ 0: word, index }) => ({ word, from: index, to: index + word.length }));
}

/** The language without region or script: `pt` of `pt-br`. */
export function baseLanguage(language: string): string {
  return language.split('-')[0] ?? language;
}
