import { parse } from 'yaml';
import { ok } from '#protocol/result.ts';
import { refuse, type ImportedItem, type NotCarried } from './import-report.ts';
import type { Importer, SourceWriter, Supplied } from './importer.ts';
import { createMediaCarrier, type MediaCarrier } from './markdown-media.ts';
import { folderOf } from '../builder/path-in-package.ts';
import { readLanguage } from './read-language.ts';
import { slugOf, uniqueSlug } from './slug-of.ts';

const LESSON = /\.(md|markdown)$/i;
const NOTES = /(^|\/)(readme|licen[cs]e|contributing|changelog)\.(md|markdown)$/i;
const TITLE = /^#\s+(\S.*)$/m;
const QUIZ = /\.ya?ml$/i;
/** Words somebody with a reading age of nine reads in a minute. */
const WORDS_A_MINUTE = 100;

/** A folder of Markdown lessons, in one language or with a folder for each, with its pictures and our own quiz files. */
export const importMarkdown: Importer = {
  kind: 'markdown',
  recognises: async (supplied) => [...supplied.files.keys()].some(isLesson),
  importCourse: async (supplied, out) => {
    const folders = languageFolders(supplied);
    const languages = folders ?? (['en'] as const);
    const names = namesIn(supplied, folders);
    const everywhere = [...names].filter(([, files]) => files.size === languages.length);
    if (everywhere.length === 0)
      return refuse(
        'nothing-to-learn',
        'No lesson is there in every language; give each language folder files of the same names.',
      );
    const media = createMediaCarrier(supplied, out);
    const taken = new Set<string>();
    const items: ImportedItem[] = [];
    for (const [name, files] of everywhere.sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))) {
      const id = uniqueSlug(slugOf(name.replace(/\.[^.]*$/, '')) || 'lesson', taken);
      const one = { id, name, files: new Map(languages.map((language) => [language, files.get(language) ?? ''])) };
      items.push(
        QUIZ.test(name) ? await writeQuiz(one, supplied, out) : await writeLesson(one, supplied, out, media.rewrite),
      );
    }
    return ok({
      title: titleOf(items, supplied),
      languages,
      languageSaid: folders !== undefined,
      items,
      carried: media.count() === 0 ? [] : [`${media.count()} pictures, sounds and films that lessons show`],
      notCarried: [...missingSomewhere(names, languages), ...notUsed(supplied, media.used)],
    });
  },
};

function titleOf(items: readonly ImportedItem[], supplied: Supplied): string {
  const [only, more] = items;
  return only && !more ? only.title : supplied.name.replace(/\.[^.]*$/, '').replace(/[_-]+/g, ' ');
}

function isLesson(name: string): boolean {
  return LESSON.test(name) && !NOTES.test(name);
}

/** The languages, where every lesson lies below a folder that is called after one; otherwise undefined. */
function languageFolders(supplied: Supplied): readonly [string, ...string[]] | undefined {
  const tops = [...supplied.files.keys()]
    .filter(isLesson)
    .map((name) => (name.includes('/') ? name.split('/')[0] : undefined));
  const languages = [...new Set(tops)].map((top) =>
    top !== undefined && top.length <= 5 ? readLanguage(top) : undefined,
  );
  const known = languages.filter((one) => one !== undefined).sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  const [first, ...others] = known;
  return first !== undefined && known.length === languages.length ? [first, ...others] : undefined;
}

/** English comes first where it is there: it is what staff read. */
function rankOf(language: string): number {
  return language === 'en' ? 0 : 1;
}

/** Every lesson and quiz by its name inside a language folder, with its file in each language it is there in. */
type Names = ReadonlyMap<string, ReadonlyMap<string, string>>;

