import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { createPrisonAuthority } from '../../tests/kiosk/support/prison-authority.ts';
import { prepareElectronLaunch, type ElectronLaunch } from '../electron-launch.mts';
import { inProject } from '../lib/paths.mts';
import { makeRow, median, type BenchRow } from './bench-row.mts';

const ROUNDS = 9;

/** The peer: an empty page of the same size in a window of the same runtime, with nothing around it. */
const STATIC_MAIN = `const { app, BrowserWindow } = require('electron');
app.enableSandbox();
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, backgroundColor: '#ffffff', webPreferences: { sandbox: true, contextIsolation: true } });
  window.loadFile(require('node:path').join(__dirname, 'page.html'));
});`;
const STATIC_PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><body><h1>Throughline</h1></body></html>';

type Start = { readonly paint: number; readonly ready: number };

/**
 * From the start of the process to the first screen's first paint and to its being ready (everything of it rendered),
 * in the real shell with every lockdown measure, against an empty static page in the same runtime. Starts are
 * interleaved and medians compared; the first of each is not counted.
 */
export async function benchColdStart(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  chmodSync(folder, 0o755);
  const display = await openDisplay();
  try {
    const subject = await prepareTablet(folder);
    const peer = prepareStatic(folder);
    const starts = { subject: [] as Start[], peer: [] as Start[] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      starts.subject.push(await measureStart(subject, () => document.documentElement.dataset['firstScreen'] === 'ready'));
      starts.peer.push(await measureStart(peer, () => document.readyState === 'complete'));
    }
    const of = (side: readonly Start[], what: keyof Start) => median(side.slice(1).map((start) => start[what]));
    return [
      makeRow('first screen in Electron, first paint in ms after the process began / empty static page', of(starts.subject, 'paint'), of(starts.peer, 'paint'), { atMost: 1.1 }),
      makeRow('first screen in Electron, ready in ms after the process began / empty static page', of(starts.subject, 'ready'), of(starts.peer, 'ready'), { atMost: 1.25 }),
    ];
  } finally {
    display.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepareTablet(folder: string): Promise<ElectronLaunch> {
  const settings = join(folder, 'tablet.json');
  writeFileSync(settings, JSON.stringify({ gatewayTabletUrl: 'https://127.0.0.1:9', gatewayCaPem: (await createPrisonAuthority()).caPem, packKeys: [], establishment: 'HMP Bench' }));
  const launch = prepareElectronLaunch({ appDir: inProject('out/electron-test'), homeDir: join(folder, 'home'), handOver: { 'tablet.json': settings } });
  return { ...launch, env: { ...launch.env, THROUGHLINE_TABLET_SETTINGS: join(launch.homeDir, 'tablet.json'), THROUGHLINE_TABLET_DATA: join(launch.homeDir, 'data') } };
}

function prepareStatic(folder: string): ElectronLaunch {
  const appDir = join(folder, 'out', 'static');
  mkdirSync(appDir, { recursive: true });
  writeFileSync(join(appDir, 'main.cjs'), STATIC_MAIN);
  writeFileSync(join(appDir, 'page.html'), STATIC_PAGE);
  return prepareElectronLaunch({ appDir, homeDir: join(folder, 'static-home') });
}

async function measureStart(launch: ElectronLaunch, isReady: () => boolean): Promise<Start> {
  const began = Date.now();
  const app = await _electron.launch({ executablePath: launch.executablePath, args: [...launch.args], env: { ...launch.env }, chromiumSandbox: true });
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(isReady);
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    const times = await page.evaluate(() => {
      const mark = performance.getEntriesByName('first-screen')[0]?.startTime;
      const navigation = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
      return { origin: performance.timeOrigin, paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, ready: mark ?? navigation?.loadEventEnd ?? 0 };
    });
    return { paint: times.origin + times.paint - began, ready: times.origin + Math.max(times.ready, times.paint) - began };
  } finally {
    await app.close();
  }
}

/** The display that is there, or one of our own. */
async function openDisplay(): Promise<{ readonly close: () => void }> {
  if (process.env['DISPLAY'] !== undefined) return { close: () => undefined };
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [number] = (await once(server.stdout, 'data')) as [Buffer];
  process.env['DISPLAY'] = `:${number.toString().trim()}`;
  return {
    close: () => {
      delete process.env['DISPLAY'];
      server.kill();
    },
  };
}
