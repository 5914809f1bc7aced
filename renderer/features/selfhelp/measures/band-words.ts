import type { text } from '../../../text/en/measures.ts';

type BandWord = keyof typeof text.band;

/** Every band that has a sentence. A licensed file may bring others: they have their numbers and no sentence. */
const words: Readonly<Record<BandWord, true>> = {
  minimal: true,
  low: true,
  mild: true,
  moderate: true,
  'moderately-severe': true,
  'moderate-to-severe': true,
  severe: true,
  'lower-risk': true,
  'increasing-risk': true,
  'higher-risk': true,
  'possible-dependence': true,
  'not-lonely': true,
  lonely: true,
};

/** Whether a band's id has words of its own. */
export function isBandWord(band: string): band is BandWord {
  return Object.hasOwn(words, band);
}
