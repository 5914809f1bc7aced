import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { findVoices } from '../../content-packs/builder/narration/find-voices.ts';
import { BOOK_ENTRY, makeBook } from '../../tests/support/book-fixture.ts';
import { hasSamples, readSample } from '../../tests/support/foreign/read-sample.ts';
import { makePdf } from '../../tests/support/pdf-fixture.ts';
import { H5P_RUNTIME_ID } from '../build-h5p-runtime.mts';
import { inProject } from '../lib/paths.mts';

/** A plain page, opened in a frame as everything of another maker is. */
const PAGE = '<!doctype html><html><head><script src="/__host/content-shim.js"></script><title>A page</title></head><body><h1>A page</h1></body></html>';

/** A SCORM 1.2 course that asks for its API as they all do. */
const SCORM = PAGE.replace('<h1>', '<script>var at=window;while(!at.API)at=at.parent;at.API.LMSInitialize("");at.API.LMSSetValue("cmi.core.lesson_location","1");</script><h1>');
const SCORM_2004 = SCORM.replaceAll('API.LMS', 'API_1484_11.').replaceAll('at.API)', 'at.API_1484_11)').replace('cmi.core.lesson_location', 'cmi.location');

/** An item of the bench: its name, words that are to be seen in the frame `inside` the player once it is open, and the goal over a Markdown lesson. */
export type OpenedItem = { readonly slug: string; readonly words: string; readonly inside?: string; readonly atMost: number };

/** Goals over those of a Markdown lesson, in milliseconds (content-packs.md 9): 0.3 s against 0.8 for documents, 1.0 for what other programs made. */
const [DOCUMENT, FOREIGN] = [2.67, 3.34];
/** A film or a voice is in a Markdown lesson: it may not make its words wait. */
const SAME = 1.5;
const FRAME = 'iframe.foreign-frame';

type Source = { readonly items: readonly (OpenedItem & { readonly yaml: object })[]; readonly put: (path: string, content: string | Uint8Array) => void; readonly folder: string };

/**
 * Writes a pack source with one item for each player into `folder`; those of other people's files only where these are
 * here. `spoken` is a pack of its own, because all lessons of a pack are read aloud or none.
 */
export async function writeOpenSource(folder: string, kind: 'every player' | 'spoken'): Promise<readonly OpenedItem[]> {
  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  put('en/lesson.md', '# A lesson\n\nA few words to read.\n');
  const lesson = { slug: 'lesson', words: 'A few words to read.', atMost: SAME, yaml: { lesson: 'lesson.md' } };
  const items = kind === 'spoken' ? [lesson] : [lesson, ...ownItems(put, folder), ...(await documents(put)), ...foreignItems(put), ...(hasSamples() ? await sampleItems(put) : [])];
  const runtimes = items.some(({ slug }) => slug === 'h5p') ? { runtimes: [{ packId: H5P_RUNTIME_ID, minVersion: 1 }] } : {};
  const described = { id: 'bench-open', languages: ['en'], title: { en: 'Bench' }, summary: { en: 'Bench' }, subject: 'bench', level: ['any'], licence: 'Apache-2.0', attribution: ['The bench'], ...runtimes };
  put('pack.yaml', stringify({ ...described, items: items.map(({ slug, yaml }) => ({ id: slug, minutes: 1, ...yaml })) }));
  return items.map(({ yaml: _, ...item }) => item);
}

/** Whether this machine can read a lesson aloud. */
export async function canSpeak(): Promise<boolean> {
  return (await findVoices()) !== undefined;
}

function ownItems(put: Source['put'], folder: string): Source['items'] {
  put('en/film.md', '# A film\n\nWords above it.\n\n![A short film](../media/the-wave.webm)\n');
  for (const name of ['the-wave.webm', 'the-wave.en.vtt', 'the-wave.poster.svg']) {
    mkdirSync(join(folder, 'media'), { recursive: true });
    copyFileSync(inProject(`content-packs/sources/getting-through-cravings/media/${name}`), join(folder, 'media', name));
  }
  return [{ slug: 'film', words: 'Words above it.', atMost: SAME, yaml: { lesson: 'film.md' } }];
}

async function documents(put: Source['put']): Promise<Source['items']> {
  put('content/pdf/leaflet.pdf', await makePdf());
  const below = dirname(BOOK_ENTRY);
  for (const [path, { bytes }] of makeBook()) put(path.replace(below, 'content/epub'), bytes);
  return [
    { slug: 'pdf', words: 'Part 1 of the leaflet', atMost: DOCUMENT, yaml: carried('pdf', 'leaflet.pdf', 'pdf') },
    { slug: 'epub', words: 'Chapter 1', inside: '.epub-frame', atMost: DOCUMENT, yaml: carried('epub', 'package.opf', 'epub') },
  ];
}

function foreignItems(put: Source['put']): Source['items'] {
  const pages = [['web', PAGE], ['scorm12', SCORM], ['scorm2004', SCORM_2004]] as const;
  return pages.map(([kind, page]) => {
    put(`content/${kind}/index.html`, page);
    return { slug: kind, words: 'A page', inside: FRAME, atMost: FOREIGN, yaml: carried(kind, 'index.html', kind) };
  });
}

async function sampleItems(put: Source['put']): Promise<Source['items']> {
  for (const [slug, sample] of [['cmi5', 'cmi5/single_au_basic_framed.zip'], ['h5p', 'h5p/true-false.h5p']] as const)
    for (const [path, bytes] of await readSample(sample)) put(`content/${slug}/${path}`, bytes);
  return [
    { slug: 'cmi5', words: 'Introduction to Geology', inside: FRAME, atMost: FOREIGN, yaml: { ...carried('cmi5', 'index.html', 'cmi5'), params: { moveOn: 'CompletedOrPassed' } } },
    { slug: 'h5p', words: 'Is this false?', inside: FRAME, atMost: FOREIGN, yaml: carried('h5p', 'h5p.json', 'h5p') },
  ];
}

function carried(slug: string, entry: string, kind: string): object {
  return { kind, title: { en: slug }, folder: `content/${slug}`, entry: `content/${slug}/${entry}` };
}
