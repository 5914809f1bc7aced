import { app, clipboard, Menu, protocol, screen as display, session, utilityProcess } from 'electron';
import { mkdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { version } from '../../package.json';
import { createVaultHelp } from './answer-vault.ts';
import { readAppFiles } from './app-files.ts';
import { SCHEME_PRIVILEGES, serveApp } from './app-protocol.ts';
import { bootFolders } from './boot-folders.ts';
import { answerBridgeCalls } from './bridge/answer-bridge-calls.ts';
import { createBridgeHandlers } from './bridge/bridge-handlers.ts';
import { handOverVaultPort } from './bridge/hand-over-vault-port.ts';
import { createCameraGrant } from './camera-grant.ts';
import { checkLaunch } from './check-launch.ts';
import { readDevice, type DeviceReport } from './device/read-device.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { createGatewayLink, type GatewayLink } from './gateway-link/create-gateway-link.ts';
import { createKioskWindow, type KioskWindow } from './kiosk-window.ts';
import { applyLockdown, type Lockdown } from './lockdown/lockdown.ts';
import { measures } from './lockdown/measures.ts';
import { createPackViews, type PackViews } from './pack-view.ts';
import { APP_HEADERS, APP_HEADERS_WITH_CAMERA } from './page-headers.ts';
import { watchPage } from './page-watch.ts';
import { createMeasureReport, type MeasureReports } from './report-measures.ts';
import { safeScreenFiles, type SafeReason } from './safe-screen.ts';
import { packTrust, readSettings, SETTINGS_FILE, type TabletSettings } from './settings.ts';
import { createVaultProcess } from './vault-process.ts';

/**
 * How the tablet starts, in order. Up to `app.whenReady` everything is synchronous, because switches, schemes and the
 * sandbox must stand before Chromium does.
 */
const folders = bootFolders(__dirname);
const now = (): number => performance.now();
let ending = false;
/** What goes when a page goes: the open pack, the person's keys, the beat of its heart. */
const pageEnds: (() => void)[] = [];

refuseOutsideInfluence();
process.umask(0o077);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: SCHEME_PRIVILEGES },
  { scheme: 'pack', privileges: SCHEME_PRIVILEGES },
]);
const settings = readSettings(settingsFile());
const dataFolder = placeData(settings.ok ? settings.value : undefined);
const kiosk = fillsTheScreen();
const camera = createCameraGrant(settings.ok && settings.value.camera === true, now);
pageEnds.push(() => camera.close());
const lockdown = applyLockdown(
  {
    app,
    menu: Menu,
    clipboard,
    kiosk,
    packaged: app.isPackaged,
    displayOf: (window) => display.getDisplayMatching(window.getBounds()).bounds,
    isCameraOpen: () => camera.isOpen(),
    stop: end,
  },
  measures,
  leftOutMeasure(),
);
if (app.requestSingleInstanceLock()) void boot();
else end(EXIT.alreadyRunning);

async function boot(): Promise<void> {
  const ownFiles = readAppFiles(folders.renderer).then((files) => new Map([...files, ...safeScreenFiles()]));
  const hostFiles = readAppFiles(folders.packOrigin, '/__host');
  await app.whenReady();
  const tablet = session.fromPartition('persist:tablet');
  lockdown.lockSession(session.defaultSession, 'app');
  lockdown.lockSession(tablet, 'app');
  serveApp(tablet, ownFiles, camera.hasCamera ? APP_HEADERS_WITH_CAMERA : APP_HEADERS);
  app.on('before-quit', () => end(EXIT.asked));
  app.on('window-all-closed', () => undefined);
  const { screen, packs } = createScreen(lockdown, tablet, hostFiles);
  pageEnds.push(() => void packs.close());
  const reports = createMeasureReport(lockdown, screen.window, now);
  const trouble = settings.ok
    ? answerThePage(settings.value, screen, packs, reports)
    : say('settings', settings.error.code);
  await (trouble === undefined ? screen.open() : screen.showSafeScreen(trouble));
  const checked = await reports.checkNow();
  const failed = checked.filter(({ state }) => state === 'failed');
  for (const { name } of failed) note('measure-failed', name);
  note('measures-checked', `${String(checked.length)} of which failed: ${String(failed.length)}`);
  if (failed.length > 0 && trouble === undefined) await screen.showSafeScreen('measures');
}

