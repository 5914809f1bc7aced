/** How often an open lesson is asked whether it is alive, in milliseconds. */
export const ASK_EVERY = 5000;

/** Questions in a row that may stay without an answer: ten seconds of silence (issue 2, a lesson that loops for ever). */
const UNANSWERED_LIMIT = 2;

/** Questions that may stay unanswered before the player was ever heard: half a minute for a slow start. */
const OPENING_LIMIT = 6;

/** A watch over one open lesson. */
export type PlayerWatch = {
  /** Call for every message of the player: a player that speaks is alive. */
  readonly heard: () => void;
  readonly stop: () => void;
};

/**
 * Asks the player again and again whether it is alive, and calls `onSilent` once when it no longer answers. It counts
 * questions, not seconds: where a page in the background may only look every minute, an answer still comes between
 * two questions. The lesson runs in another process, so its silence is never the app's.
 */
export function watchPlayer(ask: () => void, onSilent: () => void): PlayerWatch {
  let unanswered = 0;
  let limit = OPENING_LIMIT;
  const timer = setInterval(() => {
    if (unanswered < limit) {
      unanswered += 1;
      ask();
      return;
    }
    clearInterval(timer);
    onSilent();
  }, ASK_EVERY);
  return {
    heard: () => {
      unanswered = 0;
      limit = UNANSWERED_LIMIT;
    },
    stop: () => { clearInterval(timer); },
  };
}
