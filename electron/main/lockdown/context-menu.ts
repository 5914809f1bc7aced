import { askWhetherPrevented } from './ask-whether-prevented.ts';
import { heldIf, type Measure } from './measure.ts';

export const contextMenu: Measure = {
  name: 'context-menu',
  why: 'A right click or a long press offers save, search and inspect (security.md 5 A10).',
  apply: ({ eachPage }) => {
    eachPage((page) => {
      page.on('context-menu', (event) => {
        event.preventDefault();
      });
    });
  },
  check: ({ page }) => heldIf(askWhetherPrevented(page, 'context-menu', {}, {})),
};
