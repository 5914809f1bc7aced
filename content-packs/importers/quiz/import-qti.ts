import { ok, type Result } from '#protocol/result.ts';
import { refuse, type ImportedCourse, type ImportRefusal } from '../import-report.ts';
import type { Importer, ImportQuiz, SourceWriter, Supplied } from '../importer.ts';
import { readLanguage } from '../read-language.ts';
import { readXml } from '../../builder/read-xml.ts';
import { folderOf, pathInPackage } from '../../builder/path-in-package.ts';
import { createPictureShelf, type PictureShelf } from './picture-shelf.ts';
import { readQti1 } from './read-qti1.ts';
import { readQti2, readQti2Files } from './read-qti2.ts';
import { writeQuiz } from './write-quiz.ts';
import { writeQuizzes } from './write-quizzes.ts';
import { xmlSentence } from './xml-sentence.ts';

const MANIFEST = 'imsmanifest.xml';
/** How far into a file its first tag may stand: declaration, comments and licences come before it. */
const HEAD_BYTES = 8192;
const FIRST_TAG =
  /<(?:[\w-]+:)?(questestinterop|assessmentItem|assessmentTest|qti-assessment-item|qti-assessment-test)[\s>]/;

/** QTI 1.2, 2.x and 3: one XML file, or a package of them with or without its manifest. */
export const importQti: Importer = {
  kind: 'qti',
  recognises: async (supplied) => {
    const manifest = supplied.files.has(MANIFEST) ? await supplied.readText(MANIFEST) : undefined;
    // A Common Cartridge has quizzes and much besides; SCORM packages may carry QTI files that their own player reads.
    if (manifest !== undefined) return /type\s*=\s*["']imsqti/i.test(manifest) && !/imscc_xml|adlcp/i.test(manifest);
    const files = await qtiFilesOf(supplied);
    return (
      files.length > 0 &&
      (supplied.isOneFile ||
        files.length === [...supplied.files.keys()].filter((name) => /\.(xml|html?)$/i.test(name)).length)
    );
  },
  importCourse: async (supplied, out) => {
    const title = supplied.name.replace(/\.(xml|zip)$/i, '');
    const pictures = createPictureShelf(findIn(supplied));
    const [first = ''] = await qtiFilesOf(supplied);
    const isOld = /questestinterop/.test(FIRST_TAG.exec((await headOf(supplied, first)) ?? '')?.[1] ?? '');
    return isOld ? importOld(supplied, title, pictures, out) : importNew(supplied, title, pictures, out);
  },
};

/**
 * Reads one quiz of a Common Cartridge. Canvas writes the whole quiz into `non_cc_assessments/` and only the kinds of
 * question the standard knows into the file the manifest names, so the whole one is read where it is there.
 */
export const importQtiQuiz: ImportQuiz = async (supplied, quiz, out) => {
  const whole = `non_cc_assessments/${quiz.file.split('/').at(-2) ?? ''}.xml.qti`;
  const file = supplied.files.has(whole) ? whole : quiz.file;
  const root = readXml(await supplied.readText(file));
  if (!root.ok) return refuse('description-broken', xmlSentence(file, root.error));
  const [draft] = readQti1(root.value, quiz.title);
  if (!draft) return refuse('nothing-to-learn', `There is no question in “${quiz.title}”.`);
  const place = { language: quiz.language, id: quiz.id, file };
  const written = await writeQuiz(
    { ...draft, title: quiz.title || draft.title },
    place,
    createPictureShelf(findIn(supplied)),
    out,
  );
  const [item, ...rest] = written.items;
  if (!item)
    return refuse(
      'nothing-to-learn',
      `None of the questions in “${quiz.title}” can be carried: ${written.notCarried[0]?.why ?? ''}`,
    );
  // The caller takes one quiz; what was too much for it is said, not lost in silence.
  const tooMuch = rest.map(({ title }) => ({
    what: `“${title}”`,
    file,
    why: 'A quiz here holds 200 questions. Split the quiz in two where it was made, and bring it in again.',
  }));
  return ok({ item, notCarried: [...written.notCarried, ...tooMuch] });
};

async function importOld(
  supplied: Supplied,
  title: string,
  pictures: PictureShelf,
  out: SourceWriter,
): Promise<Result<ImportedCourse, ImportRefusal>> {
  const drafts = [];
  const files = await qtiFilesOf(supplied);
  for (const file of files) {
    const root = readXml(await supplied.readText(file));
    if (!root.ok) return refuse('description-broken', xmlSentence(file, root.error));
    drafts.push(
      ...readQti1(root.value, title).map((draft) => ({
        ...draft,
        questions: draft.questions.map((question) =>
          question.is === 'refused'
            ? question
            : {
                ...question,
                pictures: question.pictures.map((picture) => ({
                  ...picture,
                  src: picture.src.includes(':') ? picture.src : pathInPackage(folderOf(file), picture.src),
                })),
              },
        ),
      })),
    );
  }
  return writeQuizzes(drafts, { title, file: files[0] ?? title, language: await languageOf(supplied) }, pictures, out);
}

async function importNew(
  supplied: Supplied,
  title: string,
  pictures: PictureShelf,
  out: SourceWriter,
): Promise<Result<ImportedCourse, ImportRefusal>> {
  const files = await readQti2Files(supplied);
  const [broken] = files.broken.values();
  if (files.roots.size === 0 && broken !== undefined) return refuse('description-broken', broken);
  const languages = [...files.roots.values()].flatMap(({ attributes }) => readLanguage(attributes['lang']) ?? []);
  return writeQuizzes(
    readQti2(files, title),
    { title, file: supplied.name, language: languages[0] ?? (await languageOf(supplied)) },
    pictures,
    out,
  );
}

async function qtiFilesOf(supplied: Supplied): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of supplied.files.keys())
    if (/\.(xml|qti)$/i.test(name) && FIRST_TAG.test((await headOf(supplied, name)) ?? '')) found.push(name);
  return found;
}

async function headOf(supplied: Supplied, name: string): Promise<string | undefined> {
  return supplied.files.has(name) ? (await supplied.readHead(name, HEAD_BYTES)).toString('latin1') : undefined;
}

/** What the manifest says of the language, in its LOM metadata. */
async function languageOf(supplied: Supplied): Promise<string | undefined> {
  if (!supplied.files.has(MANIFEST)) return undefined;
  return readLanguage(/<(?:[\w-]+:)?language>\s*([^<\s]+)/.exec(await supplied.readText(MANIFEST))?.[1]);
}

/** Pictures by their name in the package; Common Cartridge writes its own folder as a word of its own. */
function findIn(supplied: Supplied) {
  return async (src: string): Promise<Uint8Array | undefined> => {
    const name = pathInPackage(
      '',
      src
        .replace(/^(\$IMS-CC-FILEBASE\$|%24IMS-CC-FILEBASE%24)\/?/, 'web_resources/')
        .replace(/^web_resources\/\.\.\//, ''),
    );
    return supplied.files.has(name) ? supplied.readBytes(name) : undefined;
  };
}
