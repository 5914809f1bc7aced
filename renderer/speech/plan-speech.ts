import { loadClip, loadClipNames } from '../shell/load-speech.ts';
import { clipNameOf } from './clip-name.ts';
import { playClip, sayAloud } from './soundings.ts';
import type { Utterance } from './start-reading.ts';

/** Where sounds are found: the tablet's own files, or a test's. */
export type ClipSource = {
  readonly names: (language: string) => Promise<ReadonlySet<string>>;
  readonly load: (language: string, name: string) => Promise<Blob | undefined>;
};

const namesByLanguage = new Map<string, Promise<ReadonlySet<string>>>();

/** The files beside the page; the list of a language is asked for once. */
export const OWN_CLIPS: ClipSource = {
  names: (language) => {
    const known = namesByLanguage.get(language) ?? loadClipNames(language);
    namesByLanguage.set(language, known);
    return known;
  },
  load: loadClip,
};

type Speaking = { readonly language: string; readonly voice: SpeechSynthesisVoice | undefined; readonly clips?: ClipSource };

/**
 * How these words can be said here, each by the sound that was built for it, else by the machine's own voice. What
 * neither has is left out: a sentence with a date in it, where the machine has no voice. Nothing at all: an empty list.
 */
export async function planSpeech(words: readonly string[], { language, voice, clips = OWN_CLIPS }: Speaking): Promise<readonly Utterance[]> {
  const built = await clips.names(language);
  const planned = await Promise.all(
    words.filter((line) => line.trim() !== '').map(async (line): Promise<Utterance | undefined> => {
      const name = await clipNameOf(language, line);
      const speak = voice === undefined ? undefined : () => sayAloud(line, voice);
      if (!built.has(name)) return speak && { prepare: async () => speak };
      return {
        prepare: async () => {
          const clip = await clips.load(language, name);
          return clip === undefined ? speak : () => playClip(clip);
        },
      };
    }),
  );
  return planned.filter((utterance) => utterance !== undefined);
}
