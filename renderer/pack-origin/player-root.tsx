import { useEffect, useMemo, useState } from 'react';
import { parseLesson, parseQuiz } from '#protocol/packs/verify-files.ts';
import type { Lesson } from '#protocol/packs/lesson.ts';
import type { Quiz } from '#protocol/packs/quiz.ts';
import type { PlayerStart, PlayerToApp } from '#protocol/shell/player.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { LessonView } from './lesson-view.tsx';
import { createWords, WordsContext } from './player-words.ts';
import { QuizView } from './quiz-view.tsx';

type Loaded = { readonly kind: 'lesson'; readonly lesson: Lesson } | { readonly kind: 'quiz'; readonly quiz: Quiz } | 'loading' | 'failed';

/** The player for one activity: fetches its file from the pack's own origin, then draws it. */
export function PlayerRoot({ start, tell }: { readonly start: PlayerStart; readonly tell: (message: PlayerToApp) => void }) {
  const words = useMemo(() => createWords(start.language), [start.language]);
  const [loaded, setLoaded] = useState<Loaded>('loading');
  useEffect(() => {
    let current = true;
    void loadActivity(start).then((result) => {
      if (!current) return;
      setLoaded(result);
      if (result === 'failed') tell({ type: 'failed', reason: 'not-readable' });
    });
    return () => { current = false; };
  }, [start, tell]);
  const actions = useMemo(() => ({
    report: (verb: Extract<PlayerToApp, { type: 'progress' }>['verb'], data: Extract<PlayerToApp, { type: 'progress' }>['data']) => { tell({ type: 'progress', verb, data }); },
    onNext: () => { tell({ type: 'open-next' }); },
    onClose: () => { tell({ type: 'close' }); },
  }), [tell]);
  return (
    <WordsContext value={words}>
      {loaded === 'loading' ? <main id="main" className="player-page"><Spinner word={words('loading')} block size="lg" /></main> : null}
      {loaded === 'failed' ? (
        <main id="main" className="player-page">
          <EmptyState picture="search" title={words('notReadable')} action={<Button kind="primary" size="large" onClick={actions.onClose}>{words('toCourse')}</Button>}>{words('notReadableLead')}</EmptyState>
        </main>
      ) : null}
      {typeof loaded === 'object' && loaded.kind === 'lesson' ? <LessonView lesson={loaded.lesson} start={start} {...actions} /> : null}
      {typeof loaded === 'object' && loaded.kind === 'quiz' ? <QuizView quiz={loaded.quiz} start={start} {...actions} /> : null}
    </WordsContext>
  );
}

async function loadActivity(start: PlayerStart): Promise<Loaded> {
  try {
    const response = await fetch(`/${start.entry}`);
    if (!response.ok) return 'failed';
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (start.kind === 'lesson') {
      const lesson = parseLesson(bytes);
      return lesson.ok ? { kind: 'lesson', lesson: lesson.value } : 'failed';
    }
    const quiz = parseQuiz(bytes);
    return quiz.ok ? { kind: 'quiz', quiz: quiz.value } : 'failed';
  } catch {
    // A file server that went away (the app page was replaced) is for the person the same as a file that cannot be read.
    return 'failed';
  }
}
