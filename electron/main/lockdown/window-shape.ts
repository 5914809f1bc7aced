import type { BrowserWindow, Rectangle } from 'electron';
import { askWhetherPrevented } from './ask-whether-prevented.ts';
import { heldIf, type Measure } from './measure.ts';

export const windowShape: Measure = {
  name: 'window-shape',
  why: 'A page moved its kiosk window to 300 by 300 and closed it; what is behind a window is a way out (security.md 5 A18-19).',
  apply: ({ kiosk, eachPage, eachWindow, displayOf }) => {
    if (!kiosk) return;
    // `moveTo` and `resizeTo` of a page, before they touch the window; what else moves it is put back below.
    eachPage((page) => {
      page.on('content-bounds-updated', (event) => {
        event.preventDefault();
      });
    });
    eachWindow((window) => {
      const restore = (): void => {
        if (window.isDestroyed()) return;
        if (!window.isKiosk()) window.setKiosk(true);
        // Still "kiosk" to Electron after `resizeTo(300, 300)` of a page.
        if (!fills(window, displayOf(window))) window.setBounds(displayOf(window));
      };
      window.on('leave-full-screen', restore);
      window.on('resize', restore);
      window.on('move', restore);
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
  check: ({ kiosk, window, page, displayOf }) =>
    kiosk
      ? heldIf(
          window.isKiosk() &&
            fills(window, displayOf(window)) &&
            !window.isResizable() &&
            askWhetherPrevented(page, 'content-bounds-updated') &&
            askWhetherPrevented(window, 'close') &&
            askWhetherPrevented(window, 'will-move') &&
            askWhetherPrevented(window, 'will-resize'),
        )
      : 'absent',
};

/** X servers without a window manager give a kiosk window one pixel less than the screen (security.md section 17). */
const SLACK = 2;

function fills(window: BrowserWindow, display: Rectangle): boolean {
  const { x, y, width, height } = window.getBounds();
  return (
    Math.abs(x - display.x) <= SLACK &&
    Math.abs(y - display.y) <= SLACK &&
    width >= display.width - SLACK &&
    height >= display.height - SLACK
  );
}
