import { QUIZ_FORMAT, quizSchema, type Quiz } from '#protocol/packs/quiz.ts';
import { compileParagraphs, type TextPlace } from './compile-inline.ts';
import { optional } from './compile-question-parts.ts';
import { compileQuestion } from './compile-question.ts';
import { directionOf } from './direction-of.ts';
import type { MediaShelf } from './media-shelf.ts';
import { readYaml } from './read-yaml.ts';
import { quizYamlSchema } from './quiz-source-schema.ts';

/** Turns one quiz file into the form the player marks; undefined when it cannot be one, with every problem noted. */
export function compileQuiz(text: string, place: TextPlace, shelf: MediaShelf): Quiz | undefined {
  const from = { file: place.file, line: 1, code: 'question-wrong' } as const;
  const read = readYaml(text, quizYamlSchema, from, place.problems);
  if (!read) return undefined;
  const { value, lineOf } = read;
  const questions = value.questions.map((question, at) =>
    compileQuestion(question, { ...place, line: lineOf(['questions', at]) }, shelf),
  );
  reportDoubledIds(
    value.questions.map(({ id }) => id),
    (at) => lineOf(['questions', at]),
    place,
  );
  if (questions.includes(undefined)) return undefined;
  const quiz = {
    format: QUIZ_FORMAT,
    activityId: place.activityId,
    language: place.language,
    direction: directionOf(place.language),
    title: value.title,
    intro: value.intro === undefined ? [] : compileParagraphs(value.intro, place),
    passMark: value.passMark,
    ...optional('attempts', value.attempts, Number),
    ...optional('mixQuestions', value.mixQuestions, Boolean),
    ...optional('mixChoices', value.mixChoices, Boolean),
    questions: questions,
  };
  const parsed = quizSchema.safeParse(quiz);
  if (parsed.success) return withMarkedQuestion(parsed.data, place);
  const tooLong = parsed.error.issues.find(({ code }) => code === 'custom')?.message;
  place.problems.block(
    'question-wrong',
    place.file,
    undefined,
    tooLong === undefined ? 'This quiz is too long in some part, or a part of it is empty.' : `${tooLong}.`,
  );
  return undefined;
}

/** A quiz of essays alone is handed in and marked by the tutor: there is nothing to count attempts of. */
function withMarkedQuestion(quiz: Quiz, place: TextPlace): Quiz | undefined {
  if (quiz.attempts === undefined || quiz.questions.some(({ kind }) => kind !== 'essay')) return quiz;
  const message = '“attempts” needs at least one question that is marked at once. Leave it out where all are essays.';
  place.problems.block('question-wrong', place.file, undefined, message);
  return undefined;
}

function reportDoubledIds(ids: readonly string[], lineOf: (at: number) => number, place: TextPlace): void {
  for (const [at, id] of ids.entries()) {
    if (ids.indexOf(id) === at) continue;
    place.problems.block(
      'question-wrong',
      place.file,
      lineOf(at),
      `Two questions are called “${id}”. Give each its own id.`,
    );
  }
}
