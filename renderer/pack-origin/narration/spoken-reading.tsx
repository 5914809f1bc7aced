import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { wordsOf, type SpokenPart } from '#protocol/packs/narration.ts';
import { sayAloud } from '../../speech/soundings.ts';
import { startReading, type Reading, type ReadingState } from '../../speech/start-reading.ts';
import { NarrationBar, type Rate } from './narration-bar.tsx';
import type { ReadAloudProps } from './read-aloud-props.ts';
import { hideWord, pressedPart, showWord } from './show-word.ts';

/** Lets a voice of the machine read a page that came without a sound. A new speed counts from the next part on. */
export function SpokenReading({ voice, parts, language, article }: ReadAloudProps & { readonly voice: SpeechSynthesisVoice }) {
  const [state, setState] = useState<ReadingState>('silent');
  const [rate, setRate] = useState<Rate>('1');
  const reading = useRef<Reading>(undefined);
  const chosenRate = useRef<Rate>('1');
  function say(part: SpokenPart) {
    return sayAloud(part.text, voice, { rate: Number(chosenRate.current), onWord: (letter) => { showWord(article.current, wordFrom(part, letter)); } });
  }
  function readFrom(at: number) {
    reading.current = startReading(parts.slice(at).map((part) => ({ prepare: async () => () => say(part) })), (next) => {
      setState(next);
      if (next === 'silent' || next === 'failed') hideWord();
    });
  }
  const start = useEffectEvent((event: MouseEvent) => {
    const pressed = pressedPart(event);
    const at = parts.findIndex(({ part }) => part === pressed);
    if (state === 'speaking' && at >= 0) readFrom(at);
  });
  useEffect(() => {
    const here = article.current;
    const onClick = (event: MouseEvent) => { start(event); };
    here?.addEventListener('click', onClick);
    return () => {
      here?.removeEventListener('click', onClick);
      reading.current?.stop();
    };
  }, [article]);
  function press() {
    if (state === 'speaking') reading.current?.pause();
    else if (state === 'paused') reading.current?.goOn();
    else readFrom(0);
  }
  function changeRate(next: Rate) {
    setRate(next);
    chosenRate.current = next;
  }
  return <NarrationBar language={language} playing={state === 'speaking'} failed={state === 'failed'} rate={rate} onPress={press} onRate={changeRate} />;
}

/** The word that begins at or before a letter. */
function wordFrom({ part, text }: SpokenPart, letter: number) {
  const word = wordsOf(text).findLast(({ from }) => from <= letter);
  return word && { part, ...word };
}
