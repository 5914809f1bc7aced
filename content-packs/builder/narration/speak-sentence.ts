import { runProgram } from './run-program.ts';

/** Samples each second of what espeak-ng writes. */
export const SAMPLE_RATE = 22_050;
/** Words each minute: espeak-ng's usual 175 is too quick for people who follow the words with their eyes. */
const WORDS_PER_MINUTE = '140';
/** Most words said in one go: the measuring takes time with the square of it. */
export const MOST_WORDS = 40;

/** A sentence as sound: 16-bit samples, and the sample at which each word begins. */
export type SpokenSentence = { readonly samples: Int16Array; readonly onsets: readonly number[] };

/** How much longer or shorter a sentence may get by the change of loudness in it, in samples: a fifth of a second. */
const SLACK = SAMPLE_RATE / 5;
/** Samples by which the beginning of a sentence is known again. */
const MARK = 256;

/**
 * Says one sentence with espeak-ng and measures when each word begins. The program tells no times, so the sentence is
 * said again once for each word with everything from that word on a little quieter: up to the word the two sounds are
 * the same to the last sample, and where they part is where the word begins. So a time is right to the sample, as far
 * as a word that flows out of the one before has a beginning at all. A word with no sound begins with the next one.
 */
export async function speakSentence(voice: string, words: readonly string[]): Promise<SpokenSentence> {
  const escaped = words.map(escapeXml);
  const plain = await synthesise(voice, escaped.join(' '));
  const quieter = escaped.slice(1).map((_, at) => `${escaped.slice(0, at + 1).join(' ')} <prosody volume="80">${escaped.slice(at + 1).join(' ')}</prosody>`);
  // One run of the program says them all, a line each; they come one after the other with nothing between.
  const together = quieter.length === 0 ? new Int16Array() : await synthesise(voice, quieter.join('\n'));
  const begins = beginningsOf(together, plain, quieter.length);
  const takes = begins?.map((begin) => together.subarray(begin)) ?? (await sayEach(voice, quieter));
  return { samples: plain, onsets: rising([0, ...takes.map((take) => firstDifference(plain, take))], plain.length) };
}

/** Where each of `count` takes begins: about a sentence's length apart, with the sentence's own first sound. Undefined when one is not found. */
function beginningsOf(together: Int16Array, plain: Int16Array, count: number): readonly number[] | undefined {
  const first = plain.findIndex((sample) => sample !== 0);
  const mark = plain.subarray(first, first + MARK);
  const begins: number[] = [];
  for (let at = 0; begins.length < count; at = (begins.at(-1) ?? 0) + plain.length) {
    const from = begins.length === 0 ? 0 : at - SLACK;
    const found = findMark(together, mark, Math.max(0, from) + first, at + SLACK + first);
    if (found === undefined) return undefined;
    begins.push(found - first);
  }
  return begins;
}

function findMark(sound: Int16Array, mark: Int16Array, from: number, to: number): number | undefined {
  for (let at = from; at <= Math.min(to, sound.length - mark.length); at += 1) {
    if (sound[at] === mark[0] && mark.every((sample, place) => sound[at + place] === sample)) return at;
  }
  return undefined;
}

async function sayEach(voice: string, sentences: readonly string[]): Promise<readonly Int16Array[]> {
  const takes: Int16Array[] = [];
  for (const sentence of sentences) takes.push(await synthesise(voice, sentence));
  return takes;
}

/** The first sample in which two sounds differ; the length of the shorter when they do not. */
export function firstDifference(one: Int16Array, other: Int16Array): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at += 1) if (one[at] !== other[at]) return at;
  return length;
}

/** Onsets never fall and never lie beyond the end. */
function rising(onsets: readonly number[], length: number): readonly number[] {
  let last = 0;
  return onsets.map((onset) => (last = Math.min(Math.max(last, onset), length)));
}

async function synthesise(voice: string, ssml: string): Promise<Int16Array> {
  const wave = await runProgram('espeak-ng', ['-v', voice, '-s', WORDS_PER_MINUTE, '-m', '-b', '1', '--stdout'], `${ssml}\n`);
  // A WAV head of 44 bytes; sizes in it are wrong when it is written to a pipe, so only its length counts.
  const bytes = wave.subarray(44, wave.length - (wave.length % 2));
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

function escapeXml(word: string): string {
  return word.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
