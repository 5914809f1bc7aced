import { Workbox } from 'workbox-window';

/** Undefined where nothing has to be fetched first. */
let ownFiles: Promise<unknown> | undefined;

/** Milliseconds from one try to the next, for a network that comes back without the browser's saying so. */
const AGAIN_AFTER = 60_000;

/**
 * Makes the app's own files work with no network in a browser; in the kiosk they come from the machine itself. The
 * worker is built beside index.html. A browser that refuses it still runs the app while the gateway is there.
 */
export function registerServiceWorker(): void {
  if (import.meta.env.DEV) return;
  ownFiles = 'serviceWorker' in navigator ? registerUntilReady() : new Promise(() => undefined);
}

/** A cable that is cut while the files come ends the browser's own try, and no other follows by itself. */
async function registerUntilReady(): Promise<void> {
  const register = (): void => {
    // A new edition takes over at the next start, never under somebody's hands.
    new Workbox('./sw.js').register().catch(() => undefined);
  };
  register();
  addEventListener('online', register);
  const again = setInterval(register, AGAIN_AFTER);
  await navigator.serviceWorker.ready;
  clearInterval(again);
  removeEventListener('online', register);
}

/**
 * The moment from which every screen opens with no network: undefined where that is so from the start, as in the kiosk;
 * never in a browser that keeps nothing.
 */
export function ownFilesKept(): Promise<unknown> | undefined {
  return ownFiles;
}
