import { wordsOf, type SpokenPart, type Timings } from '#protocol/packs/narration.ts';

/** A word of a narrated page: its part, its letters in the part's text, and when it begins, in seconds. */
export type TimedWord = { readonly part: string; readonly from: number; readonly to: number; readonly at: number };

/** Puts the words that are shown and the times of the sound together. Parts of an older text that do not fit are left out. */
export function timedWords(parts: readonly SpokenPart[], timings: Timings): readonly TimedWord[] {
  const times = new Map(timings.parts.map(({ part, words }) => [part, words]));
  return parts.flatMap(({ part, text }) => {
    const words = wordsOf(text);
    const onsets = times.get(part);
    if (onsets?.length !== words.length) return [];
    return words.map(({ from, to }, at) => ({ part, from, to, at: (onsets[at] ?? 0) / 1000 }));
  });
}

/** The word that is spoken at a time in seconds: the last that has begun. Undefined before the first. */
export function wordAt(words: readonly TimedWord[], seconds: number): TimedWord | undefined {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((words[middle]?.at ?? 0) <= seconds + 0.02) low = middle + 1;
    else high = middle;
  }
  return words[low - 1];
}
