import { ok, type Result } from '#protocol/result.ts';
import {
  refuse,
  type ImportedCourse,
  type ImportedItem,
  type ImportRefusal,
  type NotCarried,
} from '../import-report.ts';
import type { SourceWriter } from '../importer.ts';
import { slugOf, uniqueSlug } from '../slug-of.ts';
import type { PictureShelf } from './picture-shelf.ts';
import type { QuizDraft } from './quiz-draft.ts';
import { writeQuiz } from './write-quiz.ts';

/** What the quizzes of one supplied file are called and written in; `language` is undefined where the file does not say. */
export type QuizzesFrom = { readonly title: string; readonly file: string; readonly language: string | undefined };

/** Writes all quizzes of one supplied file. Refuses a file of which no question can be carried, with the first reason. */
export async function writeQuizzes(
  quizzes: readonly QuizDraft[],
  { title, file, language }: QuizzesFrom,
  pictures: PictureShelf,
  out: SourceWriter,
): Promise<Result<ImportedCourse, ImportRefusal>> {
  const items: ImportedItem[] = [];
  const notCarried: NotCarried[] = [];
  const taken = new Set<string>();
  let carried = 0;
  for (const quiz of quizzes) {
    const id = uniqueSlug(slugOf(quiz.wantedId ?? '', 40) || slugOf(quiz.title, 40) || 'quiz', taken);
    const written = await writeQuiz(quiz, { language: language ?? 'en', id, file }, pictures, out);
    items.push(...written.items);
    notCarried.push(...written.notCarried);
    carried += written.questions;
  }
  if (items.length === 0) {
    const [first] = notCarried;
    const why = first
      ? `None of the questions in “${file}” can be carried: ${first.what}: ${first.why}`
      : `There is no question in “${file}”.`;
    return refuse('nothing-to-learn', why);
  }
  const [only, ...more] = quizzes;
  return ok({
    title: only && more.length === 0 ? only.title : title,
    languages: [language ?? 'en'],
    languageSaid: language !== undefined,
    items,
    carried: [`${String(carried)} ${carried === 1 ? 'question' : 'questions'}`],
    notCarried,
  });
}
