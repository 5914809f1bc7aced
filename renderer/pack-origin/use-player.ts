import { useEffect, useReducer, useRef } from 'react';
import type { ProgressData, ProgressVerb } from '#protocol/education/schema.ts';
import { answersToSend } from './answers-to-send.ts';
import { beginPlayer, nextPlayerState, type PlayerAction, type PlayerResume, type PlayerState } from './player.ts';
import type { AnswerDraft } from './use-answer-draft.ts';

/** How long after an answer it is reported, whether typing rests or not: at most a second of work is lost at any kill (issue 2). */
const REPORT_AFTER = 700;
/** The same where answers are kept as a draft meanwhile: then the report only tells the time. */
const REPORT_DRAFT_AFTER = 60_000;

type Reporter = (verb: ProgressVerb, data: ProgressData) => void;

/** A seed for the mixed orders of one attempt. It says nothing about who is learning. */
export function newMix(): string {
  return crypto.getRandomValues(new Uint32Array(1)).join('');
}

/**
 * The player's state with its reporting: `opened` once, then `progressed` with place and answers at each turn of a
 * page and soon after each answer, or seldom where a draft keeps the answers, and what is still to be told, such as
 * the time of reading, when the page goes away. Time counts from the last report, an hour at most. The reducer itself stays pure.
 */
export function usePlayer(pages: number, resume: PlayerResume, report: Reporter, draft?: AnswerDraft): [PlayerState, (action: PlayerAction) => void, () => number] {
  const [state, dispatch] = useReducer(nextPlayerState, undefined, () => beginPlayer(pages, resume, newMix()));
  const since = useRef<number>(undefined);
  const opened = useRef(false);
  const reportedPage = useRef<number>(undefined);
  const dueAt = useRef<number>(undefined);
  const tellRest = useRef<() => void>(undefined);
  function secondsSinceReport(): number {
    const now = performance.now();
    const seconds = secondsBetween(since.current, now);
    since.current = now;
    return seconds;
  }
  useEffect(() => {
    tellRest.current = undefined;
    if (state.finished) return;
    const send = () => {
      const verb = opened.current ? 'progressed' : 'opened';
      opened.current = true;
      reportedPage.current = state.page;
      dueAt.current = undefined;
      report(verb, { page: state.page, pages: state.pages, answers: answersToSend(state.answers), place: state.mix, seconds: secondsSinceReport() });
    };
    const stays = reportedPage.current === state.page;
    if (stays) draft?.write(state.mix, state.answers);
    // A turned page is kept at once: whoever turns it and leaves for the home screen comes back to it. Else the moment is
    // the first change's: somebody who types without a rest must not put it off.
    dueAt.current ??= performance.now() + (draft === undefined ? REPORT_AFTER : REPORT_DRAFT_AFTER);
    tellRest.current = () => {
      if (!opened.current) return;
      // What was told or is kept in a draft needs no telling; the time that was worked does.
      const untold = dueAt.current !== undefined && draft === undefined;
      if (untold || secondsBetween(since.current, performance.now()) > 0) send();
    };
    const timer = setTimeout(send, stays ? Math.max(0, dueAt.current - performance.now()) : 0);
    return () => { clearTimeout(timer); };
    // `report` is made once with the port, the draft once with the quiz.
  }, [state.page, state.answers, state.finished, state.pages, state.mix, report, draft]);
  useOnLeaving(tellRest);
  return [state, dispatch, secondsSinceReport];
}

/** Calls what stands there then, when the page goes away or another screen comes. */
function useOnLeaving(tell: { readonly current: (() => void) | undefined }): void {
  useEffect(() => {
    const leave = () => { tell.current?.(); };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [tell]);
}

function secondsBetween(since: number | undefined, now: number): number {
  return Math.min(3600, Math.round((now - (since ?? now)) / 1000));
}
