import { askWhetherPrevented } from './ask-whether-prevented.ts';
import { heldIf, type Measure } from './measure.ts';

export const windowShape: Measure = {
  name: 'window-shape',
  why: 'A page moved its kiosk window to 300 by 300 and closed it; what is behind a window is a way out (security.md 5 A18-19).',
  apply: ({ kiosk, eachWindow }) => {
    if (!kiosk) return;
    eachWindow((window) => {
      const restore = (): void => {
        if (!window.isDestroyed() && !window.isKiosk()) window.setKiosk(true);
      };
      window.on('leave-full-screen', restore);
      window.on('resize', restore);
      window.on('minimize', () => {
        window.restore();
      });
      window.on('will-resize', (event) => {
        event.preventDefault();
      });
      window.on('will-move', (event) => {
        event.preventDefault();
      });
      window.on('page-title-updated', (event) => {
        event.preventDefault();
      });
      window.on('close', (event) => {
        event.preventDefault();
      });
    });
  },
  check: ({ kiosk, window }) =>
    kiosk
      ? heldIf(
          window.isKiosk() &&
            !window.isResizable() &&
            askWhetherPrevented(window, 'close') &&
            askWhetherPrevented(window, 'will-move') &&
            askWhetherPrevented(window, 'will-resize'),
        )
      : 'absent',
};
