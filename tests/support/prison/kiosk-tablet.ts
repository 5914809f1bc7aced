import { _electron, chromium, type Browser, type ElectronApplication, type Page } from '@playwright/test';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { prepareElectronLaunch } from '../../../scripts/electron-launch.mts';
import { inProject } from '../../../scripts/lib/paths.mts';
import { SCREEN_LIMIT } from './browser-tablet.ts';
import { cutPower } from './power-cut.ts';
import type { TabletMachine } from './tablet-in-cell.ts';
import { until } from './until.ts';

/** Milliseconds; it takes one or two seconds. */
const LAUNCH_LIMIT = 60_000;

/**
 * A tablet in real Electron, its sandbox on, as an ordinary user (scripts/electron-launch.mts). `settingsFile` is what
 * its image would carry. Needs a display: run under xvfb-run.
 */
export async function startKioskTablet(homeDir: string, settingsFile: string): Promise<TabletMachine> {
  if (process.env['DISPLAY'] === undefined) throw new Error('The tablet needs a display: run this under xvfb-run.');
  const launch = prepareElectronLaunch({
    appDir: inProject('out/electron-test'),
    homeDir,
    handOver: { 'tablet.json': settingsFile },
  });
  const dataFolder = join(launch.homeDir, 'data');
  let app: ElectronApplication | undefined;
  let look: Browser | undefined;
  const windows = (scheme: string): readonly Page[] =>
    (app?.windows() ?? []).filter((page) => page.url().startsWith(scheme));
  const page: TabletMachine['page'] = () => windows('app:').at(-1) ?? missingPage();
  const start = async (): Promise<void> => {
    app = await _electron.launch({
      executablePath: launch.executablePath,
      args: launch.args,
      env: {
        ...launch.env,
        THROUGHLINE_TABLET_SETTINGS: join(launch.homeDir, 'tablet.json'),
        THROUGHLINE_TABLET_DATA: dataFolder,
      },
      chromiumSandbox: true,
      timeout: LAUNCH_LIMIT,
    });
    app.context().setDefaultTimeout(SCREEN_LIMIT);
    await app.firstWindow();
    await until(() => windows('app:').length > 0, 'the page of the tablet');
  };
  const kill = async (): Promise<void> => {
    if (app === undefined) return;
    look = undefined;
    const { pid } = app.process();
    if (pid !== undefined) await cutPower(pid);
    app = undefined;
  };
  await start();
  return {
    kind: 'kiosk',
    page,
    // A pack plays in a native view of its own, which Playwright sees as a window.
    // One pack is open at a time: while there are two pages, the one that was closed is still being ended.
    player: () => until(() => (windows('pack:').length === 1 ? windows('pack:')[0] : undefined), 'the player'),
    playerWithFrames: async () => {
      await look?.close();
      look = await lookAfresh(dataFolder);
      for (const context of look.contexts()) context.setDefaultTimeout(SCREEN_LIMIT);
      return until(() => pagesOf(look).find((one) => one.url().startsWith('pack:')), 'the player with its frames');
    },
    crashPlayer: async () => {
      await app?.evaluate(({ webContents }) => {
        for (const each of webContents.getAllWebContents()) if (each.getURL().startsWith('pack:')) each.forcefullyCrashRenderer();
      });
    },
    dataFolder,
    // Its socket is the main process's: the cable alone decides.
    setOffline: async () => undefined,
    start,
    stop: async () => {
      await app?.close();
      app = undefined;
    },
    kill,
    remove: async () => {
      await kill();
      rmSync(launch.homeDir, { recursive: true, force: true });
      // As root the wrapper that becomes an ordinary user has a folder of its own.
      if (launch.user !== undefined) rmSync(dirname(launch.executablePath), { recursive: true, force: true });
    },
  };
}

/**
 * Electron 25 starts its debugger afresh whenever a page makes a frame, and tells whoever was attached nothing of that
 * frame: only one who attaches afterwards sees it. Takes the folder where Chromium wrote the port it chose.
 */
function lookAfresh(dataFolder: string): Promise<Browser> {
  const [port = ''] = readFileSync(join(dataFolder, 'DevToolsActivePort'), 'utf8').split('\n');
  // What it would set in a browser of its own is not to be set in Electron.
  return chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
}

function pagesOf(browser: Browser | undefined): readonly Page[] {
  return browser?.contexts().flatMap((context) => context.pages()) ?? [];
}

function missingPage(): never {
  throw new Error('The tablet has no page.');
}
