import { FILE_TYPES, type FileEntry, type FileEnding } from '#protocol/packs/file-list.ts';
import type { ActivityId, Language, Paragraphs } from '#protocol/packs/inline-text.ts';
import type { Block } from '#protocol/packs/lesson.ts';
import { checkCaptions } from './check-captions.ts';
import { checkSvg } from './check-svg.ts';
import { compileParagraphs, type TextPlace } from './compile-inline.ts';
import { readPictureSize } from './picture-size.ts';
import { readHead, readText, readWhole, type SourceFile, type SourceFolder } from './read-source.ts';
import { isWhatItsNameSays, RECOGNISED_BY_BYTES } from './recognise-media.ts';

/** A source file that goes into the pack as it is. `usedBy` tells whose file list it goes into; `undefined` in it means the whole pack. */
export type UsedMedia = {
  readonly file: SourceFile;
  readonly type: FileEntry['type'];
  readonly role: FileEntry['role'];
  readonly usedBy: Set<ActivityId | undefined>;
};

type Picture = { readonly src: string; readonly alt: string; readonly width: number; readonly height: number };
type Sound = Extract<Block, { kind: 'audio' }>;
type Film = Extract<Block, { kind: 'video' }>;

/** The media of one pack: hands out what lessons name, checks it once, and remembers who used it. */
export type MediaShelf = {
  readonly used: ReadonlyMap<string, UsedMedia>;
  /** Every file some lesson names or that belongs to one (transcripts), also those found broken. */
  readonly named: ReadonlySet<string>;
  readonly usePicture: (name: string, alt: string | undefined, place: TextPlace) => Picture | undefined;
  readonly useSound: (name: string, title: string, place: TextPlace) => Sound | undefined;
  readonly useFilm: (name: string, title: string, place: TextPlace) => Film | undefined;
  /** The picture of the whole pack. */
  readonly useCover: (name: string, place: TextPlace) => string | undefined;
};

/** Creates the shelf over a source folder. `languages` are the pack's: a film needs captions in each (PACK-24). */
export function createMediaShelf(source: SourceFolder, languages: readonly Language[]): MediaShelf {
  const shelf: Shelf = { source, languages, used: new Map(), named: new Set(), checked: new Map() };
  return {
    used: shelf.used,
    named: shelf.named,
    usePicture: (name, alt, place) => {
      if (alt === undefined || alt.trim().length < 3) {
        place.problems.block(
          'alt-missing',
          place.file,
          place.line,
          `The picture ${name} needs a description for people who cannot see it: ![what it shows](${name}).`,
        );
      }
      const found = takePicture(shelf, name, place, 'image', place.activityId);
      return found && alt !== undefined && alt.trim() !== ''
        ? { src: found.path, alt: alt.trim(), ...found.size }
        : undefined;
    },
    useSound: (name, title, place) => takeSound(shelf, name, title, place),
    useFilm: (name, title, place) => takeFilm(shelf, name, title, place),
    useCover: (name, place) => takePicture(shelf, name, place, 'image', undefined)?.path,
  };
}

/** Longest paragraph made of captions, about a minute of speech. */
const PARAGRAPH_CHARACTERS = 900;

type Shelf = {
  readonly source: SourceFolder;
  readonly languages: readonly Language[];
  readonly used: Map<string, UsedMedia>;
  readonly named: Set<string>;
  /** Pictures looked at already; a broken one is reported once. */
  readonly checked: Map<string, { readonly width: number; readonly height: number } | undefined>;
};

/** `../media/a.svg` (as editors preview it) and `media/a.svg` mean the same. Anything outside `media/` is a problem. */
function findMedia(
  shelf: Shelf,
  name: string,
  place: TextPlace,
): { readonly path: string; readonly file: SourceFile } | undefined {
  const { problems, line } = place;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(name)) {
    problems.block(
      'link-outside',
      place.file,
      line,
      `${name} is on the internet. Save the file into the folder “media” and name it here.`,
    );
    return undefined;
  }
  const path = name.replace(/^\.\.?\//, '');
  const file = path.startsWith('media/') ? shelf.source.files.get(path) : undefined;
  shelf.named.add(path);
  if (file) return { path, file };
  problems.block(
    'link-broken',
    place.file,
    line,
    `There is no file ${name}. Pictures, sounds and films lie in the folder “media”.`,
  );
  return undefined;
}

function keep(
  shelf: Shelf,
  path: string,
  file: SourceFile,
  role: UsedMedia['role'],
  user: ActivityId | undefined,
): void {
  const known = shelf.used.get(path);
  if (known) known.usedBy.add(user);
  else shelf.used.set(path, { file, type: FILE_TYPES[endingOf(path) as FileEnding], role, usedBy: new Set([user]) });
}

function takePicture(
  shelf: Shelf,
  name: string,
  place: TextPlace,
  role: 'image' | 'poster',
  user: ActivityId | undefined,
) {
  const found = findMedia(shelf, name, place);
  if (!found) return undefined;
  if (!shelf.checked.has(found.path)) shelf.checked.set(found.path, checkPicture(shelf, found.path, place));
  const size = shelf.checked.get(found.path);
  if (!size) return undefined;
  keep(shelf, found.path, found.file, role, user);
  return { path: found.path, size };
}

