import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Narration } from '#protocol/packs/narration-place.ts';
import { timingsSchema } from '#protocol/packs/narration.ts';
import { NarrationBar, type Rate } from './narration-bar.tsx';
import type { ReadAloudProps } from './read-aloud-props.ts';
import { hideWord, pressedPart, showWord } from './show-word.ts';
import { timedWords, wordAt, type TimedWord } from './word-at.ts';

/** Plays the sound that came with the course: the word that is spoken lights up, and a press on any words starts there. */
export function RecordedReading({ narration, parts, language, article }: ReadAloudProps & { readonly narration: Narration }) {
  const sound = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const [rate, setRate] = useState<Rate>('1');
  const [timed, setTimed] = useState<readonly TimedWord[]>([]);
  const takeTimes = useEffectEvent((answer: unknown) => { setTimed(timedWords(parts, timingsSchema.parse(answer))); });
  useEffect(() => {
    let current = true;
    // Without its times it is still read, only nothing lights up.
    fetch(`/${narration.timings}`).then((answer) => answer.json()).then((answer: unknown) => { if (current) takeTimes(answer); }).catch(() => undefined);
    return () => { current = false; };
  }, [narration]);
  const show = useEffectEvent(() => { showWord(article.current, wordAt(timed, sound.current?.currentTime ?? 0)); });
  useEffect(() => {
    if (!playing) return;
    let frame = requestAnimationFrame(function follow() {
      show();
      frame = requestAnimationFrame(follow);
    });
    return () => {
      cancelAnimationFrame(frame);
      hideWord();
    };
  }, [playing]);
  const start = useEffectEvent((event: MouseEvent) => {
    const part = pressedPart(event);
    const first = timed.find((word) => word.part === part);
    if (playing && first !== undefined && sound.current !== null) sound.current.currentTime = first.at;
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
  function changeRate(next: Rate) {
    setRate(next);
    if (sound.current !== null) sound.current.playbackRate = Number(next);
  }
  return (
    <>
      <audio ref={sound} src={`/${narration.audio}`} preload="none" onPlay={() => { setPlaying(true); }} onPause={() => { setPlaying(false); }} onEnded={() => { setPlaying(false); }} onError={() => { setFailed(true); }} />
      <NarrationBar language={language} playing={playing} failed={failed} rate={rate} onPress={press} onRate={changeRate} />
    </>
  );
}
