import { refuse } from '../import-report.ts';
import type { Importer } from '../importer.ts';
import { createPictureShelf } from './picture-shelf.ts';
import { readGift } from './read-gift.ts';
import { writeQuizzes } from './write-quizzes.ts';

/** A GIFT file: Moodle's questions as plain text. Known by its ending, or as plain text with answers in braces. */
export const importGift: Importer = {
  kind: 'gift',
  recognises: async (supplied) => {
    const [name] = supplied.files.keys();
    if (!supplied.isOneFile || name === undefined) return false;
    if (/\.gift(\.txt)?$/i.test(name)) return true;
    return /\.txt$/i.test(name) && /\{[^{}]*\}/.test(await supplied.readText(name));
  },
  importCourse: async (supplied, out) => {
    const [file = ''] = supplied.files.keys();
    const text = await supplied.readText(file);
    if (text.includes('\0'))
      return refuse('not-what-it-says', `“${supplied.name}” is no text file, so no questions can be read from it.`);
    const title = supplied.name.replace(/\.(gift|txt)$/gi, '');
    const pictures = createPictureShelf(() => Promise.resolve(undefined));
    return writeQuizzes(readGift(text, title), { title, file, language: undefined }, pictures, out);
  },
};
