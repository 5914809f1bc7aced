import { askWhetherPrevented } from './ask-whether-prevented.ts';
import { heldIf, type Measure } from './measure.ts';

export const webview: Measure = {
  name: 'webview',
  why: '`<webview>` is a browser inside the page, with preferences of its own (security.md 4.1 items 11-12).',
  apply: ({ eachPage }) => {
    eachPage((page) => {
      page.on('will-attach-webview', (event) => {
        event.preventDefault();
      });
    });
  },
  check: ({ page }) => heldIf(askWhetherPrevented(page, 'will-attach-webview', {}, {}, {})),
};
