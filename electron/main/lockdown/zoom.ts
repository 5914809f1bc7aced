import { heldIf, type Measure } from './measure.ts';

export const zoom: Measure = {
  name: 'zoom',
  why: 'A zoomed page hides its own top bar; text size is a setting of ours instead (security.md 5 A7).',
  apply: ({ app, eachPage }) => {
    app.commandLine.appendSwitch('disable-pinch');
    app.commandLine.appendSwitch('overscroll-history-navigation', '0');
    eachPage((page) => {
      page.on('zoom-changed', () => {
        page.setZoomLevel(0);
      });
      page.on('dom-ready', () => {
        page.setZoomLevel(0);
        void page.setVisualZoomLevelLimits(1, 1);
      });
    });
  },
  check: ({ page }) => heldIf(page.getZoomLevel() === 0 && page.listenerCount('zoom-changed') > 0),
};
