import { useEffect, useReducer, useRef } from 'react';
import type { ProgressData, ProgressVerb } from '#protocol/education/schema.ts';
import { answersToSend } from './answers-to-send.ts';
import { beginPlayer, nextPlayerState, type PlayerAction, type PlayerResume, type PlayerState } from './player.ts';

/** How long typing may rest before it is reported: at most a second of work is lost at any kill (issue 2). */
const REPORT_AFTER = 700;

type Reporter = (verb: ProgressVerb, data: ProgressData) => void;

/** A seed for the mixed orders of one attempt. It says nothing about who is learning. */
export function newMix(): string {
  return crypto.getRandomValues(new Uint32Array(1)).join('');
}

/**
 * The player's state with its reporting: `opened` once, then `progressed` with place and answers at each turn of a
 * page and soon after each answer. Time counts from the last report, an hour at most. The reducer itself stays pure.
 */
export function usePlayer(pages: number, resume: PlayerResume, report: Reporter): [PlayerState, (action: PlayerAction) => void, () => number] {
  const [state, dispatch] = useReducer(nextPlayerState, undefined, () => beginPlayer(pages, resume, newMix()));
  const since = useRef<number>(undefined);
  const opened = useRef(false);
  const reportedPage = useRef<number>(undefined);
  function secondsSinceReport(): number {
    const now = performance.now();
    const seconds = Math.min(3600, Math.round((now - (since.current ?? now)) / 1000));
    since.current = now;
    return seconds;
  }
  useEffect(() => {
    if (state.finished) return;
    const verb = opened.current ? 'progressed' : 'opened';
    const send = () => {
      opened.current = true;
      reportedPage.current = state.page;
      report(verb, { page: state.page, pages: state.pages, answers: answersToSend(state.answers), place: state.mix, seconds: secondsSinceReport() });
    };
    // A turned page is kept at once: whoever turns it and leaves for the home screen comes back to it.
    const timer = setTimeout(send, reportedPage.current === state.page ? REPORT_AFTER : 0);
    return () => { clearTimeout(timer); };
    // `report` is made once with the port.
  }, [state.page, state.answers, state.finished, state.pages, state.mix, report]);
  return [state, dispatch, secondsSinceReport];
}
