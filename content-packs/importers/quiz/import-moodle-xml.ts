import { refuse } from '../import-report.ts';
import type { Importer } from '../importer.ts';
import { readXml } from '../../builder/read-xml.ts';
import { createPictureShelf } from './picture-shelf.ts';
import { readMoodleXml } from './read-moodle-xml.ts';
import { writeQuizzes } from './write-quizzes.ts';
import { xmlSentence } from './xml-sentence.ts';

/** How far into a file its first tag may stand: declaration and comments come before it. */
const HEAD_BYTES = 4096;

/** Questions exported from Moodle as XML: one file whose first element is `<quiz>` with questions in it. */
export const importMoodleXml: Importer = {
  kind: 'moodle-xml',
  recognises: async (supplied) => {
    const [name] = supplied.files.keys();
    if (!supplied.isOneFile || name === undefined || !/\.xml$/i.test(name)) return false;
    return /<quiz[\s>]/.test((await supplied.readHead(name, HEAD_BYTES)).toString('latin1'));
  },
  importCourse: async (supplied, out) => {
    const [file = ''] = supplied.files.keys();
    const root = readXml(await supplied.readText(file));
    if (!root.ok) return refuse('description-broken', xmlSentence(file, root.error));
    const title = supplied.name.replace(/\.xml$/i, '');
    const pictures = createPictureShelf(() => Promise.resolve(undefined));
    return writeQuizzes(readMoodleXml(root.value, title), { title, file, language: undefined }, pictures, out);
  },
};
