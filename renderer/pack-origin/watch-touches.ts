/** Anything a person does with a lesson, as the app counts it for its own screens (renderer/session/watch-idle.ts). */
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input'] as const;

/** How often it is told at most, in milliseconds: the app looks as often. */
const TELL_EVERY = 5000;

/**
 * Tells that somebody is at work here. Touches of a pack's view never reach the app's page, which would cover the screen
 * in the middle of a lesson. The pages of other makers lie in frames of this origin, and frames of theirs below; a film or
 * a voice of ours that plays counts too, for who listens touches nothing. `now` is monotonic milliseconds. `isReal` says
 * whether an event came of somebody's doing: a course's script must not hold off the lock with events of its own making.
 */
export function watchTouches(page: Document, tell: () => void, now: () => number, isReal = (event: Event): boolean => event.isTrusted): void {
  const known = new WeakSet<Document>();
  let toldAt = Number.NEGATIVE_INFINITY;
  const touched = (event: Event): void => {
    if (!isReal(event) || now() - toldAt < TELL_EVERY) return;
    toldAt = now();
    tell();
  };
  const listen = (document: Document): void => {
    if (known.has(document)) return;
    known.add(document);
    for (const touch of TOUCHES) document.addEventListener(touch, touched, { capture: true, passive: true });
    // A frame's document is another after each of its pages; the event goes down to the frame, and does not come up.
    document.addEventListener('load', () => { listenBelow(document); }, { capture: true });
    listenBelow(document);
  };
  const listenBelow = (document: Document): void => {
    // Old courses are framesets; both kinds of frame have a document.
    for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe, frame')) {
      // Null where it is a stranger: a file that was answered as something that can do nothing.
      if (frame.contentDocument !== null) listen(frame.contentDocument);
    }
  };
  listen(page);
  page.addEventListener('timeupdate', touched, { capture: true, passive: true });
}
