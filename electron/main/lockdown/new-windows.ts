import { heldIf, type Measure } from './measure.ts';

export const newWindows: Measure = {
  name: 'new-windows',
  why: 'A second window covers the first, loses its sandbox and its guards (security.md 4.1 item 14).',
  apply: ({ eachPage }) => {
    eachPage((page) => {
      page.setWindowOpenHandler(() => ({ action: 'deny' }));
    });
  },
  check: async ({ probe }) => heldIf((await probe(`window.open('about:blank') === null`)) === true),
};
