/** How long a page that is there may go on loading before it is shown all the same, in milliseconds. */
const SHOW_ANYWAY_AFTER = 3000;
const LOOK_EVERY = 250;

/**
 * Calls `onShown` when the page in a frame can be looked at although its `load` has not come: one that holds a frame from
 * elsewhere waits for ever where the shell refuses that, and would never be shown. Returns a function that stops it.
 */
export function whenShown(frame: HTMLIFrameElement, onShown: () => void): () => void {
  let waited = 0;
  const timer = setInterval(() => {
    const page = frame.contentDocument;
    if (page === null || page.URL === 'about:blank' || page.readyState === 'loading') return;
    waited += LOOK_EVERY;
    if (waited < SHOW_ANYWAY_AFTER) return;
    clearInterval(timer);
    onShown();
  }, LOOK_EVERY);
  return () => { clearInterval(timer); };
}
