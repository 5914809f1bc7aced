import { askWhetherPrevented } from './ask-whether-prevented.ts';
import { heldIf, type Measure } from './measure.ts';

export const externalProtocols: Measure = {
  name: 'external-protocols',
  why: '`mailto:`, `tel:` and custom schemes start other programs through xdg-open (security.md 5 B32).',
  apply: ({ app, eachPage }) => {
    eachPage((page) => {
      // Also from frames: a `mailto:` in a sandboxed frame still started a browser in the trials.
      page.on('will-frame-navigate', (event) => {
        if (!OUR_SCHEMES.test(event.url)) event.preventDefault();
      });
    });
    app.on('open-url', (event) => {
      event.preventDefault();
    });
    app.on('open-file', (event) => {
      event.preventDefault();
    });
  },
  check: ({ app, page }) =>
    heldIf(
      OTHER_PROGRAMS.every((url) => askWhetherPrevented(page, 'will-frame-navigate', { url, isMainFrame: false })) &&
        askWhetherPrevented(app, 'open-url', {}, 'mailto:x') &&
        askWhetherPrevented(app, 'open-file', {}, '/'),
    ),
};

const OUR_SCHEMES = /^(app|pack):/;
const OTHER_PROGRAMS = ['mailto:a@example.org', 'tel:116123', 'xdg-open://x', 'ssh://x'];
