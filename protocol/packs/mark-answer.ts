import { neverReached } from '../result.ts';
import type { Line } from './inline-text.ts';
import type { Answer, Gap, Question, Quiz } from './quiz.ts';
import { readNumber } from './read-number.ts';

/**
 * What came of one answer. `unanswered` also covers an answer of another kind than the question's; `for-tutor` is an
 * essay, which nothing but a person can mark.
 */
export type Mark = {
  readonly outcome: 'right' | 'partly' | 'wrong' | 'unanswered' | 'for-tutor';
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
  /** `marks / outOf`, 0 to 1; 0 where every question is for the tutor. */
  readonly score: number;
  /** Marks that a tutor has still to give or refuse; not part of `outOf`. */
  readonly forTutor: number;
  readonly passed: boolean;
  readonly answered: number;
  readonly byQuestion: readonly { readonly questionId: string; readonly mark: Mark }[];
};

/**
 * Marks one answer (PACK-28): pure, so tablet and gateway always agree.
 * Takes a question and an answer or nothing; returns the mark with what to say about it.
 */
export function markAnswer(question: Question, answer: Answer | undefined): Mark {
  if (question.kind === 'essay') return essayMark(question, answer);
  const judged = judge(question, answer);
  if (judged === undefined) return { outcome: 'unanswered', marks: 0, outOf: question.marks, feedback: [] };
  const inPart = Math.min(1, Math.max(0, judged.share));
  const share = question.partMarks === false && inPart < 1 ? 0 : inPart;
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
 * the pass mark was reached, all over the questions that are marked at once. The share is compared with a millionth to spare, so that 7 of 10 passes 0.7.
 */
export function scoreQuiz(quiz: Quiz, answers: Readonly<Record<string, Answer>>): QuizScore {
  const byQuestion = quiz.questions.map((question) => ({
    questionId: question.id,
    mark: markAnswer(question, Object.hasOwn(answers, question.id) ? answers[question.id] : undefined),
  }));
  const outOf = byQuestion.reduce((sum, { mark }) => sum + mark.outOf, 0);
  const forTutor = quiz.questions.reduce((sum, { kind, marks }) => sum + (kind === 'essay' ? marks : 0), 0);
  const marks = Math.round(byQuestion.reduce((sum, { mark }) => sum + mark.marks, 0) * 100) / 100;
  const score = outOf === 0 ? 0 : Math.min(1, marks / outOf);
  return {
    marks,
    outOf,
    score,
    forTutor,
    passed: outOf > 0 && score + 1e-6 >= quiz.passMark,
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

/** Whether one gap was filled rightly; an empty one was not. */
export function isGapRight(gap: Gap, answer: AnswerOf<'gap-fill'>): boolean {
  const text = gapText(gap, answer);
  if (text === '') return false;
  switch (gap.kind) {
    case 'typed':
      return isAccepted(foldAnswer(text), gap.accepted);
    case 'number': {
      const typed = readNumber(text);
      return typed !== undefined && isNear(typed, gap.answer, gap.tolerance);
    }
    case 'chosen':
      return gap.options.some(({ id, correct }) => correct && id === text);
  }
}

function gapText(gap: Gap, answer: AnswerOf<'gap-fill'>): string {
  return Object.hasOwn(answer.gaps, gap.id) ? (answer.gaps[gap.id] ?? '').trim() : '';
}

type Judged = { readonly share: number; readonly feedback: readonly (Line | undefined)[] };
type Marked = Exclude<Question, { kind: 'essay' }>;
type OfKind<K extends Question['kind']> = Extract<Question, { kind: K }>;
type AnswerOf<K extends Answer['kind']> = Extract<Answer, { kind: K }>;

/** An essay earns nothing here and costs nothing: its marks stand outside the score. */
function essayMark(question: OfKind<'essay'>, answer: Answer | undefined): Mark {
  const written = answer?.kind === 'essay' && answer.text.trim() !== '';
  const feedback = written && question.explanation !== undefined ? [question.explanation] : [];
  return { outcome: written ? 'for-tutor' : 'unanswered', marks: 0, outOf: 0, feedback };
}

function judge(question: Marked, answer: Answer | undefined): Judged | undefined {
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
    case 'gap-fill':
      return answer.kind === 'gap-fill' ? judgeGapFill(question, answer) : undefined;
    default:
      return neverReached(question);
  }
}

function judgeSingle(question: OfKind<'single'>, answer: AnswerOf<'single'>): Judged | undefined {
  const chosen = question.options.find((option) => option.id === answer.optionId);
  return chosen && { share: chosen.correct ? 1 : (chosen.share ?? 0), feedback: [chosen.feedback] };
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
  if (isNear(typed, question.answer, question.tolerance)) return byOutcome(1, question.feedback);
  const mistake = question.mistakes?.find(({ value, tolerance }) => isNear(typed, value, tolerance ?? 0));
  return mistake ? byMistake(mistake, question.feedback) : byOutcome(0, question.feedback);
}

/** A millionth to spare: 2/3 typed as a fraction must equal 2/3 written in the source. */
function isNear(typed: number, wanted: number, tolerance: number): boolean {
  return Math.abs(typed - wanted) <= tolerance + 1e-6;
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
  if (isAccepted(typed, question.accepted)) return byOutcome(1, question.feedback);
  const mistake = question.mistakes?.find((one) => foldAnswer(one.text) === typed);
  return mistake ? byMistake(mistake, question.feedback) : byOutcome(0, question.feedback);
}

function isAccepted(folded: string, accepted: readonly string[]): boolean {
  return accepted.some((one) => foldAnswer(one) === folded);
}

function judgeGapFill(question: OfKind<'gap-fill'>, answer: AnswerOf<'gap-fill'>): Judged | undefined {
  const filled = question.gaps.filter((gap) => gapText(gap, answer) !== '');
  if (filled.length === 0) return undefined;
  const right = filled.filter((gap) => isGapRight(gap, answer)).length;
  const chosen = filled.map((gap) =>
    gap.kind === 'chosen' ? gap.options.find(({ id }) => id === gapText(gap, answer))?.feedback : undefined,
  );
  const judged = byOutcome(right / question.gaps.length, question.feedback);
  return { ...judged, feedback: [...chosen, ...judged.feedback] };
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

type RightOrWrong = { readonly right?: Line | undefined; readonly wrong?: Line | undefined } | undefined;
type Mistake = { readonly share?: number | undefined; readonly feedback?: Line | undefined };

/** What the mistake itself says comes before what is said to every wrong answer. */
function byMistake(mistake: Mistake, feedback: RightOrWrong): Judged {
  return { share: mistake.share ?? 0, feedback: [mistake.feedback ?? feedback?.wrong] };
}

function byOutcome(share: number, feedback: RightOrWrong): Judged {
  return { share, feedback: [share === 1 ? feedback?.right : feedback?.wrong] };
}
