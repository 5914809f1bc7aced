import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll } from '../../../scripts/build.mts';
import { prepareElectronLaunch } from '../../../scripts/electron-launch.mts';
import { inProject } from '../../../scripts/lib/paths.mts';
import { createPrisonAuthority } from './prison-authority.ts';

const FIXTURES = inProject('tests/kiosk/fixtures');
const BUNDLES = ['main', 'vault', 'preload', 'player-preload'];

/** Once for all the tests of a worker. */
let building: Promise<unknown> | undefined;

/** A tablet's place on this machine: its program, its settings, its data. Starting it twice finds the same data. */
export type TabletPlace = {
  readonly folder: string;
  readonly appDir: string;
  readonly homeDir: string;
  readonly settingsFile: string;
  readonly remove: () => void;
};

/** A running tablet. */
export type Tablet = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Where the tablet keeps its data, readable here. */
  readonly dataDir: string;
  /** All that it wrote to stderr. */
  readonly journal: () => string;
  /** The code it ended with, once it has. */
  readonly exitCode: Promise<number | null>;
  readonly close: () => Promise<void>;
  readonly kill: () => Promise<void>;
};

/** Builds the shell (`out/electron-test`, or `out/electron` for a release) and lays it out with a page of the tests' own. */
export async function makePlace(
  options: { readonly gatewayUrl?: string; readonly caPem?: string; readonly settings?: unknown } = {},
): Promise<TabletPlace> {
  building ??= buildAll(BUNDLES.flatMap((name) => [name, `${name} (test)`]));
  await building;
  const folder = mkdtempSync(join(tmpdir(), 'throughline-kiosk-'));
  for (const built of ['electron', 'electron-test'])
    cpSync(inProject(`out/${built}`), join(folder, 'out', built), { recursive: true });
  for (const fixture of ['renderer', 'pack-origin'])
    cpSync(join(FIXTURES, fixture), join(folder, 'out', fixture), { recursive: true });
  const caPem = options.caPem ?? (await createPrisonAuthority()).caPem;
  const settings = options.settings ?? {
    gatewayTabletUrl: options.gatewayUrl ?? 'https://127.0.0.1:9',
    gatewayCaPem: caPem,
    packKeys: [],
    establishment: 'HMP Test',
  };
  const settingsFile = join(folder, 'tablet.json');
  writeFileSync(settingsFile, typeof settings === 'string' ? settings : JSON.stringify(settings));
  chmodSync(folder, 0o755);
  const homeDir = join(folder, 'home');
  mkdirSync(homeDir);
  return {
    folder,
    appDir: join(folder, 'out/electron-test'),
    homeDir,
    settingsFile,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Starts the tablet of a place and waits for its page. `kiosk` fills the screen and is as strict as a release. */
export async function startTablet(
  place: TabletPlace,
  options: { readonly kiosk?: boolean; readonly env?: Record<string, string>; readonly args?: readonly string[] } = {},
): Promise<Tablet> {
  const launch = prepareElectronLaunch({
    appDir: place.appDir,
    homeDir: place.homeDir,
    ...(existsSync(place.settingsFile) ? { handOver: { 'tablet.json': place.settingsFile } } : {}),
    args: options.args ?? [],
  });
  const dataDir = join(launch.homeDir, 'data');
  const app = await _electron.launch({
    executablePath: launch.executablePath,
    args: launch.args,
    env: {
      ...launch.env,
      THROUGHLINE_TABLET_SETTINGS: join(launch.homeDir, 'tablet.json'),
      THROUGHLINE_TABLET_DATA: dataDir,
      ...(options.kiosk === true ? { THROUGHLINE_KIOSK: '1' } : {}),
      ...options.env,
    },
    chromiumSandbox: true,
  });
  const child = app.process();
  let journal = '';
  child.stderr?.on('data', (piece: Buffer) => (journal += piece.toString()));
  const exitCode = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exitCode;
  };
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const close = options.kiosk === true ? kill : () => app.close();
  return { app, page, dataDir, journal: () => journal, exitCode, close, kill };
}
