import type { Line } from '#protocol/packs/inline-text.ts';
import { questionSchema, type Question } from '#protocol/packs/quiz.ts';
import { compileGapText } from './compile-gap-text.ts';
import { compileLine, compileParagraphs, type TextPlace } from './compile-inline.ts';
import { compileChoices, letter, optional, toNumber } from './compile-question-parts.ts';
import type { MediaShelf } from './media-shelf.ts';
import type { QuestionYaml } from './quiz-source-schema.ts';

/** Turns a question as a teacher writes it into the form the player marks. Undefined when it cannot be one; the problem is noted. */
export function compileQuestion(source: QuestionYaml, place: TextPlace, shelf: MediaShelf): Question | undefined {
  const line = (text: string) => compileLine(text, place);
  const common = {
    id: source.id,
    prompt: compileParagraphs(source.ask, place),
    marks: source.marks,
    ...optional('hint', source.hint, line),
    ...optional('explanation', source.because, line),
    ...optional('partMarks', source.partMarks, Boolean),
    ...pictureOf(source, place, shelf),
  };
  const parsed = questionSchema.safeParse({ kind: source.kind, ...common, ...ownParts(source, place) });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  place.problems.block(
    'question-wrong',
    place.file,
    place.line,
    `Question “${source.id}”: ${issue?.path.join(' › ') ?? ''} ${issue?.message ?? ''}`,
  );
  return undefined;
}

function ownParts(source: QuestionYaml, place: TextPlace): object {
  const line = (text: string) => compileLine(text, place);
  switch (source.kind) {
    case 'single':
    case 'multiple':
      return {
        options: compileChoices(source.options, line),
      };
    case 'true-false':
      return {
        answer: source.answer,
        feedback: { ...optional('whenTrue', source.sayTrue, line), ...optional('whenFalse', source.sayFalse, line) },
      };
    case 'numeric':
      return numericParts(source, place, line);
    case 'short':
      return shortParts(source, line);
    case 'matching':
      return {
        pairs: source.pairs.map((pair, at) => ({
          id: pair.id ?? letter(at),
          left: line(pair.left),
          right: line(pair.right),
        })),
        extra: source.extra.map((text, at) => ({ id: `extra-${letter(at)}`, right: line(text) })),
        ...outcomes(source, line),
      };
    case 'ordering':
      return {
        items: source.items.map((text, at) => ({ id: letter(at), text: line(text) })),
        ...outcomes(source, line),
      };
    case 'gap-fill':
      return { ...compileGapText(source, place), ...outcomes(source, line) };
    case 'essay':
      return { limit: source.limit };
  }
}

function shortParts(source: Extract<QuestionYaml, { kind: 'short' }>, line: (text: string) => Line): object {
  return {
    accepted: source.accepted,
    ...optional('mistakes', source.mistakes, (mistakes) =>
      mistakes.map(({ text, share, say }) => ({
        text,
        ...optional('share', share, Number),
        ...optional('feedback', say, line),
      })),
    ),
    ...outcomes(source, line),
  };
}

function numericParts(
  source: Extract<QuestionYaml, { kind: 'numeric' }>,
  place: TextPlace,
  line: (text: string) => Line,
): object {
  return {
    answer: toNumber(source.answer, source.id, place),
    tolerance: source.tolerance,
    ...optional('unit', source.unit, String),
    mistakes: source.mistakes.map(({ value, tolerance, share, say }) => ({
      value: toNumber(value, source.id, place),
      ...optional('tolerance', tolerance, Number),
      ...optional('share', share, Number),
      ...optional('feedback', say, line),
    })),
    ...outcomes(source, line),
  };
}

function outcomes(
  source: { readonly sayRight?: string | undefined; readonly sayWrong?: string | undefined },
  line: (text: string) => Line,
): object {
  return { feedback: { ...optional('right', source.sayRight, line), ...optional('wrong', source.sayWrong, line) } };
}

function pictureOf(source: QuestionYaml, place: TextPlace, shelf: MediaShelf): object {
  if (source.picture === undefined) return {};
  const image = shelf.usePicture(source.picture, source.pictureAlt, place);
  return image ? { image } : {};
}
