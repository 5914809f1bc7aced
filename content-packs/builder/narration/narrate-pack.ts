import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '#protocol/packs/inline-text.ts';
import type { Lesson } from '#protocol/packs/lesson.ts';
import type { Narration } from '#protocol/packs/narration-place.ts';
import { questionParts, quizParts, spokenParts, wordsOf, type SpokenPart } from '#protocol/packs/narration.ts';
import type { Quiz } from '#protocol/packs/quiz.ts';
import type { CompiledContent, CompiledItem, CompiledPack } from '../compiled-pack.ts';
import type { UsedMedia } from '../media-shelf.ts';
import { sha256 } from '../node-crypto.ts';
import { findVoices, type VoiceOf } from './find-voices.ts';
import { narratePage } from './narrate-page.ts';

/** What came of reading a pack aloud: the pack, and a sentence for each thing that could not be. */
export type NarratedPack = { readonly compiled: CompiledPack; readonly remarks: readonly string[] };

/** Rises when the same text shall sound or be timed another way, so that old files in the cache are not used. */
const EDITION = 2;
/** Most words read aloud in one pack: two cores speak some hundred of them each second, and a teacher waits for the build. */
export const MOST_WORDS_READ = 15_000;

/**
 * Reads every lesson and quiz of a pack aloud at build time, with espeak-ng and opusenc where they are installed; without them,
 * or without a voice of a language, the pack stays as it is and the remarks say so. Takes a folder that keeps what was
 * made, by the hash of its words, so that building again is quick. The same words give the same files.
 */
export async function narratePack(compiled: CompiledPack, cacheFolder: string): Promise<NarratedPack> {
  const voiceOf = await findVoices();
  if (voiceOf === undefined) return { compiled, remarks: ['Nothing is read aloud: espeak-ng and opus-tools are not installed here.'] };
  await mkdir(cacheFolder, { recursive: true });
  const silent = compiled.pack.languages.filter((language) => voiceOf(language) === undefined);
  const media = new Map(compiled.media);
  const items: CompiledItem[] = [];
  const shelf = { voiceOf, media, cacheFolder, room: { words: MOST_WORDS_READ } };
  for (const item of compiled.items) items.push(await narrateItem(item, shelf));
  const remarks = silent.map((language) => `Nothing is read aloud in “${language}”: espeak-ng has no voice for it.`);
  if (shelf.room.words < 0) remarks.push(`Only the first ${String(MOST_WORDS_READ)} words of this pack are read aloud; a shorter pack is read whole.`);
  // It can be followed with the eyes shut when nothing of it is only to be looked at (the teacher's own word counts more).
  const pack = isAllSpoken(items) ? { ...compiled.pack, soundOnly: compiled.pack.soundOnly ?? true } : compiled.pack;
  return { compiled: { ...compiled, pack, items, media }, remarks };
}

function isAllSpoken(items: readonly CompiledItem[]): boolean {
  const pages = items.flatMap(({ files }) => [...files.values()].flatMap(({ content }) => ('pages' in content ? content.pages : [])));
  const asksOrShows = pages.some(({ blocks }) => blocks.some(({ kind }) => kind === 'question' || kind === 'video'));
  return items.every(({ kind }) => kind === 'lesson') && !asksOrShows && pages.every(({ narration }) => narration !== undefined);
}

type Shelf = { readonly voiceOf: VoiceOf; readonly media: Map<string, UsedMedia>; readonly cacheFolder: string; /** Words that may still be read. */ readonly room: { words: number } };

async function narrateItem(item: CompiledItem, shelf: Shelf): Promise<CompiledItem> {
  const files = new Map(item.files);
  for (const [language, file] of item.files) {
    const voice = shelf.voiceOf(language);
    if (voice === undefined) continue;
    const stem = `narration/${file.path.replace(/\.json$/, '')}`;
    const content = await narrateContent(file.content, (parts, name) => keepNarration(parts, voice, { language, path: `${stem}-${name}`, item, shelf }));
    files.set(language, { ...file, content });
  }
  return { ...item, files };
}

type Read = (parts: readonly SpokenPart[], name: string) => Promise<{ readonly narration?: Narration }>;

async function narrateContent(content: CompiledContent, read: Read): Promise<CompiledContent> {
  if ('pages' in content) {
    const pages = await twoAtOnce(content.pages, async (page, at) => ({ ...page, ...(await read(spokenParts(page, content.title), String(at + 1))) }));
    return { ...content, pages } satisfies Lesson;
  }
  if (!('questions' in content)) return content;
  const questions = await twoAtOnce(content.questions, async (question, at) => ({ ...question, ...(await read(questionParts(question), String(at + 1))) }));
  return { ...content, ...(await read(quizParts(content), 'start')), questions } satisfies Quiz;
}

/** Two voices speak at a time: they are programs of their own, and builders have two cores at least. */
async function twoAtOnce<T>(all: readonly T[], make: (one: T, at: number) => Promise<T>): Promise<T[]> {
  const made = [...all];
  const left = [...all.entries()];
  const takeTurns = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) made[next[0]] = await make(next[1], next[0]);
  };
  await Promise.all([takeTurns(), takeTurns()]);
  return made;
}

type Where = { readonly language: Language; readonly path: string; readonly item: CompiledItem; readonly shelf: Shelf };

async function keepNarration(parts: readonly SpokenPart[], voice: string, { language, path, item, shelf }: Where): Promise<{ readonly narration?: Narration }> {
  if (parts.length === 0) return {};
  // What was made before counts too: the same source gives the same pack, whatever this machine has kept.
  shelf.room.words -= parts.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
  if (shelf.room.words < 0) return {};
  const name = sha256(new TextEncoder().encode(JSON.stringify([EDITION, voice, language, parts])));
  const audioFile = join(shelf.cacheFolder, `${name}.opus`);
  const timingsFile = join(shelf.cacheFolder, `${name}.json`);
  if (!existsSync(audioFile) || !existsSync(timingsFile)) {
    const { audio, timings } = await narratePage(parts, voice, language);
    await putFile(audioFile, audio);
    await putFile(timingsFile, JSON.stringify(timings));
  }
  const usedBy = new Set([item.activityId]);
  const narration = { audio: `${path}.opus`, timings: `${path}.json` };
  shelf.media.set(narration.audio, { file: { place: audioFile, bytes: (await stat(audioFile)).size }, type: 'audio/ogg', role: 'narration', usedBy });
  shelf.media.set(narration.timings, { file: { place: timingsFile, bytes: (await readFile(timingsFile)).length }, type: 'application/json', role: 'narration', usedBy });
  return { narration };
}

/** Written beside and renamed, so that a build that was stopped leaves no half file to be used by the next. */
async function putFile(path: string, content: string | Uint8Array): Promise<void> {
  // A name of its own: two pages with the same words may be made at the same time.
  const fresh = `${path}.${randomUUID()}.new`;
  await writeFile(fresh, content);
  await rename(fresh, path);
}
