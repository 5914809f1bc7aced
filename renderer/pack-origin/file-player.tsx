import { useEffect, useState } from 'react';
import { parseLesson, parseQuiz } from '#protocol/packs/verify-files.ts';
import type { Lesson } from '#protocol/packs/lesson.ts';
import type { Quiz } from '#protocol/packs/quiz.ts';
import type { PlayerStart } from '#protocol/shell/player.ts';
import { Spinner } from '../ui/spinner.tsx';
import type { ActivityViewProps } from './activity-view-props.ts';
import { LessonView } from './lesson-view.tsx';
import { NotReadable } from './not-readable.tsx';
import { useWords } from './player-words.ts';
import { QuizView } from './quiz-view.tsx';

type Loaded = { readonly kind: 'lesson'; readonly lesson: Lesson } | { readonly kind: 'quiz'; readonly quiz: Quiz } | 'loading' | 'failed';

/** Our own lessons and quizzes: fetches the file from the pack's own origin, then draws it. */
export function FilePlayer(props: ActivityViewProps) {
  const words = useWords();
  const { start, onFailed } = props;
  const [loaded, setLoaded] = useState<Loaded>('loading');
  useEffect(() => {
    let current = true;
    void loadActivity(start).then((result) => {
      if (!current) return;
      setLoaded(result);
      if (result === 'failed') onFailed('not-readable');
    });
    return () => { current = false; };
  }, [start, onFailed]);
  if (loaded === 'loading') return <main id="main" className="player-page"><Spinner word={words('loading')} block size="lg" /></main>;
  if (loaded === 'failed') return <NotReadable onClose={props.onClose} />;
  return loaded.kind === 'lesson' ? <LessonView lesson={loaded.lesson} {...props} /> : <QuizView quiz={loaded.quiz} {...props} />;
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
