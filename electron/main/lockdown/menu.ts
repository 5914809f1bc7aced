import { heldIf, type Measure } from './measure.ts';

export const menu: Measure = {
  name: 'menu',
  why: 'The default menu has developer tools, reload, zoom and quit behind the Alt key (security.md 5 A9).',
  apply: ({ menu: electronMenu, eachWindow }) => {
    electronMenu.setApplicationMenu(null);
    eachWindow((window) => {
      window.removeMenu();
    });
  },
  check: ({ menu: electronMenu, window }) =>
    heldIf(electronMenu.getApplicationMenu() === null && !window.isMenuBarVisible()),
};
