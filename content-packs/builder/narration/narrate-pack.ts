import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '#protocol/packs/inline-text.ts';
import type { Lesson, Page } from '#protocol/packs/lesson.ts';
import { spokenParts, type SpokenPart } from '#protocol/packs/narration.ts';
import type { CompiledItem, CompiledPack } from '../compiled-pack.ts';
import type { UsedMedia } from '../media-shelf.ts';
import { sha256 } from '../node-crypto.ts';
import { findVoices, type VoiceOf } from './find-voices.ts';
import { narratePage } from './narrate-page.ts';

/** What came of reading a pack aloud: the pack, and a sentence for each thing that could not be. */
export type NarratedPack = { readonly compiled: CompiledPack; readonly remarks: readonly string[] };

/** Rises when the same text shall sound or be timed another way, so that old files in the cache are not used. */
const EDITION = 1;

/**
 * Reads every lesson of a pack aloud at build time, with espeak-ng and opusenc where they are installed; without them,
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
  for (const item of compiled.items) items.push(item.kind === 'lesson' ? await narrateItem(item, { voiceOf, media, cacheFolder }) : item);
  const remarks = silent.map((language) => `Nothing is read aloud in “${language}”: espeak-ng has no voice for it.`);
  // It can be followed with the eyes shut when nothing of it is only to be looked at (the teacher's own word counts more).
  const pack = isAllSpoken(items) ? { ...compiled.pack, soundOnly: compiled.pack.soundOnly ?? true } : compiled.pack;
  return { compiled: { ...compiled, pack, items, media }, remarks };
}

function isAllSpoken(items: readonly CompiledItem[]): boolean {
  const pages = items.flatMap(({ files }) => [...files.values()].flatMap(({ content }) => ('pages' in content ? content.pages : [])));
  const asksOrShows = pages.some(({ blocks }) => blocks.some(({ kind }) => kind === 'question' || kind === 'video'));
  return items.every(({ kind }) => kind === 'lesson') && !asksOrShows && pages.every(({ narration }) => narration !== undefined);
}

type Shelf = { readonly voiceOf: VoiceOf; readonly media: Map<string, UsedMedia>; readonly cacheFolder: string };

async function narrateItem(item: CompiledItem, shelf: Shelf): Promise<CompiledItem> {
  const files = new Map(item.files);
  for (const [language, file] of item.files) {
    const voice = shelf.voiceOf(language);
    if (voice === undefined || !('pages' in file.content)) continue;
    const stem = `narration/${file.path.replace(/\.json$/, '')}`;
    const pages: Page[] = [];
    for (const [at, page] of file.content.pages.entries()) {
      const parts = spokenParts(page, file.content.title);
      const path = `${stem}-${String(at + 1)}`;
      if (parts.length === 0) pages.push(page);
      else pages.push({ ...page, narration: await keepNarration(parts, voice, { language, path, item, shelf }) });
    }
    const content: Lesson = { ...file.content, pages };
    files.set(language, { ...file, content });
  }
  return { ...item, files };
}

type Where = { readonly language: Language; readonly path: string; readonly item: CompiledItem; readonly shelf: Shelf };

async function keepNarration(parts: readonly SpokenPart[], voice: string, { language, path, item, shelf }: Where): Promise<NonNullable<Page['narration']>> {
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
  return narration;
}

/** Written beside and renamed, so that a build that was stopped leaves no half file to be used by the next. */
async function putFile(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.new`, content);
  await rename(`${path}.new`, path);
}
