import { runProgram } from './run-program.ts';

/** Samples each second of what espeak-ng writes. */
export const SAMPLE_RATE = 22_050;
/** Words each minute: espeak-ng's usual 175 is too quick for people who follow the words with their eyes. */
const WORDS_PER_MINUTE = '140';

/** Says a text with marks of SSML; answers its samples. `gap`: silence put between words, in hundredths of a second. */
export async function synthesise(voice: string, ssml: string, gap = 0): Promise<Int16Array> {
  const gaps = gap === 0 ? [] : ['-g', String(gap)];
  const wave = await runProgram('espeak-ng', ['-v', voice, '-s', WORDS_PER_MINUTE, ...gaps, '-m', '-b', '1', '--stdout'], `${ssml}\n`);
  // A WAV head of 44 bytes; sizes in it are wrong when it is written to a pipe, so only its length counts.
  const bytes = wave.subarray(44, wave.length - (wave.length % 2));
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** Words as they may stand in SSML. */
export function escapeXml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A silence that no voice makes by itself, to tell one thing that is said from the next. */
export function longPause(seconds: number): string {
  return `<break time="${String(seconds * 1000)}ms"/>\n`;
}
