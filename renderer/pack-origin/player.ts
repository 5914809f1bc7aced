import type { Answer } from '#protocol/packs/quiz.ts';
import { answerSchema } from '#protocol/packs/quiz.ts';

/** Where a person is in one lesson or quiz. A quiz has a page per question, an opening page before and a result after. */
export type PlayerState = {
  readonly page: number;
  readonly pages: number;
  readonly answers: Readonly<Record<string, Answer>>;
  /** Questions of a lesson whose answer was checked: their feedback shows. */
  readonly checked: readonly string[];
  /** The lesson's end was reached, or the quiz handed in. */
  readonly finished: boolean;
  /** What this attempt's mixed orders come from; made anew for each attempt and kept with the person's place. */
  readonly mix: string;
};

/** What a person can do in the player. */
export type PlayerAction =
  | { readonly type: 'turn'; readonly page: number }
  | { readonly type: 'answer'; readonly questionId: string; readonly answer: Answer }
  | { readonly type: 'check'; readonly questionId: string }
  | { readonly type: 'finish' }
  | { readonly type: 'again'; readonly mix: string };

/** Where the app says that the person stopped; `place` holds the mix of the attempt. */
export type PlayerResume = { readonly page: number; readonly answers: Readonly<Record<string, unknown>>; readonly place?: string | undefined } | null;

/**
 * Begins at the place the person stopped. Takes how many pages there are, the resume the app kept and a new mix for
 * whoever begins; a place beyond the end, or answers of an older version that no longer fit, are set right rather
 * than refused.
 */
export function beginPlayer(pages: number, resume: PlayerResume, newMix: string): PlayerState {
  const page = Math.min(Math.max(0, resume?.page ?? 0), pages - 1);
  return { page, pages, answers: readAnswers(resume?.answers ?? {}), checked: [], finished: false, mix: resume?.place ?? newMix };
}

/** The state after an action. Pure; pages are kept within the lesson. */
export function nextPlayerState(state: PlayerState, action: PlayerAction): PlayerState {
  switch (action.type) {
    case 'turn':
      return { ...state, page: Math.min(Math.max(0, action.page), state.pages - 1) };
    case 'answer':
      return {
        ...state,
        answers: { ...state.answers, [action.questionId]: action.answer },
        checked: state.checked.filter((id) => id !== action.questionId),
      };
    case 'check':
      return { ...state, checked: [...state.checked.filter((id) => id !== action.questionId), action.questionId] };
    case 'finish':
      return { ...state, finished: true };
    case 'again':
      return { ...state, page: 0, answers: {}, checked: [], finished: false, mix: action.mix };
  }
}

function readAnswers(kept: Readonly<Record<string, unknown>>): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const [questionId, value] of Object.entries(kept)) {
    const parsed = answerSchema.safeParse(value);
    if (parsed.success) answers[questionId] = parsed.data;
  }
  return answers;
}
