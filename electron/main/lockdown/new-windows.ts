import type { WebContents } from 'electron';
import { heldIf, type Measure } from './measure.ts';

/** Electron cannot be asked whether a page has a handler. */
const handled = new WeakSet<WebContents>();

export const newWindows: Measure = {
  name: 'new-windows',
  why: 'A second window covers the first, loses its sandbox and its guards (security.md 4.1 item 14).',
  apply: ({ eachPage }) => {
    eachPage((page) => {
      page.setWindowOpenHandler(() => ({ action: 'deny' }));
      handled.add(page);
    });
  },
  // Trying it would leave a complaint in the page's console at every check; tests/kiosk tries it.
  check: ({ page }) => heldIf(handled.has(page)),
};