function namesIn(supplied: Supplied, folders: readonly string[] | undefined): Names {
  const names = new Map<string, Map<string, string>>();
  for (const file of supplied.files.keys()) {
    if (!isLesson(file) && !QUIZ.test(file)) continue;
    const [top = '', ...rest] = file.split('/');
    const language = folders ? readLanguage(top) : 'en';
    if (language === undefined || folders?.includes(language) === false) continue;
    const name = folders ? rest.join('/') : file;
    names.set(name, (names.get(name) ?? new Map<string, string>()).set(language, file));
  }
  return names;
}

type Written = { readonly id: string; readonly name: string; readonly files: ReadonlyMap<string, string> };

async function writeLesson(
  { id, name, files }: Written,
  supplied: Supplied,
  out: SourceWriter,
  rewrite: MediaCarrier['rewrite'],
): Promise<ImportedItem> {
  const bare = (name.split('/').at(-1) ?? name).replace(LESSON, '').replace(/[_-]+/g, ' ');
  const read = [];
  for (const [language, file] of files) {
    const { title, body } = splitFrontMatter(await supplied.readText(file));
    const text = emptyHeadingsToPages(TITLE.test(body) ? body.trimStart() : `# ${title ?? bare}\n\n${body}`);
    await out.writeText(`${language}/${id}.md`, await rewrite(text, folderOf(file)));
    read.push(text);
  }
  const [first = ''] = read;
  const title =
    TITLE.exec(first)?.[1]
      ?.replace(/\s*#*\s*$/, '')
      .trim() ?? bare;
  const minutes = Math.max(1, Math.round(first.split(/\s+/).length / WORDS_A_MINUTE));
  return { id, kind: 'lesson', title: title.slice(0, 300), minutes, file: `${id}.md` };
}

async function writeQuiz({ id, name, files }: Written, supplied: Supplied, out: SourceWriter): Promise<ImportedItem> {
  for (const [language, file] of files) await out.writeText(`${language}/${id}.yaml`, await supplied.readText(file));
  return { id, kind: 'quiz', title: name.replace(QUIZ, ''), minutes: 5, file: `${id}.yaml` };
}

/** Picture stories mark each page by a heading without words; ours is a line of hyphens, and none before the first page. */
function emptyHeadingsToPages(text: string): string {
  return text
    .replace(/^#{2,6}[ \t]*$/gm, '\n---\n')
    .replace(/^(#[ \t][^\n]*\n)\s*---\n/, '$1\n')
    .replace(/(\n---\n\s*)+$/, '\n')
    .replace(/(\n---\s*)(?=\n---\n)/g, '');
}

/** Words between two lines of hyphens at the very top that are YAML are for a site's program, not for a reader. */
function splitFrontMatter(text: string): { readonly title: string | undefined; readonly body: string } {
  const [whole, yaml] = /^---\r?\n([\s\S]{0,10000}?)\r?\n---\r?\n/.exec(text) ?? [];
  if (whole === undefined || yaml === undefined) return { title: undefined, body: text };
  try {
    const said = parse(yaml, { maxAliasCount: 0 }) as { readonly title?: unknown } | null;
    const title = typeof said === 'object' && typeof said?.title === 'string' ? said.title : undefined;
    return { title, body: text.slice(whole.length) };
  } catch {
    return { title: undefined, body: text };
  }
}

function missingSomewhere(names: Names, languages: readonly string[]): readonly NotCarried[] {
  return [...names]
    .filter(([, where]) => where.size < languages.length)
    .map(([name, where]) => ({
      what: `“${name}”`,
      file: name,
      why: `It is there in ${[...where.keys()].join(', ')} and not in ${languages.filter((one) => !where.has(one)).join(', ')}. A pack has everything in each of its languages.`,
    }));
}

function notUsed(supplied: Supplied, used: ReadonlySet<string>): readonly NotCarried[] {
  return [...supplied.files.keys()]
    .filter((name) => !isLesson(name) && !QUIZ.test(name) && !used.has(name))
    .map((name) => ({ what: `The file ${name}`, file: name, why: 'No lesson shows it.' }));
}
