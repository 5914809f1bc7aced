import { chromium, type BrowserContext } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import type { TabletMachine } from './tablet-in-cell.ts';
import { until } from './until.ts';

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
  await start();
  return {
    kind: 'browser',
    page,
    player: async () => page().frameLocator('iframe.pack-frame'),
    dataFolder: folder,
    setOffline: async (isOffline) => {
      if (context !== undefined) await context.setOffline(isOffline);
    },
    start,
    stop: async () => {
      await context?.close();
      context = undefined;
    },
    kill: async () => {
      const mine = processesWith(`--user-data-dir=${folder}`);
      for (const pid of mine) kill(pid);
      await until(() => mine.every((pid) => !isAlive(pid)), 'Chromium to be gone');
      await context?.close().catch(() => undefined);
      context = undefined;
    },
  };
}

function missingPage(): never {
  throw new Error('The browser has no page.');
}

/** Processes that were started with this argument: nobody else has our folder. */
function processesWith(argument: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => read(`/proc/${String(pid)}/cmdline`).includes(argument));
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

function isAlive(pid: number): boolean {
  const state = /\) (\S)/.exec(read(`/proc/${String(pid)}/stat`))?.[1];
  return state !== undefined && state !== 'Z';
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
