import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { setTimeout as wait } from 'node:timers/promises';
import { chromiumPath, chromiumShellPath } from '../../../scripts/lib/chromium-path.mts';
import { createPackPage, type PackFrames } from './pack-page.ts';
import { cutPower, findProcess } from './power-cut.ts';
import type { TabletMachine } from './tablet-in-cell.ts';

/** Which program, started how. */
type Browser = { readonly executablePath: string; readonly args: string[] };

/** Switches for Debian's Chromium on a machine without an outside network; it may run as root in a container. */
export const CHROMIUM: Browser = {
  executablePath: chromiumPath(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** The same for screens that are only looked at (chromium-path.mts says what it cannot). */
export const CHROMIUM_SHELL: Browser = { ...CHROMIUM, executablePath: chromiumShellPath() };

/** How long a screen may take to say what is waited for, in milliseconds: two cores may serve several programs. */
export const SCREEN_LIMIT = 30_000;

/** How long a frame may take to answer a question, in milliseconds; one that loops for ever never does. */
export const BUSY_LIMIT = 1000;

/** How long a browser may take to fetch the app's own files, in milliseconds. */
const FETCH_LIMIT = 120_000;

/** A tablet in a real Chromium, its profile in `folder`. `address` is the tablet's page at the gateway's web door. */
export async function startBrowserTablet(folder: string, address: string, browser: Browser): Promise<TabletMachine> {
  let context: BrowserContext | undefined;
  const errors: string[] = [];
  const running = (): BrowserContext => {
    if (context === undefined) throw new Error('The tablet is off.');
    return context;
  };
  const page: TabletMachine['page'] = () => running().pages()[0] ?? missingPage();
  const start = async (): Promise<void> => {
    context = await chromium.launchPersistentContext(folder, { ...browser, viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(SCREEN_LIMIT);
    context.on('weberror', (thrown) => errors.push(String(thrown.error())));
    context.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
    await page().goto(address);
  };
  const kill = async (): Promise<void> => {
    const browser = findProcess(`--user-data-dir=${folder}`);
    if (browser !== undefined) await cutPower(browser);
    await context?.close().catch(() => undefined);
    context = undefined;
  };
  await start();
  return {
    kind: 'browser',
    page,
    player: async () => page().frameLocator('iframe.pack-frame'),
    packPage: createPackPage(framesOf(page)),
    consoleErrors: async () => errors,
    crashPlayer: () => Promise.reject(new Error('A browser keeps its processes to itself.')),
    processId: () => findProcess(`--user-data-dir=${folder}`) ?? missingPage(),
    dataFolder: folder,
    setOffline: async (isOffline) => {
      if (isOffline) await untilOwnFilesKept(page());
      if (context !== undefined) await context.setOffline(isOffline);
    },
    start,
    stop: async () => {
      if (context !== undefined) await untilOwnFilesKept(page());
      await context?.close();
      context = undefined;
    },
    kill,
    // Its profile lies in the prison's folder.
    remove: kill,
  };
}

/** All frames but the app's own are the pack's; `page` is the app's. */
export function framesOf(page: () => Page): PackFrames {
  return {
    evaluateInEach: async (script) => {
      const frames = page().frames().filter((frame) => frame !== page().mainFrame());
      return Promise.all(frames.map((frame) => Promise.race([frame.evaluate(script).catch(() => undefined), wait(BUSY_LIMIT)])));
    },
    pressAt: async (x, y) => {
      const corner = await page().locator('iframe.pack-frame').boundingBox();
      await page().mouse.click((corner?.x ?? 0) + x, (corner?.y ?? 0) + y);
    },
  };
}

/** A browser fetches the app's own files at its first visit, and Home says so until it has them: nobody unplugs before. */
async function untilOwnFilesKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: FETCH_LIMIT });
}

function missingPage(): never {
  throw new Error('The browser has no page.');
}
