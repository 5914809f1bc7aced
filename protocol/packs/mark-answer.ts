import { neverReached } from '../result.ts';
import type { Line } from './inline-text.ts';
import type { Answer, Question, Quiz } from './quiz.ts';
import { readNumber } from './read-number.ts';

/** What came of one answer. `unanswered` also covers an answer of another kind than the question's. */
export type Mark = {
  readonly outcome: 'right' | 'partly' | 'wrong' | 'unanswered';
  /** 0 to `outOf`; part marks are rounded to hundredths so that a sum is the same on every machine. */
  readonly marks: number;
  readonly outOf: number;
  /** What to say, in order: to the choice made, to the outcome, then the explanation. */
  readonly feedback: readonly Line[];
};

/** What came of a whole quiz. */
export type QuizScore = {
  readonly marks: number;
  readonly outOf: number;
  /** `marks / outOf`, 0 to 1. */
  readonly score: number;
  readonly passed: boolean;
  readonly answered: number;
  readonly byQuestion: readonly { readonly questionId: string; readonly mark: Mark }[];
};

/**
 * Marks one answer (PACK-28): pure, so tablet and gateway always agree.
 * Takes a question and an answer or nothing; returns the mark with what to say about it.
 */
export function markAnswer(question: Question, answer: Answer | undefined): Mark {
  const judged = judge(question, answer);
  if (judged === undefined) return { outcome: 'unanswered', marks: 0, outOf: question.marks, feedback: [] };
  const share = Math.min(1, Math.max(0, judged.share));
  const said = [...judged.feedback, question.explanation].filter((line) => line !== undefined);
  return {
    outcome: share === 1 ? 'right' : share === 0 ? 'wrong' : 'partly',
    marks: Math.round(share * question.marks * 100) / 100,
    outOf: question.marks,
    feedback: said,
  };
}

/**
 * Adds up a quiz (PACK-28). Takes the quiz and the answers by question id; returns marks, share and whether
 * the pass mark was reached. The share is compared with a millionth to spare, so that 7 of 10 passes 0.7.
 */
export function scoreQuiz(quiz: Quiz, answers: Readonly<Record<string, Answer>>): QuizScore {
  const byQuestion = quiz.questions.map((question) => ({
    questionId: question.id,
    mark: markAnswer(question, Object.hasOwn(answers, question.id) ? answers[question.id] : undefined),
  }));
  const outOf = byQuestion.reduce((sum, { mark }) => sum + mark.outOf, 0);
  const marks = Math.round(byQuestion.reduce((sum, { mark }) => sum + mark.marks, 0) * 100) / 100;
  const score = outOf === 0 ? 0 : Math.min(1, marks / outOf);
  return {
    marks,
    outOf,
    score,
    passed: score + 1e-6 >= quiz.passMark,
    answered: byQuestion.filter(({ mark }) => mark.outcome !== 'unanswered').length,
    byQuestion,
  };
}

/** Sets aside what does not make an answer different: case, accents, spaces, marks at the end, curly quotes. */
export function foldAnswer(text: string): string {
  return text
    .replace(/(\d)\s*([\u00bc-\u00be\u2150-\u215e])/g, '$1 $2')
    .normalize('NFKD')
    .replaceAll('\u2044', '/')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:!?"']+|[\s.,;:!?"']+$/g, '');
}

type Judged = { readonly share: number; readonly feedback: readonly (Line | undefined)[] };
type OfKind<K extends Question['kind']> = Extract<Question, { kind: K }>;
type AnswerOf<K extends Answer['kind']> = Extract<Answer, { kind: K }>;

