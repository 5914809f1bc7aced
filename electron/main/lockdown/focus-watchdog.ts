import type { BrowserWindow } from 'electron';
import { EXIT } from '../exit-codes.ts';
import { heldIf, type Measure } from './measure.ts';

/** Longer than Chromium needs to hand the focus back and forth, shorter than a person needs to click (security.md 0.3). */
const GRACE_MS = 150;

/** Chromium listens for the same events, so counting listeners would prove nothing. */
const watched = new WeakSet<BrowserWindow>();

export const focusWatchdog: Measure = {
  name: 'focus-watchdog',
  why: 'Any native dialog takes the keyboard from our window; it dies with this process (security.md 5 B25, B27).',
  apply: ({ kiosk, eachWindow, stop }) => {
    if (!kiosk) return;
    eachWindow((window) => {
      watched.add(window);
      let since: NodeJS.Timeout | undefined;
      window.on('blur', () => {
        since = setTimeout(() => {
          if (!window.isDestroyed() && !window.isFocused()) stop(EXIT.focusLost);
        }, GRACE_MS);
      });
      window.on('focus', () => {
        clearTimeout(since);
      });
      // A window that is being replaced at sign-out loses the focus for good reason.
      window.on('closed', () => {
        clearTimeout(since);
      });
    });
  },
  check: ({ kiosk, window }) => (kiosk ? heldIf(watched.has(window)) : 'absent'),
};
