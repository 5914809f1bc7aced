import { APP_PAGE, mayFrameNavigate, mayNavigate } from '../page-addresses.ts';
import { askWhetherPrevented } from './ask-whether-prevented.ts';
import { heldIf, type Measure } from './measure.ts';

/** `will-navigate` does not see frames, `will-frame-navigate` does; redirects ask separately (security.md 17, traps). */
const EVENTS = ['will-frame-navigate', 'will-navigate', 'will-redirect'] as const;

export const navigation: Measure = {
  name: 'navigation',
  why: 'A page that can go elsewhere shows the world, a file, or a trap that looks like the tablet (security.md 5 C).',
  apply: ({ eachPage }) => {
    eachPage((page) => {
      for (const name of EVENTS) {
        page.on(name as 'will-frame-navigate', (event) => {
          const judge = event.isMainFrame ? mayNavigate : mayFrameNavigate;
          if (!judge(page.getURL(), event.url)) event.preventDefault();
        });
      }
    });
  },
  check: ({ page }) =>
    heldIf(
      EVENTS.every(
        (name) =>
          ESCAPES.every((url) => askWhetherPrevented(page, name, { url, isMainFrame: true })) &&
          ESCAPES.every((url) => askWhetherPrevented(page, name, { url, isMainFrame: false })) &&
          // A guard that stops everything would not be this guard.
          (page.getURL() !== APP_PAGE || !askWhetherPrevented(page, name, { url: APP_PAGE, isMainFrame: true })),
      ),
    ),
};

const ESCAPES = ['http://192.0.2.1/', 'file:///', 'about:blank', 'xdg-open://x', 'app://other/index.html'];
