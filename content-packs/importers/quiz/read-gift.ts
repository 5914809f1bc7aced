import gift, {
  type GIFTQuestion,
  type NumericalChoice,
  type NumericalFormat,
  type TextChoice,
  type TextFormat as GiftText,
} from 'gift-pegjs';
import { fail, ok, type Result } from '#protocol/result.ts';
import {
  choiceParts,
  matchingParts,
  numericParts,
  say,
  shortParts,
  type Parts,
  type WeighedNumber,
} from './answer-parts.ts';
import { nameFrom, type QuestionRead, type QuizDraft } from './quiz-draft.ts';
import { categoryTitle } from './category-title.ts';
import { readRichText } from './read-rich-text.ts';
import { asLine, asParagraphs, asPlain, joinTexts, NO_TEXT, type RichText } from './rich-text.ts';
import { MOST_CHARACTERS, splitGift, type GiftBlock } from './split-gift.ts';

/**
 * Reads a GIFT file: one quiz for each category. A question that cannot be read or carried is listed with its line, and
 * the others stay. Text that no question follows (a description) stands before the next question.
 */
export function readGift(text: string, title: string): readonly QuizDraft[] {
  const quizzes: { title: string; questions: QuestionRead[] }[] = [];
  let before = NO_TEXT;
  let described: GiftBlock | undefined;
  for (const block of splitGift(text)) {
    const parsed = parseBlock(block);
    const quiz = quizzes.at(-1) ?? { title, questions: [] };
    if (quizzes.length === 0) quizzes.push(quiz);
    if (!parsed.ok)
      quiz.questions.push({ is: 'refused', name: nameOfBroken(block), line: parsed.error.line, why: parsed.error.why });
    else if (parsed.value.type === 'Category') openCategory(quizzes, categoryTitle(parsed.value.title, title));
    else if (parsed.value.type === 'Description') {
      before = joinTexts(before, readText(parsed.value.stem));
      described = block;
    } else {
      quiz.questions.push(readQuestion(parsed.value, before, block.line, quiz.questions.length));
      before = NO_TEXT;
    }
  }
  if (before.paragraphs.length > 0)
    quizzes.at(-1)?.questions.push({
      is: 'refused',
      name: nameFrom(undefined, asPlain(before), 0),
      line: described?.line,
      why: 'It is a text with no question after it. Put it into a lesson.',
    });
  return quizzes.filter(({ questions }) => questions.length > 0);
}

function openCategory(quizzes: { title: string; questions: QuestionRead[] }[], title: string): void {
  const last = quizzes.at(-1);
  if (last && last.questions.length === 0) last.title = title;
  else quizzes.push({ title, questions: [] });
}

/** Its title where it has one, else how it begins. */
function nameOfBroken({ text }: GiftBlock): string {
  const words = text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('//'))
    .join(' ');
  return nameFrom(/^\s*::(.*?)::/s.exec(words)?.[1], words, 0);
}

function parseBlock(
  block: GiftBlock,
): Result<GIFTQuestion, { readonly code: 'broken'; readonly line: number; readonly why: string }> {
  const broken = (line: number, why: string) => fail({ code: 'broken' as const, line, why });
  if (block.text.length > MOST_CHARACTERS) return broken(block.line, 'It is longer than a question can be.');
  try {
    const [question] = gift.parse(`${block.text}\n`);
    return question ? ok(question) : broken(block.line, 'There is nothing in it.');
  } catch (error) {
    const at = (error as { location?: { start: { line: number } } }).location?.start.line ?? 1;
    const comments = block.text.split('\n').findIndex((line) => !line.trimStart().startsWith('//'));
    return broken(
      block.line - Math.max(0, comments) + at - 1,
      'It is not written as GIFT asks. Look at its braces { } and at the signs = ~ # : in its text, which need a \\ before them.',
    );
  }
}

type Asked = Exclude<GIFTQuestion, { type: 'Category' | 'Description' }>;

function readQuestion(question: Asked, before: RichText, line: number, at: number): QuestionRead {
  const stem = joinTexts(before, readText(question.stem));
  const name = nameFrom(question.title ?? undefined, asPlain(readText(question.stem)), at);
  const parts = partsOf(question);
  if (typeof parts === 'string') return { is: 'refused', name, line, why: parts };
  const general = question.globalFeedback ? readText(question.globalFeedback) : NO_TEXT;
  const because = asLine(general) === '' ? {} : { because: asLine(general) };
  return {
    is: 'question',
    name,
    line,
    wantedId: question.id ?? undefined,
    ask: asParagraphs(stem),
    pictures: [...stem.pictures, ...general.pictures],
    parts: { ...parts.parts, ...because },
    lost: [...stem.lost, ...general.lost, ...parts.lost],
  };
}

/** The answer side of a question, or why it cannot be carried. */
function partsOf(question: Asked): Parts | string {
  switch (question.type) {
    case 'TF':
      return { parts: trueFalseParts(question), lost: [] };
    case 'MC':
      return choiceParts(question.choices.map(weighed), undefined);
    case 'Short':
      return shortParts(question.choices.map(weighed));
    case 'Numerical':
      return numericParts(numbersOf(question.choices));
    case 'Matching':
      return matchingParts(
        question.matchPairs.map(({ subquestion, subanswer }) => ({
          left: asLine(readText(subquestion)),
          right: asLine(readRichText(subanswer, 'plain')),
        })),
      );
    case 'Essay':
      return { parts: { kind: 'essay' }, lost: [] };
  }
}

/** GIFT writes the words for the wrong answer first (Moodle's importer does so too); the library names them by place. */
function trueFalseParts({ isTrue, trueFeedback: toWrong, falseFeedback: toRight }: Extract<Asked, { type: 'TF' }>) {
  const read = (text: GiftText | null) => text && readText(text);
  return {
    kind: 'true-false' as const,
    answer: isTrue,
    ...say(isTrue ? 'sayFalse' : 'sayTrue', read(toWrong)),
    ...say(isTrue ? 'sayTrue' : 'sayFalse', read(toRight)),
  };
}

function weighed({ isCorrect, weight, text, feedback }: TextChoice) {
  return {
    text: readText(text),
    worth: worthOf(isCorrect, weight),
    feedback: feedback ? readText(feedback) : undefined,
  };
}

function numbersOf(choices: readonly NumericalChoice[] | NumericalFormat): readonly WeighedNumber[] {
  if (!isList(choices)) return [{ ...rangeOf(choices), worth: 1 }];
  return choices.map(({ isCorrect, weight, text, feedback }) => ({
    ...rangeOf(text),
    worth: worthOf(isCorrect, weight),
    feedback: feedback ? readText(feedback) : undefined,
  }));
}

function isList(choices: readonly NumericalChoice[] | NumericalFormat): choices is readonly NumericalChoice[] {
  return Array.isArray(choices);
}

function rangeOf({ number, range = 0, numberLow, numberHigh }: NumericalFormat) {
  if (numberLow === undefined || numberHigh === undefined) return { number, tolerance: Math.abs(range) };
  return { number: (numberLow + numberHigh) / 2, tolerance: Math.abs(numberHigh - numberLow) / 2 };
}

function worthOf(isCorrect: boolean, weight: number | null): number {
  return weight === null ? (isCorrect ? 1 : 0) : weight / 100;
}

/** `moodle` is Moodle's own guess: HTML where there are tags. */
function readText({ format, text }: GiftText): RichText {
  return readRichText(text, format === 'moodle' ? 'auto' : format);
}
