import { heldIf, type Measure } from './measure.ts';

export const devtools: Measure = {
  name: 'devtools',
  why: 'Developer tools run any script in the page and read all it holds (security.md 5 A1).',
  apply: ({ eachPage }) => {
    eachPage((page) => {
      page.on('devtools-opened', () => {
        page.closeDevTools();
      });
    });
  },
  check: ({ page }) => {
    // `devTools: false` makes this do nothing; where it does something, the listener above closes them again.
    page.openDevTools({ mode: 'detach', activate: false });
    return heldIf(!page.isDevToolsOpened() && page.listenerCount('devtools-opened') > 0);
  },
};
