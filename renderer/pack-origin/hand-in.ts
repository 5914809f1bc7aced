import type { ProgressData, ProgressVerb } from '#protocol/education/schema.ts';
import type { QuizScore } from '#protocol/packs/mark-answer.ts';
import type { Answer, Question, Quiz } from '#protocol/packs/quiz.ts';
import { answersToSend } from './answers-to-send.ts';
import { mixByHash } from './mix-order.ts';
import type { PlayerState } from './player.ts';

/**
 * What a handed-in quiz reports. The answers go with it, because the tutor reads the essays there. Where every question
 * is for the tutor there is no score to report, so the activity is `completed` and not `answered`.
 */
export function handInReport(quiz: Quiz, state: PlayerState, score: QuizScore): { readonly verb: ProgressVerb; readonly data: ProgressData } {
  const data = { page: 0, pages: state.pages, answers: answersToSend(state.answers) };
  if (score.outOf === 0) return { verb: 'completed', data };
  return { verb: 'answered', data: { ...data, score: score.marks, outOf: score.outOf, passMark: quiz.passMark } };
}

/** The questions as this attempt asks them. */
export function questionsInOrder(quiz: Quiz, mix: string): readonly Question[] {
  return quiz.mixQuestions === true ? mixByHash(quiz.questions, mix) : quiz.questions;
}

/** Whether an essay is longer than the tutor allows: it can be typed, but not handed in. */
export function isTooLong(quiz: Quiz, answers: Readonly<Record<string, Answer>>): boolean {
  return quiz.questions.some((question) => {
    const answer = answers[question.id];
    return question.kind === 'essay' && answer?.kind === 'essay' && answer.text.length > question.limit;
  });
}
