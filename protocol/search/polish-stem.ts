/** Endings of nouns, adjectives and verbs, folded, the longest first. Light on purpose: a prefix search does the rest. */
const ENDINGS = ['iami', 'ami', 'ach', 'owi', 'ego', 'emu', 'ych', 'ich', 'ymi', 'imi', 'iem', 'iej', 'ow', 'om', 'em', 'ej', 'ie', 'ia', 'iu', 'y', 'i', 'a', 'e', 'u', 'o'];

/** A stem shorter than this would be the beginning of too many words (content-packs.md section 8). */
export const SHORTEST_STEM = 4;

/**
 * What is left of a Polish word without its ending, to be searched as the beginning of words: `szkolami` → `szkol`.
 * Takes a folded word (`foldLetters`); returns it whole where too little would be left.
 */
export function stemPolish(word: string): string {
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM);
  return ending === undefined ? word : word.slice(0, -ending.length);
}
