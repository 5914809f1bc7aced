import { useCallback, useEffect, useState } from 'react';
import { callApi, type Call, type CallFailure } from './call-api.ts';

/** A read that a screen stands on: loading, failed, or the value; `again` reads anew and keeps the old value meanwhile. */
export type Loaded<Reply> =
  | { readonly state: 'loading'; readonly again: () => void }
  | { readonly state: 'failed'; readonly failure: CallFailure; readonly again: () => void }
  | { readonly state: 'ready'; readonly value: Reply; readonly again: () => void };

/**
 * Reads from the gateway when the screen opens, when the path changes, and every `everySeconds` where given, so that a
 * desk left open stays true. Takes a GET call; its `reply` schema must be the same object at each render.
 */
export function useCall<Reply>(path: string, reply: Call<Reply>['reply'], everySeconds?: number): Loaded<Reply> {
  const [result, setResult] = useState<{ path: string; value?: Reply; failure?: CallFailure }>();
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => { setTurn((before) => before + 1); }, []);
  useEffect(() => {
    let current = true;
    void callApi({ method: 'GET', path, reply }).then((answer) => {
      if (!current) return;
      setResult((before) => {
        if (answer.ok) return { path, value: answer.value };
        return before?.path === path && before.value !== undefined ? before : { path, failure: answer.error };
      });
    });
    return () => { current = false; };
  }, [path, reply, turn]);
  useEffect(() => {
    if (everySeconds === undefined) return;
    const timer = setInterval(again, everySeconds * 1000);
    return () => { clearInterval(timer); };
  }, [everySeconds, again]);
  if (result?.path === path && result.value !== undefined) return { state: 'ready', value: result.value, again };
  if (result?.path === path && result.failure !== undefined) return { state: 'failed', failure: result.failure, again };
  return { state: 'loading', again };
}
