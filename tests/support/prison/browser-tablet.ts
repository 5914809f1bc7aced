import { chromium, type BrowserContext } from '@playwright/test';
import { cutPower, findProcess } from './power-cut.ts';
import type { TabletMachine } from './tablet-in-cell.ts';

/** Switches for Debian's Chromium on a machine without an outside network; it may run as root in a container. */
export const CHROMIUM = {
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
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

/** How long a screen may take to say what is waited for, in milliseconds: two cores may serve several programs. */
export const SCREEN_LIMIT = 30_000;

/** A tablet in real Chromium, its profile in `folder`. `address` is the tablet's page at the gateway's web door. */
export async function startBrowserTablet(folder: string, address: string): Promise<TabletMachine> {
  let context: BrowserContext | undefined;
  const running = (): BrowserContext => {
    if (context === undefined) throw new Error('The tablet is off.');
    return context;
  };
  const page: TabletMachine['page'] = () => running().pages()[0] ?? missingPage();
  const start = async (): Promise<void> => {
    context = await chromium.launchPersistentContext(folder, { ...CHROMIUM, viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(SCREEN_LIMIT);
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
    playerWithFrames: async () => page().frameLocator('iframe.pack-frame'),
    crashPlayer: () => Promise.reject(new Error('A browser keeps its processes to itself.')),
    dataFolder: folder,
    setOffline: async (isOffline) => {
      if (context !== undefined) await context.setOffline(isOffline);
    },
    start,
    stop: async () => {
      await context?.close();
      context = undefined;
    },
    kill,
    // Its profile lies in the prison's folder.
    remove: kill,
  };
}

function missingPage(): never {
  throw new Error('The browser has no page.');
}
