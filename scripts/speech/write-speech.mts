import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findVoices, type VoiceOf } from '../../content-packs/builder/narration/find-voices.ts';
import { clipNameOf } from '../../renderer/speech/clip-name.ts';
import { spokenForm } from '../../renderer/speech/spoken-form.ts';
import { LANGUAGES, LANGUAGE_NAMES, type Language } from '../../renderer/text/languages.ts';
import { collectSpokenLines, type SpokenLine } from './spoken-lines.mts';
import { encodeSpeech, speakLines } from './speak-lines.mts';

/** Lines said in one run of the voice. */
const BATCH = 60;
/** Batches at once: one for each of two cores. */
const AT_ONCE = 2;

type Clip = { readonly name: string; readonly words: string };

/** What came of it: how many sounds there are, how many were made anew, and a sentence for what could not be spoken. */
export type WrittenSpeech = { readonly clips: number; readonly made: number; readonly remarks: readonly string[] };

/**
 * Speaks the tablet's own words at build time with espeak-ng, where it and opusenc are installed: a small sound for
 * each line, and a list of their names for each language. Takes the folder they go into and one that keeps them by
 * the hash of their words, so that building again speaks only what changed. The programs are only run, never linked or
 * shipped; what they say is ours.
 */
export async function writeSpeech(outFolder: string, cacheFolder: string, chosen?: readonly SpokenLine[]): Promise<WrittenSpeech> {
  await rm(outFolder, { recursive: true, force: true });
  const voiceOf = await findVoices();
  if (voiceOf === undefined) return { clips: 0, made: 0, remarks: ['The screens have no voice: espeak-ng and opus-tools are not installed here.'] };
  const lines = chosen ?? (await collectSpokenLines());
  const remarks: string[] = [];
  let clips = 0;
  let made = 0;
  for (const language of LANGUAGES) {
    const own = lines.filter((line) => line.language === language);
    const written = await writeLanguage(language, own.map(({ words }) => words), { voiceOf, outFolder, cacheFolder });
    if (written === undefined) remarks.push(`The screens have no voice in ${LANGUAGE_NAMES[language]}: espeak-ng has none for it.`);
    clips += written?.clips ?? 0;
    made += written?.made ?? 0;
  }
  return { clips, made, remarks };
}

type Folders = { readonly voiceOf: VoiceOf; readonly outFolder: string; readonly cacheFolder: string };

async function writeLanguage(language: Language, words: readonly string[], { voiceOf, outFolder, cacheFolder }: Folders): Promise<{ clips: number; made: number } | undefined> {
  const voice = voiceOf(language);
  if (voice === undefined) return undefined;
  const kept = join(cacheFolder, voice);
  const out = join(outFolder, language);
  await Promise.all([mkdir(kept, { recursive: true }), mkdir(out, { recursive: true })]);
  const clips = await Promise.all(words.map(async (line) => ({ name: await clipNameOf(language, line), words: line })));
  const missing = clips.filter(({ name }) => !existsSync(join(kept, `${name}.opus`)));
  const batches = Array.from({ length: Math.ceil(missing.length / BATCH) }, (_, at) => missing.slice(at * BATCH, (at + 1) * BATCH));
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) await speakBatch(voice, batch, kept);
  }));
  await Promise.all(clips.map(({ name }) => putBeside(join(kept, `${name}.opus`), join(out, `${name}.opus`))));
  await writeFile(join(outFolder, `${language}.json`), JSON.stringify(clips.map(({ name }) => name).sort()));
  return { clips: clips.length, made: missing.length };
}

async function speakBatch(voice: string, batch: readonly Clip[], folder: string): Promise<void> {
  const sounds = await speakLines(voice, batch.map(({ words }) => spokenForm(words)));
  for (const [at, { name }] of batch.entries()) {
    const path = join(folder, `${name}.opus`);
    // Written beside and renamed, so that a build that was stopped leaves no half sound to be used by the next.
    await writeFile(`${path}.new`, await encodeSpeech(sounds[at] ?? new Int16Array()));
    await rename(`${path}.new`, path);
  }
}

/** A second name for the same bytes where the disk can do that. */
async function putBeside(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to));
}
