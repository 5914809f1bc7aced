import { useCallback, useState } from 'react';
import { callApi, type Call, type CallFailure } from './call-api.ts';

/** A write that a screen makes: whether one is under way, what went wrong with the last one, and the way to make one. */
export type Act = {
  readonly busy: boolean;
  readonly failure: CallFailure | undefined;
  /** Makes the call; answers its reply, or undefined after a failure (which is then in `failure`). */
  readonly act: <Reply>(call: Call<Reply>) => Promise<Reply | undefined>;
  readonly forget: () => void;
};

/** One place for the state of writes: a second press while one is under way does nothing in the form that asks `busy`. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();
  const act = useCallback(async <Reply>(call: Call<Reply>): Promise<Reply | undefined> => {
    setBusy(true);
    const answer = await callApi(call);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.error);
    return answer.ok ? answer.value : undefined;
  }, []);
  const forget = useCallback(() => { setFailure(undefined); }, []);
  return { busy, failure, act, forget };
}