/** The window, and the place in it where packs play. */
function createScreen(
  locked: Lockdown,
  tablet: Electron.Session,
  hostFiles: ReturnType<typeof readAppFiles>,
): { readonly screen: KioskWindow; readonly packs: PackViews } {
  const packs = createPackViews({
    window: () => screen.window(),
    lockdown: locked,
    hostFiles,
    preload: folders.playerPreload,
  });
  const screen: KioskWindow = createKioskWindow({
    kiosk,
    session: tablet,
    preload: folders.preload,
    lockdown: locked,
    onPageEnd: () => {
      for (const endOne of pageEnds) endOne();
    },
    onClosedByHand: () => end(EXIT.asked),
    isEnding: () => ending,
    now,
  });
  return { screen, packs };
}

/** Connects the page's calls with the vault and the gateway. Returns why that cannot be, if it cannot. */
function answerThePage(
  tablet: TabletSettings,
  screen: KioskWindow,
  packs: PackViews,
  reports: MeasureReports,
): SafeReason | undefined {
  let link: GatewayLink;
  try {
    link = linkToGateway(tablet);
  } catch (cause) {
    return say('data', cause instanceof Error ? cause.name : 'unknown');
  }
  const vault = createVaultProcess({
    fork: (file, args, how) => utilityProcess.fork(file, args, how),
    file: folders.vault,
    folder: dataFolder,
    ...createVaultHelp(link, now, noteCall),
  });
  const watch = watchPage(screen.page, now);
  pageEnds.push(
    () => watch.forget(),
    () => void vault.end(),
  );
  const handlers = createBridgeHandlers({
    appVersion: version,
    link,
    vault,
    packs,
    camera,
    report: () => describeTablet(reports),
    heard: () => watch.heard(),
    replacePage: () => screen.replace(),
  });
  answerBridgeCalls({ handlers, page: screen.page, now, note: noteCall });
  handOverVaultPort({ vault, page: screen.page, now, note: noteCall });
  return undefined;
}

async function describeTablet(reports: MeasureReports): Promise<DeviceReport> {
  const [device, measured] = await Promise.all([readDevice(dataFolder), reports.latest()]);
  return { appVersion: version, shell: 'kiosk', ...device, measures: [...measured] };
}

function linkToGateway(tablet: TabletSettings): GatewayLink {
  return createGatewayLink({
    gatewayUrl: tablet.gatewayTabletUrl,
    authorityPem: tablet.gatewayCaPem,
    trust: packTrust(tablet),
    folder: dataFolder,
    appVersion: version,
    usbFolder: tablet.usbFolder,
  });
}

/** Ends at once when somebody else chose what this program should do. A test build is driven by its arguments. */
function refuseOutsideInfluence(): void {
  if (__TEST_BUILD__) return;
  const launch = checkLaunch(process.argv, process.env);
  if (launch.ok) return;
  note('launch-refused', `${launch.error.code} ${launch.error.name}`);
  // At once and without a word to Chromium, which has already read the arguments.
  process.exit(EXIT.launchRefused);
}

function settingsFile(): string {
  const named = __TEST_BUILD__ ? process.env['THROUGHLINE_TABLET_SETTINGS'] : undefined;
  return named ?? SETTINGS_FILE;
}

function placeData(tablet: TabletSettings | undefined): string {
  const named = __TEST_BUILD__ ? process.env['THROUGHLINE_TABLET_DATA'] : undefined;
  const chosen = named ?? tablet?.userData;
  if (chosen !== undefined) {
    mkdirSync(chosen, { recursive: true, mode: 0o700 });
    app.setPath('userData', chosen);
  }
  return app.getPath('userData');
}

function fillsTheScreen(): boolean {
  return __TEST_BUILD__ ? process.env['THROUGHLINE_KIOSK'] === '1' : true;
}

/** A mutant for the tests: each check must notice when its measure alone is missing. */
function leftOutMeasure(): string | undefined {
  return __TEST_BUILD__ ? process.env['THROUGHLINE_WITHOUT_MEASURE'] : undefined;
}

function say(reason: SafeReason, code: string): SafeReason {
  note(`safe-screen-${reason}`, code);
  return reason;
}

/** Ends the program. From here on closed windows stay closed. */
function end(code: ExitCode): void {
  // The first reason stands: what breaks because the program ends is none.
  if (ending) return;
  ending = true;
  app.exit(code);
}

function noteCall(event: string, call: string, code: string): void {
  note(event, `${call} ${code}`);
}

/** One line for the journal: codes and names of ours, never what anybody wrote. */
function note(event: string, what: string): void {
  process.stderr.write(`throughline ${event} ${what}\n`);
}
