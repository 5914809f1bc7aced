import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { FREED_MEMORY_SWITCH } from '../electron/main/launch-switch.ts';
import { electronRuntime } from './electron-runtime.mts';
import { canReach, giveTo, type OrdinaryUser, ordinaryUser } from './lib/ordinary-user.mts';

/** What to start, where its home is, and what to hand it. */
export type ElectronLaunchRequest = {
  /** Folder with the bundled shell (`out/electron-test` or `out/electron`); its siblings in `out` go with it. */
  readonly appDir: string;
  /** The shell's file in it; `main.cjs` unless said otherwise. */
  readonly mainFile?: string;
  /** A folder that will belong to the user Electron runs as: HOME, and a good place for `user-data`. Made if missing. */
  readonly homeDir: string;
  /** Files (name in the home, where it is now) that Electron must be able to read, such as the tablet's settings. */
  readonly handOver?: Readonly<Record<string, string>>;
  /** Switches and arguments after the application. */
  readonly args?: readonly string[];
  /** Variables for Electron. Of ours it inherits only what a display needs: a prison's tablet has no others. */
  readonly env?: Readonly<Record<string, string>>;
};

/** Ready for Playwright's `_electron.launch({ ...launch, chromiumSandbox: true })` or for `spawn`. */
export type ElectronLaunch = {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
  /** Where the home really is: elsewhere than asked for when the ordinary user cannot reach that. */
  readonly homeDir: string;
  readonly user: OrdinaryUser | undefined;
};

const INHERITED = ['DISPLAY', 'XAUTHORITY', 'WAYLAND_DISPLAY', 'XDG_RUNTIME_DIR', 'LANG', 'TZ'];
/** Root's own place for what an ordinary user must be able to reach; a folder of ours in /tmp could be planted. */
const PUBLIC_FOLDER = '/var/lib/throughline-demo';
const FOLDERS_OF_THE_APP = ['renderer', 'pack-origin'];

/**
 * Prepares everything so that Electron starts with its sandbox on. As an ordinary user that is the executable itself;
 * as root it is a wrapper that becomes an ordinary user, with the application, the runtime, the home folder and the
 * display's key where that user can reach them. Throws Problem where no Electron can be had.
 */
export function prepareElectronLaunch(request: ElectronLaunchRequest): ElectronLaunch {
  const user = ordinaryUser();
  const main = request.mainFile ?? 'main.cjs';
  const runtime = electronRuntime().executable;
  const homeDir = electronHome(request.homeDir);
  mkdirSync(homeDir, { recursive: true });
  for (const [name, source] of Object.entries(request.handOver ?? {})) {
    if (join(homeDir, name) !== resolve(source)) copyFileSync(source, join(homeDir, name));
  }
  const env = { ...inheritedEnv(), HOME: homeDir, ...request.env };
  const launchArgs = (appDir: string): string[] => [
    '--disable-gpu',
    '--disable-dev-shm-usage',
    // As a tablet's supervisor does.
    FREED_MEMORY_SWITCH,
    join(appDir, main),
    ...(request.args ?? []),
  ];
  if (user === undefined) {
    return { executablePath: runtime, args: launchArgs(resolve(request.appDir)), env, homeDir, user };
  }
  giveTo(user, homeDir);
  const launchDir = makeLaunchFolder(homeDir);
  const executablePath = writeWrapper(user, reachableRuntime(user, runtime), launchDir);
  const appDir = reachableApp(user, resolve(request.appDir), launchDir);
  return { executablePath, args: launchArgs(appDir), env: { ...env, ...displayKey(user, launchDir) }, homeDir, user };
}

/**
 * Where Electron's home will be for a wished folder: the folder itself, or, as root with a folder that the ordinary
 * user cannot reach, one of the same name-hash below /var/lib. The same wish gives the same place each time.
 */
export function electronHome(wished: string): string {
  const user = ordinaryUser();
  const folder = resolve(wished);
  if (user === undefined || canReach(user, folder)) return folder;
  return join(PUBLIC_FOLDER, `home-${shortHash(folder)}`);
}

function inheritedEnv(): Record<string, string> {
  const found = INHERITED.map((name) => [name, process.env[name]] as const);
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    ...Object.fromEntries(found.filter((pair): pair is readonly [string, string] => pair[1] !== undefined)),
  };
}

/** The runtime itself, or a copy of its folder (made once per runtime) that the user can reach. */
function reachableRuntime(user: OrdinaryUser, executable: string): string {
  if (canReach(user, executable)) return executable;
  const copy = join(PUBLIC_FOLDER, `electron-${shortHash(`${executable} ${String(statSync(executable).mtimeMs)}`)}`);
  const copied = join(copy, basename(executable));
  if (existsSync(copied)) return copied;
  makePublicFolder();
  const work = mkdtempSync(join(PUBLIC_FOLDER, 'copy-'));
  cpSync(dirname(executable), join(work, 'runtime'), { recursive: true });
  execFileSync('chmod', ['-R', 'a+rX', join(work, 'runtime')]);
  renameSync(join(work, 'runtime'), copy);
  rmSync(work, { recursive: true, force: true });
  return copied;
}

/** The application where it is, or a fresh copy that the user can reach, laid out as in `out`. */
function reachableApp(user: OrdinaryUser, appDir: string, launchDir: string): string {
  if (canReach(user, join(appDir, 'main.cjs'))) return appDir;
  const beside = readdirSync(dirname(appDir)).filter((name) => FOLDERS_OF_THE_APP.includes(name));
  for (const name of [basename(appDir), ...beside]) {
    cpSync(join(dirname(appDir), name), join(launchDir, name), { recursive: true });
  }
  execFileSync('chmod', ['-R', 'a+rX', launchDir]);
  return join(launchDir, basename(appDir));
}

/** Root's, readable by all, gone when we end: the wrapper must not lie where the ordinary user could replace it. */
function makeLaunchFolder(homeDir: string): string {
  makePublicFolder();
  const folder = join(PUBLIC_FOLDER, `launch-${shortHash(homeDir)}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

function makePublicFolder(): void {
  mkdirSync(PUBLIC_FOLDER, { recursive: true });
  chmodSync(PUBLIC_FOLDER, 0o755);
}

/** `exec` keeps the process id, so whoever starts the wrapper can signal Electron itself. */
function writeWrapper(user: OrdinaryUser, executable: string, launchDir: string): string {
  const file = join(launchDir, 'start-electron');
  const drop = `setpriv --reuid=${String(user.uid)} --regid=${String(user.gid)} --clear-groups --no-new-privs`;
  writeFileSync(file, `#!/bin/sh\nexec ${drop} ${quoted(executable)} "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

/** The X server's key is root's file; the user gets a copy of their own. */
function displayKey(user: OrdinaryUser, launchDir: string): Record<string, string> {
  const key = process.env['XAUTHORITY'];
  if (key === undefined || !existsSync(key)) return {};
  const copy = join(launchDir, 'display-key');
  copyFileSync(key, copy);
  chmodSync(copy, 0o600);
  chownSync(copy, user.uid, user.gid);
  return { XAUTHORITY: copy };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
