import { runProgram } from '../../content-packs/builder/narration/run-program.ts';
import { sayApart } from '../../content-packs/builder/narration/speak-sentences.ts';
import { escapeXml, SAMPLE_RATE } from '../../content-packs/builder/narration/synthesise.ts';

/** Says lines with a voice of espeak-ng and answers the samples of each. */
export function speakLines(voice: string, lines: readonly string[]): Promise<readonly Int16Array[]> {
  return sayApart(voice, lines.map((line) => escapeXml(line).replaceAll(/\s+/g, ' ')));
}

/** Encodes samples as Ogg Opus, small: speech of a machine gains nothing from more. */
export function encodeSpeech(samples: Int16Array): Promise<Buffer> {
  const raw = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  return runProgram('opusenc', ['--quiet', '--raw', '--raw-bits', '16', '--raw-rate', String(SAMPLE_RATE), '--raw-chan', '1', '--bitrate', '14', '--comp', '5', '--framesize', '60', '--speech', '--serial', '1', '--padding', '0', '--discard-comments', '-', '-'], raw);
}
