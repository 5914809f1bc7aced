import { ok } from '#protocol/result.ts';
import { addContentShim } from './add-content-shim.ts';
import { carryContent, CONTENT_FOLDER } from './carry-content.ts';
import { mendCartridgeLinks } from './mend-cartridge-links.ts';
import { refuse, type ImportedItem, type NotCarried } from './import-report.ts';
import { readHeadOfPage } from './import-web.ts';
import type { Importer, SourceWriter, Supplied } from './importer.ts';
import { importQtiQuiz } from './quiz/import-qti.ts';
import { IMS_MANIFEST, readImsManifest, type ImsManifest, type ManifestResource } from './read-ims-manifest.ts';
import { slugOf } from './slug-of.ts';

const GUESSED_MINUTES = 10;
const PAGE = /\.x?html?$/i;

/** What a cartridge may hold and a tablet cannot give, by the beginning of its type. */
const NOT_CARRIED: readonly (readonly [RegExp, string, string])[] = [
  [/^imsdt/, 'The discussion', 'There is no place to discuss on a tablet. Make a lesson or an assignment of it.'],
  [/^imswl/, 'The link', 'It leads to the internet, which a tablet has not.'],
  [/^imsbasiclti/, 'The outside tool', 'It runs on another server, which a tablet cannot reach.'],
  [/question-bank/, 'The question bank', 'It is a store for making tests. Make a quiz of its questions.'],
  [/^assignment_/, 'The assignment', 'Write it as an assignment of this pack.'],
];

/** A Common Cartridge 1.x: pages, PDFs and quizzes in the order of its contents list, then those that the list leaves out. */
export const importCommonCartridge: Importer = {
  kind: 'common-cartridge',
  recognises: async (supplied) =>
    supplied.files.has(IMS_MANIFEST) && /imscc|IMS Common Cartridge/i.test(await supplied.readText(IMS_MANIFEST)),
  importCourse: async (supplied, out) => {
    const manifest = await readImsManifest(supplied);
    if (!manifest.ok) return manifest;
    const language = manifest.value.language ?? 'en';
    const read = await readEntries(manifest.value, supplied, language, out);
    if (read.items.length === 0)
      return refuse('nothing-to-learn', 'This cartridge holds no page, PDF or quiz that a tablet can show.');
    const left = await carryPages(supplied, manifest.value, out);
    return ok({
      title: manifest.value.title ?? supplied.name.replace(/\.[^.]*$/, ''),
      languages: [language],
      languageSaid: manifest.value.language !== undefined,
      summary: manifest.value.summary,
      licence: manifest.value.licence,
      items: read.items,
      carried: [],
      notCarried: [...read.notCarried, ...left],
    });
  },
};

type Entry = { readonly id: string; readonly title: string; readonly resource: ManifestResource };
type Read = { readonly items: readonly ImportedItem[]; readonly notCarried: readonly NotCarried[] };

async function readEntries(
  manifest: ImsManifest,
  supplied: Supplied,
  language: string,
  out: SourceWriter,
): Promise<Read> {
  const items: ImportedItem[] = [];
  const notCarried: NotCarried[] = [];
  for (const entry of entriesOf(manifest)) {
    const read = await readEntry(entry, supplied, language, out);
    items.push(...read.items);
    notCarried.push(...read.notCarried);
  }
  return { items, notCarried };
}

/** The contents list in order, then pages, PDFs and quizzes that it does not name; a resource counts once. */
function entriesOf({ items, resources }: ImsManifest): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const { resource: id, title } of items) {
    const resource = id === undefined ? undefined : resources.get(id);
    if (id !== undefined && resource && !entries.has(id)) entries.set(id, { id, title, resource });
  }
  for (const [id, resource] of resources) if (!entries.has(id)) entries.set(id, { id, title: '', resource });
  return [...entries.values()];
}

async function readEntry(
  { id, title, resource }: Entry,
  supplied: Supplied,
  language: string,
  out: SourceWriter,
): Promise<Read> {
  const file = resource.path ?? resource.files[0] ?? '';
  const known = NOT_CARRIED.find(([type]) => type.test(resource.type));
  if (known) {
    const [, what, why] = known;
    return { items: [], notCarried: [{ what: `${what} “${title || id}”`, file, why }] };
  }
  if (/^imsqti.*assessment/.test(resource.type)) {
    const quiz = { file, id: slugOf(id) || 'quiz', title, language };
    if (!supplied.files.has(file)) return { items: [], notCarried: [missing(title || id, file)] };
    const read = await importQtiQuiz(supplied, quiz, out);
    return read.ok
      ? { items: [read.value.item], notCarried: read.value.notCarried }
      : { items: [], notCarried: [{ what: `The quiz “${title || id}”`, file, why: read.error.sentence }] };
  }
  if (resource.type !== 'webcontent') return { items: [], notCarried: [] };
  if (!supplied.files.has(file)) return { items: [], notCarried: [missing(title || id, file)] };
  if (PAGE.test(file)) return { items: [await pageItem(id, title, file, supplied)], notCarried: [] };
  // A PDF that the contents list names is something to read; one that it does not is an attachment of some page.
  const isReading = /\.pdf$/i.test(file) && title !== '';
  return { items: isReading ? [describeItem(id, 'pdf', title, file)] : [], notCarried: [] };
}

async function pageItem(id: string, title: string, file: string, supplied: Supplied): Promise<ImportedItem> {
  const words = title || (readHeadOfPage(await supplied.readText(file)).title ?? file);
  return describeItem(id, 'web', words, file);
}

function describeItem(id: string, kind: 'web' | 'pdf', title: string, file: string): ImportedItem {
  return {
    id,
    kind,
    title: title.slice(0, 300),
    minutes: GUESSED_MINUTES,
    completion: { rule: 'viewed' },
    entry: `${CONTENT_FOLDER}/${file}`,
    folder: CONTENT_FOLDER,
  };
}

/** Pages with their links mended, and every file of web content; quizzes and settings were read, not carried. */
async function carryPages(
  supplied: Supplied,
  manifest: ImsManifest,
  out: SourceWriter,
): Promise<readonly NotCarried[]> {
  const files = new Set(
    [...manifest.resources.values()]
      .filter(({ type }) => type === 'webcontent')
      .flatMap(({ path, files: all }) => [...all, ...(path === undefined ? [] : [path])]),
  );
  for (const name of files) {
    if (!PAGE.test(name) || !supplied.files.has(name)) continue;
    const mended = mendCartridgeLinks(await supplied.readText(name), name, supplied);
    await out.writeBytes(`${CONTENT_FOLDER}/${name}`, addContentShim(Buffer.from(mended)));
  }
  return carryContent(supplied, out, { pages: 'with-shim', only: (name) => files.has(name) && !PAGE.test(name) });
}

function missing(title: string, file: string): NotCarried {
  return { what: `“${title}”`, file, why: 'The cartridge names this file and does not hold it.' };
}
