import { ArrowLeft, ArrowRight, Check } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { questionParts, quizParts } from '#protocol/packs/narration.ts';
import type { Quiz } from '#protocol/packs/quiz.ts';
import { scoreQuiz } from '#protocol/packs/mark-answer.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import type { ActivityViewProps } from './activity-view-props.ts';
import { AttemptsUsedView } from './attempts-used-view.tsx';
import { AttemptLine } from './attempt-line.tsx';
import { handInReport, isTooLong, questionsInOrder } from './hand-in.ts';
import { Paragraphs } from './inline-view.tsx';
import { ReadingSlot } from './narration/reading-slot.tsx';
import { useWords } from './player-words.ts';
import { QuestionView } from './question-view.tsx';
import { QuizResultView } from './quiz-result-view.tsx';
import { useAnswerDraft } from './use-answer-draft.ts';
import { newMix, usePlayer } from './use-player.ts';

/** A quiz: an opening page, a page per question, and the result with every answer's feedback. */
export function QuizView({ quiz, start, report, keep, onNext, onClose }: Omit<ActivityViewProps, 'onFailed'> & { readonly quiz: Quiz }) {
  const words = useWords();
  const total = quiz.questions.length;
  const [resume, draft] = useAnswerDraft({ start, keep });
  const [state, act, seconds] = usePlayer(total + 1, resume, report, draft);
  const [attempts, setAttempts] = useState(start.attempts ?? 0);
  const top = useRef<HTMLHeadingElement>(null);
  const article = useRef<HTMLElement>(null);
  useEffect(() => { window.scrollTo(0, 0); top.current?.focus({ preventScroll: true }); }, [state.page, state.finished]);
  const score = scoreQuiz(quiz, state.answers);
  const limit = quiz.attempts;
  const used = limit !== undefined && attempts >= limit;
  const questions = questionsInOrder(quiz, state.mix);
  if (state.finished) {
    return <QuizResultView quiz={quiz} questions={questions} score={score} state={state} start={start} canGoAgain={!used} onAgain={() => { act({ type: 'again', mix: newMix() }); }} onNext={onNext} onClose={onClose} />;
  }
  if (used) return <AttemptsUsedView start={start} limit={limit} onNext={onNext} onClose={onClose} />;
  function handIn() {
    act({ type: 'finish' });
    const { verb, data } = handInReport(quiz, state, score);
    if (verb === 'answered') setAttempts(attempts + 1);
    report(verb, { ...data, seconds: seconds() });
    draft.clear();
  }
  const question = questions[state.page - 1];
  const place = words('questionOf', { number: state.page, total });
  const left = total - score.answered;
  const tooLong = isTooLong(quiz, state.answers);
  return (
    <main className="player-page" id="main">
      <ProgressBar label={place} labelHidden value={state.page} max={total} valueText={place} />
      <ReadingSlot key={state.page} narration={(question ?? quiz).narration} parts={() => (question === undefined ? quizParts(quiz) : questionParts(question))} language={quiz.language} article={article} />
      <article ref={article} className="player-article">
        <h1 ref={top} tabIndex={-1} data-part={question === undefined ? 'title' : undefined}>{quiz.title}</h1>
        {question === undefined ? <><Paragraphs lines={quiz.intro} part="0" /><AttemptLine number={attempts + 1} limit={limit} /></> : (
          <QuestionView key={question.id} part="0" question={question} answer={state.answers[question.id]} mix={state.mix} mixChoices={quiz.mixChoices} marked={false} onAnswer={(answer) => { act({ type: 'answer', questionId: question.id, answer }); }} />
        )}
        {state.page === total && left > 0 ? <Notice tone="attention">{words('leftOut', { count: left })}</Notice> : null}
        {state.page === total && tooLong ? <Notice tone="attention" live="polite">{words('tooLong')}</Notice> : null}
      </article>
      <nav className="player-turns" aria-label={place}>
        <Button size="large" icon={ArrowLeft} disabled={state.page === 0} onClick={() => { act({ type: 'turn', page: state.page - 1 }); }}>{words('back')}</Button>
        {state.page === total ? (
          <Button size="large" kind="primary" icon={Check} disabled={tooLong} onClick={handIn}>{words(score.outOf === 0 ? 'handInTutor' : 'handIn')}</Button>
        ) : (
          <Button size="large" kind="primary" iconEnd={ArrowRight} onClick={() => { act({ type: 'turn', page: state.page + 1 }); }}>{words(state.page === 0 ? 'start' : 'next')}</Button>
        )}
      </nav>
    </main>
  );
}
