import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronHome, prepareElectronLaunch } from '../electron-launch.mts';
import { inProject } from '../lib/paths.mts';
import { Problem } from '../lib/problem.mts';
import type { DataFolder } from './data-folder.mts';
import { type Service, startService } from './service.mts';

/** Whether there is a display that a window could open on. */
export function hasDisplay(): boolean {
  return [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');
}

/**
 * Opens the tablet in Electron: the demo build, in a window, with its sandbox on, as an ordinary user.
 * Throws Problem when there is no Electron, or the seed has not written the tablet's settings.
 */
export function openTablet(folder: DataFolder): Service {
  const appDir = inProject('out/electron-test');
  if (!existsSync(join(appDir, 'main.cjs'))) throw new Problem('The tablet is not built: run npm run build.');
  const launch = prepareElectronLaunch({
    appDir,
    homeDir: folder.tablet,
    handOver: { 'launch-settings.json': writeLaunchSettings(folder) },
  });
  return startService({
    name: 'tablet',
    program: launch.executablePath,
    args: launch.args,
    env: { ...launch.env, THROUGHLINE_TABLET_SETTINGS: join(launch.homeDir, 'launch-settings.json') },
    logFile: join(folder.logs, 'tablet.log'),
  });
}

/** The seed's settings, and where this tablet's data lies: that depends on which folders Electron's user can reach. */
function writeLaunchSettings(folder: DataFolder): string {
  const seeded = join(folder.tablet, 'settings.json');
  if (!existsSync(seeded)) throw new Problem(`The tablet has no settings (${seeded}): start again with --fresh.`);
  const settings = JSON.parse(readFileSync(seeded, 'utf8')) as Record<string, unknown>;
  const file = join(folder.tablet, 'launch-settings.json');
  writeFileSync(file, JSON.stringify({ ...settings, userData: join(electronHome(folder.tablet), 'user-data') }));
  return file;
}
