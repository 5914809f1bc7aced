import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type Electron from 'electron';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { prepareElectronLaunch } from '../../../scripts/electron-launch.mts';
import { inProject } from '../../../scripts/lib/paths.mts';
import { BUSY_LIMIT, SCREEN_LIMIT } from './browser-tablet.ts';
import { createPackPage, type PackFrames } from './pack-page.ts';
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
  const running = (): ElectronApplication => app ?? missingPage();
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
    await app.evaluate(hearErrors);
    await app.firstWindow();
    await until(() => windows('app:').length > 0, 'the page of the tablet');
  };
  const kill = async (): Promise<void> => {
    if (app === undefined) return;
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
    packPage: createPackPage(framesOf(running)),
    consoleErrors: () => running().evaluate(() => (globalThis as { heardErrors?: string[] }).heardErrors ?? []),
    crashPlayer: async () => {
      await app?.evaluate(({ webContents }) => {
        for (const each of webContents.getAllWebContents()) if (each.getURL().startsWith('pack:')) each.forcefullyCrashRenderer();
      });
    },
    processId: () => running().process().pid ?? missingPage(),
    // Its whole home: what Chromium puts beside the data (caches, settings) is of this tablet too.
    dataFolder: launch.homeDir,
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
 * The frames of the pack, and a press in them, by the main process. Electron 25 drops a page's debugger when the page
 * makes a frame, so that whoever drives the pack by it loses it in the middle (docs/electron-versions.md).
 */
function framesOf(app: () => ElectronApplication): PackFrames {
  return {
    evaluateInEach: (script) =>
      app().evaluate(
        async ({ webContents }, { wanted, limit }) => {
          const late = () => new Promise((done) => setTimeout(done, limit));
          // A frame that is gone throws where others reject, and so does the list of them.
          const ask = async (frame: Electron.WebFrameMain): Promise<unknown> => frame.executeJavaScript(wanted);
          const listFrames = async () => webContents.getAllWebContents().filter((one) => one.getURL().startsWith('pack:') && !one.isCrashed()).sort((one, other) => one.id - other.id).at(-1)?.mainFrame.framesInSubtree ?? [];
          const frames = await listFrames().catch(() => []);
          return Promise.all(frames.map((frame) => Promise.race([ask(frame).catch(() => undefined), late()])));
        },
        { wanted: script, limit: BUSY_LIMIT },
      ),
    pressAt: (x, y) =>
      app().evaluate(
        ({ webContents }, place) => {
          const pack = webContents.getAllWebContents().filter((one) => one.getURL().startsWith('pack:') && !one.isCrashed()).sort((one, other) => one.id - other.id).at(-1);
          for (const type of ['mouseDown', 'mouseUp'] as const) pack?.sendInputEvent({ type, ...place, button: 'left', clickCount: 1 });
        },
        { x: Math.round(x), y: Math.round(y) },
      ),
  };
}

/** Runs in the main process: notes every error of every page, frames and all. */
function hearErrors({ app, webContents }: typeof Electron): void {
  const heard: string[] = [];
  (globalThis as { heardErrors?: string[] }).heardErrors = heard;
  const listen = (page: Electron.WebContents): void => {
    // Until Electron 35 a number, 3 for an error, and the words beside the event; since then both on the event itself.
    page.on('console-message', (event: { level?: unknown; message?: string }, level?: number, message?: string) => {
      if (level === 3 || event.level === 'error') heard.push(message ?? event.message ?? '');
    });
  };
  for (const page of webContents.getAllWebContents()) listen(page);
  app.on('web-contents-created', (_event, page) => listen(page));
}

function missingPage(): never {
  throw new Error('The tablet has no page.');
}
