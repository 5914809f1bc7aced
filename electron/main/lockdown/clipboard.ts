import type { Clipboard } from 'electron';
import { heldIf, type Measure } from './measure.ts';

export const clipboard: Measure = {
  name: 'clipboard',
  why: 'What one person copied must not be pasted by the next (security.md 5 E71-73).',
  apply: ({ clipboard: electronClipboard, eachPage }) => {
    eachPage((page) => {
      page.on('destroyed', () => {
        clearBoth(electronClipboard);
      });
    });
  },
  check: async ({ page, probe }) => {
    const isDenied =
      (await probe(`navigator.permissions.query({ name: 'clipboard-read' }).then((it) => it.state)`)) === 'denied';
    return heldIf(isDenied && page.listenerCount('destroyed') > 0);
  },
};

/** X11 has a second clipboard, the selection: Electron 25 clears it by a parameter, later ones by a property. */
function clearBoth(electronClipboard: Clipboard): void {
  electronClipboard.clear();
  const asOn25 = electronClipboard as { clear: (type?: 'selection') => void; selection?: { clear: () => void } };
  if (asOn25.selection === undefined) asOn25.clear('selection');
  else asOn25.selection.clear();
}
