/** A paragraph to be indexed and the language it is in. */
export type GeneratedParagraph = { readonly language: string; readonly text: string };

/** Sounds that words of each language are put together from; made-up words, so the corpus has no licence and no names. */
const SYLLABLES: Readonly<Record<string, readonly string[]>> = {
  en: ['ra', 'ting', 'con', 'me', 'sure', 'dle', 'wor', 'ck', 'ther', 'un', 'der', 'pla', 'ce', 'tion', 'half', 'nu', 'mber', 'ten', 'go', 'sh'],
  cy: ['cath', 'dwr', 'gar', 'pen', 'llyf', 'rhag', 'wy', 'edd', 'ŷd', 'mawr', 'bach', 'tre', 'iad', 'au', 'car', 'nos', 'ddydd', 'ffor', 'gwl', 'ain', 'el', 'on', 'in', 'ol'],
  pl: ['szk', 'oła', 'łódź', 'ami', 'prze', 'czy', 'scie', 'mac', 'row', 'niez', 'grod', 'żół', 'wie', 'nia', 'dom', 'ka', 'ta', 'ro', 'że', 'ach', 'ego', 'po', 'na', 'do'],
  ar: ['كتا', 'ب', 'مد', 'رس', 'ة', 'قل', 'م', 'بي', 'ت', 'سو', 'ق', 'عم', 'ل', 'نه', 'ار', 'طري', 'شم', 'س', 'جد', 'يد', 'حر', 'وف', 'كِ', 'ين'],
};

const WORDS_PER_LANGUAGE = 12_000;
const WORDS_IN_A_PARAGRAPH = 24;

/** Paragraphs of four languages in turn, about 145 letters each; the same seed gives the same ones. */
export function generateCorpus(paragraphs: number, seed: number): readonly GeneratedParagraph[] {
  const random = seededRandom(seed);
  const words = new Map(Object.entries(SYLLABLES).map(([language, syllables]) => [language, makeWords(syllables, random)]));
  const languages = [...words.keys()];
  return Array.from({ length: paragraphs }, (_, at) => {
    const language = languages[at % languages.length] ?? 'en';
    const known = words.get(language) ?? [];
    return { language, text: Array.from({ length: WORDS_IN_A_PARAGRAPH }, () => pickCommon(known, random)).join(' ') };
  });
}

/** Numbers from 0 to below 1 that a seed decides (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Few words are common and most are rare, as in any language (Zipf's law). */
function pickCommon(words: readonly string[], random: () => number): string {
  return words[Math.floor(words.length ** random()) - 1] ?? words[0] ?? '';
}

function makeWords(syllables: readonly string[], random: () => number): readonly string[] {
  const words = new Set<string>();
  while (words.size < WORDS_PER_LANGUAGE) {
    const length = 2 + Math.floor(random() * 3);
    words.add(Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)] ?? '').join(''));
  }
  return [...words];
}