function checkPicture(shelf: Shelf, path: string, place: TextPlace) {
  const { problems } = place;
  const ending = endingOf(path);
  if (!['svg', 'png', 'jpg', 'webp'].includes(ending)) {
    problems.block('file-kind', path, undefined, 'Pictures must be SVG, PNG, JPG or WebP.');
    return undefined;
  }
  const bytes = readWhole(shelf.source, path) ?? Buffer.alloc(0);
  const unsafe = ending === 'svg' ? checkSvg(bytes.toString('utf8')) : [];
  for (const { line, message } of unsafe) problems.block('svg-unsafe', path, line, message);
  const size = readPictureSize(bytes, ending);
  if (!size && unsafe.length === 0) {
    const wanted =
      ending === 'svg'
        ? 'It needs a viewBox, and no more than 10,000 points a side.'
        : `It is not a ${ending.toUpperCase()} picture, or too large.`;
    problems.block('picture-broken', path, undefined, wanted);
  }
  return unsafe.length === 0 ? size : undefined;
}

function takeSound(shelf: Shelf, name: string, title: string, place: TextPlace): Sound | undefined {
  const found = findMedia(shelf, name, place);
  if (!found || !isSound(shelf, found.path, place)) return undefined;
  titleNeeded(title, name, place);
  const transcript = transcriptOf(shelf, found.path, place);
  if (!transcript || title.trim() === '') return undefined;
  keep(shelf, found.path, found.file, 'audio', place.activityId);
  return { kind: 'audio', src: found.path, title: title.trim(), transcript };
}

function takeFilm(shelf: Shelf, name: string, title: string, place: TextPlace): Film | undefined {
  const found = findMedia(shelf, name, place);
  if (!found || !isSound(shelf, found.path, place)) return undefined;
  titleNeeded(title, name, place);
  const captions = shelf.languages.map((language) => captionsOf(shelf, found.path, language, place));
  const transcript = transcriptOf(shelf, found.path, place);
  const poster = posterOf(shelf, found.path, place);
  if (!transcript || !poster || captions.includes(undefined) || title.trim() === '') return undefined;
  keep(shelf, found.path, found.file, 'video', place.activityId);
  return {
    kind: 'video',
    src: found.path,
    poster: poster.path,
    title: title.trim(),
    ...poster.size,
    captions: captions.filter((one) => one !== undefined),
    transcript,
  };
}

function titleNeeded(title: string, name: string, place: TextPlace): void {
  if (title.trim() === '')
    place.problems.block('alt-missing', place.file, place.line, `${name} needs a name: ![what it is](${name}).`);
}

function isSound(shelf: Shelf, path: string, { problems }: TextPlace): boolean {
  const head = readHead(shelf.source, path, RECOGNISED_BY_BYTES) ?? Buffer.alloc(0);
  if (isWhatItsNameSays(head, endingOf(path))) return true;
  problems.block(
    'media-broken',
    path,
    undefined,
    `This is not a ${endingOf(path).toUpperCase()} file, or it is damaged.`,
  );
  return false;
}

/** `talk.webm` has its captions in `talk.en.vtt`, `talk.cy.vtt` and so on. */
function captionsOf(shelf: Shelf, path: string, language: Language, place: TextPlace) {
  const src = `${stemOf(path)}.${language}.vtt`;
  const file = shelf.source.files.get(src);
  shelf.named.add(src);
  if (!file) {
    place.problems.block(
      'captions-missing',
      path,
      undefined,
      `This film has no captions in “${language}”. They belong in ${src}.`,
    );
    return undefined;
  }
  const checked = readCaptions(shelf, src);
  if (!checked?.ok) {
    place.problems.block('captions-broken', src, checked?.line, checked?.message ?? 'This file is not there.');
    return undefined;
  }
  keep(shelf, src, file, 'captions', place.activityId);
  return { language, src };
}

function readCaptions(shelf: Shelf, src: string) {
  const bytes = readWhole(shelf.source, src);
  return bytes && checkCaptions(bytes.toString('utf8'));
}

/** The words of a sound or film: `talk.en.txt`, or else the captions of that language put together. */
function transcriptOf(shelf: Shelf, path: string, place: TextPlace): Paragraphs | undefined {
  const textFile = `${stemOf(path)}.${place.language}.txt`;
  if (shelf.source.files.has(textFile)) {
    shelf.named.add(textFile);
    const text = readText(shelf.source, textFile, place.problems);
    const paragraphs = text === undefined ? [] : compileParagraphs(text, { ...place, file: textFile, line: 1 });
    if (paragraphs.length > 0) return paragraphs;
  }
  const checked = readCaptions(shelf, `${stemOf(path)}.${place.language}.vtt`);
  if (checked?.ok) return paragraphsOf(checked.captions.map((one) => one.text));
  place.problems.block(
    'transcript-missing',
    path,
    undefined,
    `Its words in “${place.language}” are missing. Write them into ${textFile}.`,
  );
  return undefined;
}

/** A long talk is read more easily, and a run of text is only so long, when it is in paragraphs. */
function paragraphsOf(captions: readonly string[]): Paragraphs {
  const texts: string[] = [];
  for (const caption of captions) {
    const last = texts.at(-1);
    if (last === undefined || last.length + caption.length > PARAGRAPH_CHARACTERS) texts.push(caption);
    else texts[texts.length - 1] = `${last} ${caption}`;
  }
  return texts.map((text) => [{ kind: 'text', text }]);
}

/** The picture shown before a film starts: `talk.poster.svg` (or png, jpg, webp). It also tells the film's shape. */
function posterOf(shelf: Shelf, path: string, place: TextPlace) {
  const name = ['svg', 'png', 'jpg', 'webp']
    .map((ending) => `${stemOf(path)}.poster.${ending}`)
    .find((one) => shelf.source.files.has(one));
  if (name !== undefined) return takePicture(shelf, name, place, 'poster', place.activityId);
  place.problems.block(
    'poster-missing',
    path,
    undefined,
    `This film needs a picture to show before it starts: ${stemOf(path)}.poster.svg.`,
  );
  return undefined;
}

/** The letters after the last dot. */
export function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function stemOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.'));
}
