import { useCallback, useEffect, useState } from 'react';
import { callFamily, type Call, type CallFailure } from './call-family.ts';

/** A read that a screen stands on. `failure` beside a value: it is shown as it last was. */
export type Loaded<Reply> = {
  readonly value: Reply | undefined;
  readonly failure: CallFailure | undefined;
  readonly again: () => void;
};

/** Reads when the screen opens, when the path changes, when the page is looked at again, and every `everySeconds`. */
export function useFamilyCall<Reply>(path: string, reply: Call<Reply>['reply'], everySeconds: number): Loaded<Reply> {
  const [result, setResult] = useState<{ path: string; value?: Reply; failure?: CallFailure }>();
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => {
    setTurn((before) => before + 1);
  }, []);
  useEffect(() => {
    let current = true;
    void callFamily({ method: 'GET', path, reply }).then((answer) => {
      if (!current) return;
      setResult((before) => {
        if (answer.ok) return { path, value: answer.value };
        return {
          path,
          failure: answer.error,
          ...(before?.path === path && before.value !== undefined ? { value: before.value } : {}),
        };
      });
    });
    return () => {
      current = false;
    };
  }, [path, reply, turn]);
  useEffect(() => {
    const whenSeen = (): void => {
      if (document.visibilityState === 'visible') again();
    };
    const timer = setInterval(whenSeen, everySeconds * 1000);
    document.addEventListener('visibilitychange', whenSeen);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whenSeen);
      window.removeEventListener('online', again);
    };
  }, [again, everySeconds]);
  const here = result?.path === path ? result : undefined;
  return { value: here?.value, failure: here?.failure, again };
}
