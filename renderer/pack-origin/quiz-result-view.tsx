import type { QuizScore } from '#protocol/packs/mark-answer.ts';
import type { Question, Quiz } from '#protocol/packs/quiz.ts';
import type { PlayerStart } from '#protocol/shell/player.ts';
import { Notice } from '../ui/notice.tsx';
import { EndView } from './end-view.tsx';
import type { PlayerState } from './player.ts';
import { useWords, type Words } from './player-words.ts';
import { QuestionView } from './question-view.tsx';

type QuizResultViewProps = {
  readonly quiz: Quiz;
  /** In the order in which they were asked. */
  readonly questions: readonly Question[];
  readonly score: QuizScore;
  readonly state: PlayerState;
  readonly start: PlayerStart;
  readonly canGoAgain: boolean;
  readonly onAgain: () => void;
  readonly onNext: () => void;
  readonly onClose: () => void;
};

/** What came of a quiz: the marks that are certain, what the tutor has still to mark, and every answer with its feedback. */
export function QuizResultView({ quiz, questions, score, state, start, canGoAgain, onAgain, onNext, onClose }: QuizResultViewProps) {
  const words = useWords();
  const { title, lead, good } = resultWords(quiz, score, words);
  return (
    <EndView title={title} lead={lead} picture={good ? 'done' : 'books'} start={start} again={words('again')} onAgain={canGoAgain ? onAgain : undefined} onNext={onNext} onClose={onClose}>
      <article className="player-article">
        {score.forTutor > 0 && score.outOf > 0 ? <Notice tone="info">{words('tutorMarks', { marks: score.forTutor })}</Notice> : null}
        <h2>{words('yourAnswers')}</h2>
        {questions.map((question) => (
          <QuestionView key={question.id} question={question} answer={state.answers[question.id]} mix={state.mix} mixChoices={quiz.mixChoices} marked onAnswer={ignore} />
        ))}
      </article>
    </EndView>
  );
}

/** A quiz of essays alone has no score yet, so none is shown. */
function resultWords(quiz: Quiz, score: QuizScore, words: Words): { readonly title: string; readonly lead: string; readonly good: boolean } {
  if (score.outOf === 0) return { title: words('handedIn'), lead: words('handedInLead'), good: true };
  return {
    title: `${words(score.passed ? 'passed' : 'needsAnotherGo')}: ${words('score', { marks: score.marks, outOf: score.outOf })}`,
    lead: words('passMark', { percent: Math.round(quiz.passMark * 100), got: Math.floor(score.score * 100) }),
    good: score.passed,
  };
}

/** A handed-in answer is only shown. */
function ignore(): void {
  return undefined;
}
