import { isWhatItsNameSays, RECOGNISED_BY_BYTES } from '../builder/recognise-media.ts';
import { ok } from '#protocol/result.ts';
import { refuse, type ImportedItem, type NotCarried } from './import-report.ts';
import type { Importer, SourceWriter, Supplied } from './importer.ts';
import { readLanguage } from './read-language.ts';
import { slugOf, uniqueSlug } from './slug-of.ts';
import { writePoster } from './write-poster.ts';
import { writeVtt } from './write-vtt.ts';

const FILM = /\.(mp4|webm)$/i;
const SOUND = /\.(mp3|ogg|opus)$/i;
const WORDS = /\.(vtt|srt|txt)$/i;
const PICTURE = /\.(jpe?g|png|webp|svg)$/i;
const GUESSED_MINUTES = 5;

/**
 * Films and sounds with their captions beside them (`talk.mp4`, `talk.vtt` or `talk.cy.srt`), each a lesson that holds it.
 * Captions that are missing stop the pack in the checker, not here (PACK-24): the film is not lost, it waits for them.
 */
export const importMedia: Importer = {
  kind: 'media',
  recognises: async (supplied) => {
    const names = [...supplied.files.keys()];
    return names.some(isMedia) && names.every((name) => isMedia(name) || WORDS.test(name) || PICTURE.test(name));
  },
  importCourse: async (supplied, out) => {
    const media = [...supplied.files.keys()].filter(isMedia).sort();
    const broken = await firstBroken(media, supplied);
    if (broken !== undefined)
      return refuse(
        'not-what-it-says',
        `“${broken}” is not a film or sound of the kind its name says, or it is damaged.`,
      );
    const languages = languagesOf(supplied, media);
    const taken = new Set<string>();
    const used = new Set<string>(media);
    const items: ImportedItem[] = [];
    for (const file of media) {
      const slug = uniqueSlug(slugOf(stemOf(file)) || 'film', taken);
      items.push(await writeLesson(file, slug, languages, supplied, used, out));
    }
    return ok({
      title: supplied.name.replace(/\.[^.]*$/, '').replace(/[_-]+/g, ' '),
      languages,
      languageSaid: languageOfWords(supplied, media).length > 0,
      items,
      carried: [],
      notCarried: notUsed(supplied, used),
    });
  },
};

function isMedia(name: string): boolean {
  return FILM.test(name) || SOUND.test(name);
}

async function firstBroken(media: readonly string[], supplied: Supplied): Promise<string | undefined> {
  for (const name of media) {
    const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    if (!isWhatItsNameSays(await supplied.readHead(name, RECOGNISED_BY_BYTES), ending)) return name;
  }
  return undefined;
}

async function writeLesson(
  file: string,
  slug: string,
  languages: readonly string[],
  supplied: Supplied,
  used: Set<string>,
  out: SourceWriter,
): Promise<ImportedItem> {
  const stem = stemOf(file);
  const title = (stem.split('/').at(-1) ?? stem).replace(/[_-]+/g, ' ').trim() || slug;
  const target = `media/${slug}${file.slice(file.lastIndexOf('.')).toLowerCase()}`;
  const found = supplied.files.get(file);
  if (found) await out.carry(found, target);
  for (const language of languages) {
    const words = wordsFor(stem, language, languages, supplied);
    for (const one of words) await writeWords(one, `media/${slug}.${language}`, supplied, out);
    for (const one of words) used.add(one);
    await out.writeText(`${language}/${slug}.md`, `# ${title}\n\n![${title.replace(/[[\]]/g, '')}](../${target})\n`);
  }
  const picture = [...supplied.files.keys()].find(
    (name) => PICTURE.test(name) && stemOf(name).replace(/\.poster$/, '') === stem,
  );
  if (FILM.test(file)) await writePoster(picture, `media/${slug}.poster`, title, supplied, out);
  if (picture !== undefined) used.add(picture);
  return { id: slug, kind: 'lesson', title, minutes: GUESSED_MINUTES, file: `${slug}.md` };
}

/** `talk.cy.vtt` for Welsh; `talk.vtt` for the first language. One of captions and one of plain words at most. */
function wordsFor(stem: string, language: string, languages: readonly string[], supplied: Supplied): readonly string[] {
  const names = [...supplied.files.keys()].filter((name) => WORDS.test(name));
  const own = names.filter((name) => readLanguage(tagOf(name, stem)) === language);
  const plain = language === languages[0] ? names.filter((name) => stemOf(name) === stem) : [];
  const all = [...own, ...plain];
  const captions = all.find((name) => /\.vtt$/i.test(name)) ?? all.find((name) => /\.srt$/i.test(name));
  const text = all.find((name) => /\.txt$/i.test(name));
  return [captions, text].filter((one) => one !== undefined);
}

async function writeWords(name: string, target: string, supplied: Supplied, out: SourceWriter): Promise<void> {
  const text = await supplied.readText(name);
  if (/\.txt$/i.test(name)) await out.writeText(`${target}.txt`, text);
  else await out.writeText(`${target}.vtt`, writeVtt(text));
}

/** `cy` of `talk.cy.vtt`, for the film `talk`. */
function tagOf(name: string, stem: string): string | undefined {
  const bare = stemOf(name);
  return bare.startsWith(`${stem}.`) ? bare.slice(stem.length + 1) : undefined;
}

/** Words that belong to nothing here say nothing about its language. */
function languageOfWords(supplied: Supplied, media: readonly string[]): readonly string[] {
  const stems = new Set(media.map(stemOf));
  const tags = [...supplied.files.keys()]
    .filter((name) => WORDS.test(name))
    .flatMap((name) => {
      const [, stem = '', tag] = /^(.*)\.([a-z]{2,3}(?:[-_][a-z]{2,4})?)\.\w+$/i.exec(name) ?? [];
      return stems.has(stem) ? (readLanguage(tag) ?? []) : [];
    });
  return [...new Set(tags)].sort();
}

function languagesOf(supplied: Supplied, media: readonly string[]): readonly [string, ...string[]] {
  const [first, ...others] = languageOfWords(supplied, media);
  return first === undefined ? ['en'] : [first, ...others];
}

function notUsed(supplied: Supplied, used: ReadonlySet<string>): readonly NotCarried[] {
  return [...supplied.files.keys()]
    .filter((name) => !used.has(name))
    .map((name) => ({
      what: `The file ${name}`,
      file: name,
      why: 'It belongs to no film or sound here: give it the same name as its film, with the language before the ending.',
    }));
}

function stemOf(name: string): string {
  return name.slice(0, name.lastIndexOf('.'));
}
