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
  check: async ({ page, probe }) =>
    heldIf(handled.has(page) && (await probe(`window.open('about:blank') === null`)) === true),
};
