import { TIMINGS_FORMAT, wordsOf, type SpokenPart, type Timings } from '#protocol/packs/narration.ts';
import { runProgram } from './run-program.ts';
import { MOST_WORDS, speakSentences } from './speak-sentences.ts';
import { SAMPLE_RATE } from './synthesise.ts';

/** A page read aloud: Ogg Opus, and when each of its words begins. */
export type NarratedPage = { readonly audio: Uint8Array; readonly timings: Timings };

/** Silence between two parts of a page, in samples: half a second, so that a heading does not run into its text. */
const PAUSE = SAMPLE_RATE / 2;

/**
 * Reads the parts of one page aloud in a voice of espeak-ng. The same parts give the same bytes with the same programs:
 * opusenc is given a serial number and takes no comments.
 */
export async function narratePage(parts: readonly SpokenPart[], voice: string, language: string): Promise<NarratedPage> {
  const sounds: Int16Array[] = [];
  const timed: Timings['parts'][number][] = [];
  const sentences = parts.map(({ text }) => sentencesOf(text));
  const spoken = [...(await speakSentences(voice, sentences.flat()))];
  let at = 0;
  for (const [place, { part }] of parts.entries()) {
    const onsets: number[] = [];
    for (const { samples, onsets: found } of spoken.splice(0, sentences[place]?.length ?? 0)) {
      onsets.push(...found.map((onset) => Math.round(((at + onset) / SAMPLE_RATE) * 1000)));
      sounds.push(samples);
      at += samples.length;
    }
    timed.push({ part, words: onsets });
    sounds.push(new Int16Array(PAUSE));
    at += PAUSE;
  }
  const raw = Buffer.concat(sounds.map((samples) => Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)));
  const audio = await runProgram('opusenc', ['--quiet', '--raw', '--raw-bits', '16', '--raw-rate', String(SAMPLE_RATE), '--raw-chan', '1', '--bitrate', '20', '--speech', '--serial', '1', '--discard-comments', '-', '-'], raw);
  return { audio, timings: { format: TIMINGS_FORMAT, language, parts: timed, length: Math.round((at / SAMPLE_RATE) * 1000) } };
}

/** The words of a text, cut where a sentence ends, and anyway after `MOST_WORDS`. */
export function sentencesOf(text: string): readonly (readonly string[])[] {
  const sentences: string[][] = [[]];
  for (const { from, to } of wordsOf(text)) {
    const word = text.slice(from, to);
    sentences.at(-1)?.push(word);
    if (/[.!?…؟۔][)"'”’»]*$/u.test(word) || sentences.at(-1)?.length === MOST_WORDS) sentences.push([]);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}
