import { BrowserWindow, type Session, type WebContents } from 'electron';
import type { Lockdown } from './lockdown/lockdown.ts';
import { APP_PAGE } from './page-addresses.ts';
import { pagePreferences } from './page-preferences.ts';
import { endPage } from './page-watch.ts';
import { safePage, type SafeReason } from './safe-screen.ts';

/** The tablet's window. There is always exactly one, and something useful in it. */
export type KioskWindow = {
  readonly window: () => BrowserWindow | undefined;
  readonly page: () => WebContents | undefined;
  /** Opens the window on the tablet's page; resolves when it has loaded. */
  readonly open: () => Promise<BrowserWindow>;
  /** A new window with a new renderer takes the place of the old one and of all it held. */
  readonly replace: () => void;
  /** Shows how to get help without the tablet, until the next start. */
  readonly showSafeScreen: (reason: SafeReason) => Promise<BrowserWindow>;
};

export type KioskWindowOptions = {
  readonly kiosk: boolean;
  readonly session: Session;
  readonly preload: string;
  readonly lockdown: Lockdown;
  /** A page ends, by being replaced, by loading itself again or by crashing: with it goes what hangs on it. */
  readonly onPageEnd: () => void;
  /** The person at a demo closed its window. */
  readonly onClosedByHand: () => void;
  /** The program is ending: what closes now must not come back. */
  readonly isEnding: () => boolean;
  readonly now: () => number;
};

/** More crashes than this in a minute and the page is not tried again (security.md 5 G99). */
const MAX_CRASHES = 5;
const CRASH_WINDOW_MS = 60_000;
/** The page's own background, so that nothing flashes before it paints. */
const BACKGROUND = '#fbf6ee';

/** Creates the place for the window; `open` makes the first one. */
export function createKioskWindow(options: KioskWindowOptions): KioskWindow {
  let current: BrowserWindow | undefined;
  let address = APP_PAGE;
  const crashes = countCrashes(options.now);
  const show = (): Promise<BrowserWindow> => {
    options.onPageEnd();
    const old = current;
    const window = createWindow(options);
    current = window;
    const isOurs = (): boolean => current === window && !options.isEnding();
    window.on('closed', () => {
      // Replaced on purpose, or closed by the page, which must not leave an empty screen (security.md 5 A19).
      if (!isOurs()) return;
      current = undefined;
      if (options.kiosk) replace();
      else options.onClosedByHand();
    });
    window.webContents.on('render-process-gone', () => {
      if (!isOurs()) return;
      if (crashes.isTooMany()) address = safePage('crashes');
      replace();
    });
    // A page that loads itself again must not find the person of the one before still signed in.
    window.webContents.once('did-finish-load', () => window.webContents.on('did-navigate', options.onPageEnd));
    old?.destroy();
    return load(window, address);
  };
  const replace = (): void => void show();
  return {
    window: () => current,
    page: () => current?.webContents,
    open: show,
    replace,
    showSafeScreen: async (reason) => {
      address = safePage(reason);
      return current === undefined ? show() : load(current, address);
    },
  };
}

/** A page that does not load says so by itself; the window is there all the same. */
async function load(window: BrowserWindow, address: string): Promise<BrowserWindow> {
  await window.loadURL(address).catch(() => undefined);
  return window;
}

function countCrashes(now: () => number): { readonly isTooMany: () => boolean } {
  const crashes: number[] = [];
  return {
    isTooMany: () => {
      crashes.push(now());
      return crashes.filter((at) => now() - at < CRASH_WINDOW_MS).length > MAX_CRASHES;
    },
  };
}

function createWindow({ kiosk, session, preload, lockdown }: KioskWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    useContentSize: true,
    kiosk,
    fullscreen: kiosk,
    frame: !kiosk,
    resizable: !kiosk,
    movable: !kiosk,
    minimizable: !kiosk,
    title: 'Throughline',
    backgroundColor: BACKGROUND,
    webPreferences: pagePreferences(session, preload),
  });
  lockdown.lockWindow(window);
  lockdown.lockPage(window.webContents, 'app');
  window.on('unresponsive', () => endPage(window.webContents));
  return window;
}
