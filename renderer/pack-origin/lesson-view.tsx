import { ArrowLeft, ArrowRight, Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Lesson } from '#protocol/packs/lesson.ts';
import { spokenParts } from '#protocol/packs/narration.ts';
import { Button } from '../ui/button.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import type { ActivityViewProps } from './activity-view-props.ts';
import { answersToSend } from './answers-to-send.ts';
import { BlockView } from './block-view.tsx';
import { EndView } from './end-view.tsx';
import { MediaPlaceContext } from './media/media-place.ts';
import { useMediaPlace } from './media/use-media-place.ts';
import { ReadingSlot } from './narration/reading-slot.tsx';
import { useWords } from './player-words.ts';
import { QuestionView } from './question-view.tsx';
import { newMix, usePlayer } from './use-player.ts';

/** A lesson, a page at a time, with its place kept and its end said. */
export function LessonView({ lesson, start, report, keep, onNext, onClose }: ActivityViewProps & { readonly lesson: Lesson }) {
  const words = useWords();
  const [state, act, seconds] = usePlayer(lesson.pages.length, start.resume, report);
  const media = useMediaPlace({ start, keep }, (share) => { report('progressed', { page: state.page, pages: state.pages, answers: answersToSend(state.answers), place: state.mix, share, seconds: seconds() }); });
  const top = useRef<HTMLHeadingElement>(null);
  const page = lesson.pages[state.page];
  const article = useRef<HTMLElement>(null);
  const last = state.page === lesson.pages.length - 1;
  useEffect(() => { window.scrollTo(0, 0); top.current?.focus({ preventScroll: true }); }, [state.page]);
  function finish() {
    act({ type: 'finish' });
    report('completed', { page: state.page, pages: state.pages, seconds: seconds() });
  }
  if (state.finished) {
    return <EndView title={words('finished')} lead={words('finishedLead')} picture="done" start={start} again={words('readAgain')} onAgain={() => { act({ type: 'again', mix: newMix() }); }} onNext={onNext} onClose={onClose} />;
  }
  const place = words('pageOf', { page: state.page + 1, pages: state.pages });
  return (
    <main className="player-page" id="main">
      <ProgressBar label={place} labelHidden value={state.page + 1} max={state.pages} valueText={place} />
      {page === undefined ? null : <ReadingSlot key={state.page} narration={page.narration} parts={() => spokenParts(page, lesson.title)} language={lesson.language} article={article} />}
      <article ref={article} className="player-article">
        <h1 ref={top} tabIndex={-1} data-part="title">{page?.title ?? lesson.title}</h1>
        <MediaPlaceContext value={media}>
        {page?.blocks.map((block, index) =>
          block.kind === 'question' ? (
            <QuestionView key={block.question.id} part={String(index)} question={block.question} answer={state.answers[block.question.id]} mix={state.mix} marked={state.checked.includes(block.question.id)}
              onAnswer={(answer) => { act({ type: 'answer', questionId: block.question.id, answer }); }} onCheck={() => { act({ type: 'check', questionId: block.question.id }); }} />
          ) : (
            <BlockView key={index} block={block} part={String(index)} />
          ),
        )}
        </MediaPlaceContext>
      </article>
      <nav className="player-turns" aria-label={place}>
        <Button size="large" icon={ArrowLeft} disabled={state.page === 0} onClick={() => { act({ type: 'turn', page: state.page - 1 }); }}>{words('back')}</Button>
        {last ? (
          <Button size="large" kind="primary" icon={Check} onClick={finish}>{words('finish')}</Button>
        ) : (
          <Button size="large" kind="primary" iconEnd={ArrowRight} onClick={() => { act({ type: 'turn', page: state.page + 1 }); }}>{words('next')}</Button>
        )}
      </nav>
    </main>
  );
}
