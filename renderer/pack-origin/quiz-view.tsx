import { ArrowLeft, ArrowRight, Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Quiz } from '#protocol/packs/quiz.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { EndView } from './end-view.tsx';
import { Paragraphs } from './inline-view.tsx';
import type { ActivityViewProps } from './lesson-view.tsx';
import { finishedScore } from './player.ts';
import { useWords } from './player-words.ts';
import { QuestionView } from './question-view.tsx';
import { usePlayer } from './use-player.ts';

/** A quiz: an opening page, a page per question, and the result with every answer's feedback. */
export function QuizView({ quiz, start, report, onNext, onClose }: ActivityViewProps & { readonly quiz: Quiz }) {
  const words = useWords();
  const total = quiz.questions.length;
  const [state, act, seconds] = usePlayer(total + 1, start.resume, report);
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => { window.scrollTo(0, 0); top.current?.focus({ preventScroll: true }); }, [state.page, state.finished]);
  const score = finishedScore(quiz, state);
  if (state.finished) {
    const lead = words('passMark', { percent: Math.round(quiz.passMark * 100), got: Math.floor(score.score * 100) });
    return (
      <EndView title={`${words(score.passed ? 'passed' : 'needsAnotherGo')}: ${words('score', { marks: score.marks, outOf: score.outOf })}`} lead={lead} picture={score.passed ? 'done' : 'books'} start={start} again={words('again')}
        onAgain={() => { act({ type: 'again' }); }} onNext={onNext} onClose={onClose}>
        <article className="player-article">
          <h2>{words('yourAnswers')}</h2>
          {quiz.questions.map((question) => (
            <QuestionView key={question.id} question={question} answer={state.answers[question.id]} marked onAnswer={ignore} />
          ))}
        </article>
      </EndView>
    );
  }
  function handIn() {
    act({ type: 'finish' });
    report('answered', { page: 0, pages: state.pages, score: score.marks, outOf: score.outOf, passMark: quiz.passMark, seconds: seconds() });
  }
  const question = quiz.questions[state.page - 1];
  const place = words('questionOf', { number: state.page, total });
  const left = total - score.answered;
  return (
    <main className="player-page" id="main">
      <ProgressBar label={place} labelHidden value={state.page} max={total} valueText={place} />
      <article className="player-article">
        <h1 ref={top} tabIndex={-1}>{quiz.title}</h1>
        {question === undefined ? <Paragraphs lines={quiz.intro} /> : (
          <QuestionView key={question.id} question={question} answer={state.answers[question.id]} marked={false} onAnswer={(answer) => { act({ type: 'answer', questionId: question.id, answer }); }} />
        )}
        {state.page === total && left > 0 ? <Notice tone="attention">{words('leftOut', { count: left })}</Notice> : null}
      </article>
      <nav className="player-turns" aria-label={place}>
        <Button size="large" icon={ArrowLeft} disabled={state.page === 0} onClick={() => { act({ type: 'turn', page: state.page - 1 }); }}>{words('back')}</Button>
        {state.page === total ? (
          <Button size="large" kind="primary" icon={Check} onClick={handIn}>{words('handIn')}</Button>
        ) : (
          <Button size="large" kind="primary" iconEnd={ArrowRight} onClick={() => { act({ type: 'turn', page: state.page + 1 }); }}>{words(state.page === 0 ? 'start' : 'next')}</Button>
        )}
      </nav>
    </main>
  );
}

/** A handed-in answer is only shown. */
function ignore(): void {
  return undefined;
}
