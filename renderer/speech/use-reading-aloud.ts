import { useEffect, useRef, useState } from 'react';
import { startReading, type Reading, type ReadingState, type Utterance } from './start-reading.ts';

type ReadingAloud = { readonly state: ReadingState; readonly press: () => void };

/** One button's worth of reading aloud: a press starts, pauses or goes on; other words or leaving the screen stop it. */
export function useReadingAloud(utterances: readonly Utterance[]): ReadingAloud {
  const [state, setState] = useState<ReadingState>('silent');
  const reading = useRef<Reading>(undefined);
  useEffect(() => () => reading.current?.stop(), [utterances]);
  function press() {
    if (state === 'speaking') reading.current?.pause();
    else if (state === 'paused') reading.current?.goOn();
    else reading.current = startReading(utterances, setState);
  }
  return { state, press };
}
