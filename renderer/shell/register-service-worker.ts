import { Workbox } from 'workbox-window';

/**
 * Makes the app's own files work with no network in a browser; in the kiosk they come from the machine itself. The
 * worker is built beside index.html. A browser that refuses it still runs the app while the gateway is there.
 */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const workbox = new Workbox('./sw.js');
  // A new edition takes over at the next start, never under somebody's hands.
  workbox.register().catch(() => undefined);
}
