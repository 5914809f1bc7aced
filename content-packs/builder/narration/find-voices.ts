import { runProgram } from './run-program.ts';

/** The voice of a language, or undefined where espeak-ng has none. */
export type VoiceOf = (language: string) => string | undefined;

/** Where a language has several voices: the one of this country. */
const OURS: Readonly<Record<string, string>> = { en: 'en-gb', pt: 'pt', fr: 'fr-fr', zh: 'cmn' };

/** What espeak-ng can speak; undefined where it, or opusenc, is not installed. */
export async function findVoices(): Promise<VoiceOf | undefined> {
  try {
    await runProgram('opusenc', ['--version'], '');
    const listing = await runProgram('espeak-ng', ['--voices'], '');
    const known = new Set(listing.toString('utf8').split('\n').flatMap((line) => /^\s*\d+\s+(\S+)/.exec(line)?.[1] ?? []));
    return (language) => [OURS[language], language, language.split('-')[0]].find((name) => name !== undefined && known.has(name));
  } catch {
    return undefined;
  }
}
