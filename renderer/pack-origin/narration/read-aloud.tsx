import { Pause, Volume2 } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { spokenParts, timingsSchema } from '#protocol/packs/narration.ts';
import type { Page } from '#protocol/packs/lesson.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { readerWords } from '../reader-words.ts';
import { findWord } from './find-word.ts';
import './narration.css';
import { timedWords, wordAt, type TimedWord } from './word-at.ts';

type ReadAloudProps = { readonly page: Page; readonly lessonTitle: string; readonly language: string; readonly article: RefObject<HTMLElement | null> };

/** Times the usual speed. */
type Rate = '0.75' | '1' | '1.25';

/** Reads the page aloud: the word that is spoken lights up and stays in view, and a press on any words starts there. */
export function ReadAloud({ page, lessonTitle, language, article }: ReadAloudProps) {
  const words = readerWords(language);
  const sound = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const [rate, setRate] = useState<Rate>('1');
  const [timed, setTimed] = useState<readonly TimedWord[]>([]);
  const { narration } = page;
  useEffect(() => {
    if (narration === undefined) return;
    let current = true;
    fetch(`/${narration.timings}`).then(async (answer) => timingsSchema.parse(await answer.json())).then(
      (timings) => { if (current) setTimed(timedWords(spokenParts(page, lessonTitle), timings)); },
      // Without its times it is still read, only nothing lights up.
      () => undefined,
    );
    return () => { current = false; };
  }, [narration, page, lessonTitle]);
  const show = useEffectEvent(() => { showWord(article.current, wordAt(timed, sound.current?.currentTime ?? 0)); });
  useEffect(() => {
    if (!playing) return;
    let frame = requestAnimationFrame(function follow() {
      show();
      frame = requestAnimationFrame(follow);
    });
    return () => {
      cancelAnimationFrame(frame);
      CSS.highlights.delete('spoken');
    };
  }, [playing]);
  const start = useEffectEvent((event: MouseEvent) => {
    const element = event.target as Element;
    const part = element.closest<HTMLElement>('[data-part]')?.dataset['part'];
    const first = timed.find((word) => word.part === part);
    if (!playing || first === undefined || sound.current === null || element.closest('button, label, input, summary') !== null) return;
    sound.current.currentTime = first.at;
  });
  useEffect(() => {
    const here = article.current;
    const onClick = (event: MouseEvent) => { start(event); };
    here?.addEventListener('click', onClick);
    return () => { here?.removeEventListener('click', onClick); };
  }, [article]);
  function press() {
    const here = sound.current;
    if (here === null) return;
    here.playbackRate = Number(rate);
    if (here.paused) void here.play().catch(() => { setFailed(true); });
    else here.pause();
  }
  if (narration === undefined) return null;
  return (
    <div className="narration-bar" role="group" aria-label={words('readToMe')}>
      <audio ref={sound} src={`/${narration.audio}`} preload="none" onPlay={() => { setPlaying(true); }} onPause={() => { setPlaying(false); }} onEnded={() => { setPlaying(false); }} onError={() => { setFailed(true); }} />
      <Button icon={playing ? Pause : Volume2} kind={playing ? 'primary' : 'secondary'} onClick={press}>{words(playing ? 'pause' : 'readToMe')}</Button>
      <SegmentedChoice legend={words('speed')} legendHidden value={rate} options={[{ value: '0.75', label: words('rateSlow') }, { value: '1', label: words('rateUsual') }, { value: '1.25', label: words('rateFast') }]}
        onChange={(next) => { setRate(next); if (sound.current !== null) sound.current.playbackRate = Number(next); }} />
      {playing ? <span className="narration-hint">{words('readFromHere')}</span> : null}
      {failed ? <Notice tone="attention">{words('noSound')}</Notice> : null}
    </div>
  );
}

let lastShown: TimedWord | undefined;

/** Lights a word up by a highlight of the browser's own: the page's elements stay as they are. */
function showWord(article: HTMLElement | null, word: TimedWord | undefined): void {
  if (article === null || word === undefined || (word === lastShown && CSS.highlights.has('spoken'))) return;
  lastShown = word;
  const element = article.querySelector(`[data-part="${word.part}"]`);
  const range = element === null ? undefined : findWord(element, word.from, word.to);
  if (element === null || range === undefined) return;
  CSS.highlights.set('spoken', new Highlight(range));
  const box = range.getBoundingClientRect();
  if (box.top < 80 || box.bottom > window.innerHeight - 120) element.scrollIntoView({ block: 'center' });
}
