/** What a `Listen` shows: nothing is heard, something is, it waits, or nothing could be heard. */
export type ReadingState = 'silent' | 'speaking' | 'paused' | 'failed';

/** One stretch of sound that plays. */
export type Sounding = {
  readonly pause: () => void;
  readonly goOn: () => void;
  readonly stop: () => void;
  /** True when it was heard to its end; false when it was stopped or could not be played. */
  readonly ended: Promise<boolean>;
};

/** Something that can be said: `prepare` fetches what it needs and may be called early, the answer begins to sound. */
export type Utterance = { readonly prepare: () => Promise<(() => Sounding) | undefined> };

/** A reading under way. */
export type Reading = { readonly pause: () => void; readonly goOn: () => void; readonly stop: () => void };

let current: Reading | undefined;

/**
 * Says utterances in their order and tells each change of state; the next is made ready while one is heard. Whatever
 * was being read on the page before stops: one voice at a time. What cannot be played is passed over.
 */
export function startReading(utterances: readonly Utterance[], tell: (state: ReadingState) => void): Reading {
  current?.stop();
  let sounding: Sounding | undefined;
  let state: ReadingState = 'speaking';
  const set = (next: ReadingState) => { tell((state = next)); };
  const isOver = () => state === 'silent' || state === 'failed';
  const reading: Reading = {
    pause: () => { if (state === 'speaking') { set('paused'); sounding?.pause(); } },
    goOn: () => { if (state === 'paused') { set('speaking'); sounding?.goOn(); } },
    stop: () => { if (!isOver()) { set('silent'); sounding?.stop(); } },
  };
  current = reading;
  tell(state);
  void readAll();
  return reading;

  async function readAll(): Promise<void> {
    let heard = false;
    let ready = utterances[0]?.prepare();
    for (let at = 0; at < utterances.length; at += 1) {
      const begin = await ready?.catch(() => undefined);
      if (isOver()) return;
      ready = utterances[at + 1]?.prepare();
      sounding = begin?.();
      if (state === 'paused') sounding?.pause();
      heard = (await sounding?.ended) === true || heard;
      if (isOver()) return;
    }
    set(heard ? 'silent' : 'failed');
  }
}