function judge(question: Question, answer: Answer | undefined): Judged | undefined {
  if (answer === undefined) return undefined;
  switch (question.kind) {
    case 'single':
      return answer.kind === 'single' ? judgeSingle(question, answer) : undefined;
    case 'multiple':
      return answer.kind === 'multiple' ? judgeMultiple(question, answer) : undefined;
    case 'true-false':
      if (answer.kind !== 'true-false') return undefined;
      return {
        share: answer.value === question.answer ? 1 : 0,
        feedback: [answer.value ? question.feedback?.whenTrue : question.feedback?.whenFalse],
      };
    case 'numeric':
      return answer.kind === 'numeric' ? judgeNumeric(question, answer) : undefined;
    case 'short':
      return answer.kind === 'short' ? judgeShort(question, answer) : undefined;
    case 'matching':
      return answer.kind === 'matching' ? judgeMatching(question, answer) : undefined;
    case 'ordering':
      return answer.kind === 'ordering' ? judgeOrdering(question, answer) : undefined;
    default:
      return neverReached(question);
  }
}

function judgeSingle(question: OfKind<'single'>, answer: AnswerOf<'single'>): Judged | undefined {
  const chosen = question.options.find((option) => option.id === answer.optionId);
  return chosen && { share: chosen.correct ? 1 : 0, feedback: [chosen.feedback] };
}

function judgeMultiple(question: OfKind<'multiple'>, answer: AnswerOf<'multiple'>): Judged | undefined {
  const chosen = question.options.filter((option) => answer.optionIds.includes(option.id));
  if (chosen.length === 0) return undefined;
  const right = chosen.filter((option) => option.correct).length;
  const all = question.options.filter((option) => option.correct).length;
  return { share: (right - (chosen.length - right)) / all, feedback: chosen.map((option) => option.feedback) };
}

function judgeNumeric(question: OfKind<'numeric'>, answer: AnswerOf<'numeric'>): Judged | undefined {
  if (answer.text.trim() === '') return undefined;
  const typed = readNumber(withoutUnit(answer.text, question.unit));
  if (typed === undefined) return byOutcome(0, question.feedback);
  // A millionth to spare: 2/3 typed as a fraction must equal 2/3 written in the source.
  if (Math.abs(typed - question.answer) <= question.tolerance + 1e-6) return byOutcome(1, question.feedback);
  const mistake = question.mistakes?.find(({ value }) => Math.abs(typed - value) <= 1e-6);
  return mistake ? { share: 0, feedback: [mistake.feedback] } : byOutcome(0, question.feedback);
}

/** People type "7 hours" beside a box that already says hours. */
function withoutUnit(text: string, unit: string | undefined): string {
  const trimmed = text.trim().toLowerCase();
  const end = unit?.toLowerCase();
  return end !== undefined && trimmed.endsWith(end) ? trimmed.slice(0, -end.length) : trimmed;
}

function judgeShort(question: OfKind<'short'>, answer: AnswerOf<'short'>): Judged | undefined {
  const typed = foldAnswer(answer.text);
  if (typed === '') return undefined;
  return byOutcome(question.accepted.some((one) => foldAnswer(one) === typed) ? 1 : 0, question.feedback);
}

function judgeMatching(question: OfKind<'matching'>, answer: AnswerOf<'matching'>): Judged | undefined {
  const given = question.pairs.filter(({ id }) => Object.hasOwn(answer.pairs, id));
  if (given.length === 0) return undefined;
  const right = given.filter(({ id }) => answer.pairs[id] === id).length;
  return byOutcome(right / question.pairs.length, question.feedback);
}

function judgeOrdering(question: OfKind<'ordering'>, answer: AnswerOf<'ordering'>): Judged | undefined {
  if (answer.itemIds.length === 0) return undefined;
  const right = question.items.filter((item, place) => answer.itemIds[place] === item.id).length;
  const tidy = new Set(answer.itemIds).size === answer.itemIds.length;
  return byOutcome(tidy ? right / question.items.length : 0, question.feedback);
}

function byOutcome(
  share: number,
  feedback: { readonly right?: Line | undefined; readonly wrong?: Line | undefined } | undefined,
): Judged {
  return { share, feedback: [share === 1 ? feedback?.right : feedback?.wrong] };
}
