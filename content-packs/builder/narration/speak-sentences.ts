import { findStretches, splitAtPauses, type Stretch } from './split-sound.ts';
import { escapeXml, longPause, SAMPLE_RATE, synthesise } from './synthesise.ts';

/** Most words said in one go. */
export const MOST_WORDS = 40;

/** A sentence as sound: 16-bit samples, and the sample at which each word begins. */
export type SpokenSentence = { readonly samples: Int16Array; readonly onsets: readonly number[] };

/** Between sentences, in seconds; and between words where they are told apart. */
const BETWEEN_SENTENCES = 4;
const BETWEEN_WORDS = 0.4;
/** A pause at least so long parts two of either. */
const PARTS_SENTENCES = 2.5;
const PARTS_WORDS = 0.25;

/**
 * Says sentences with espeak-ng and finds out when each word begins. The program tells no times, so everything is said
 * twice: as it shall be heard, and once more with a silence after each word. The second tells how long each word takes
 * beside the others, and the sentence of the first is divided in that way. Measured against the true beginnings (found by
 * changing the loudness from one word on) words of six trial sentences were within 0.08 s, one 0.14 s off; where numbers or
 * joined words make the two differ, length in letters decides, up to 0.3 s off. Finding them truly costs several times more.
 * All sentences go through one run of the program, because starting it costs more than speaking.
 */
export async function speakSentences(voice: string, sentences: readonly (readonly string[])[]): Promise<readonly SpokenSentence[]> {
  const texts = sentences.map((words) => escapeXml(words.join(' ')));
  const plain = await sayApart(voice, texts);
  const spaced = await sayApart(voice, texts, BETWEEN_WORDS * 100);
  return sentences.map((words, at) => {
    const samples = plain[at] ?? new Int16Array();
    return { samples, onsets: placeWords(words, samples, findStretches(spaced[at] ?? new Int16Array(), PARTS_WORDS)) };
  });
}

/** Each text as a sound of its own. Where the pauses between cannot be told, each is said by itself. */
export async function sayApart(voice: string, texts: readonly string[], gap = 0): Promise<readonly Int16Array[]> {
  const together = splitAtPauses(await synthesise(voice, texts.join(longPause(BETWEEN_SENTENCES)), gap), PARTS_SENTENCES);
  if (together.length === texts.length) return together;
  const alone: Int16Array[] = [];
  // A text without a sound, such as a dash, is an empty one.
  for (const text of texts) alone.push(splitAtPauses(await synthesise(voice, text, gap), Infinity)[0] ?? new Int16Array());
  return alone;
}

/** Divides a sentence among its words: as they were heard apart, or by their letters where that gave another number of them. */
export function placeWords(words: readonly string[], samples: Int16Array, heard: readonly Stretch[]): readonly number[] {
  const [whole] = findStretches(samples, Infinity);
  if (whole === undefined) return words.map(() => 0);
  const shares = heard.length === words.length ? sharesOf(heard) : words.map(lettersOf);
  const all = shares.reduce((sum, share) => sum + share, 0);
  let before = 0;
  return shares.map((share) => {
    const onset = Math.round(whole.from + (before / all) * (whole.to - whole.from));
    before += share;
    return onset;
  });
}

/** How long each word takes, with the pause that a comma makes after it. */
function sharesOf(heard: readonly Stretch[]): readonly number[] {
  return heard.map(({ from, to }, at) => {
    const next = heard[at + 1];
    const pause = next === undefined ? 0 : Math.max(0, next.from - to - BETWEEN_WORDS * SAMPLE_RATE);
    return to - from + pause;
  });
}

/** A digit is said with a whole word. */
function lettersOf(word: string): number {
  return word.length + 1 + 3 * (word.match(/\d/g)?.length ?? 0);
}
