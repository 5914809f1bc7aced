import { join } from 'node:path';
import { buildAll } from './build.mts';
import { CABLE_PORTS, layCables, useCable } from './demo/cable.mts';
import { type DataFolder, openDataFolder } from './demo/data-folder.mts';
import { type DemoOptions, parseDemoOptions, USAGE } from './demo/demo-options.mts';
import { seedPrison, startFamilyService, startGateway } from './demo/demo-prison.mts';
import { demoAddresses, demoSheet, writeDemoFile } from './demo/demo-sheet.mts';
import { requireFreePorts } from './demo/free-ports.mts';
import type { Service } from './demo/service.mts';
import { hasDisplay, openTablet } from './demo/tablet-window.mts';
import { electronRuntime } from './electron-runtime.mts';
import { reportLooseEnds, reportProblem } from './lib/problem.mts';

/** Exit codes by which the tablet's shell asks its supervisor for a fresh start (electron/main/exit-codes.ts). */
const FRESH_START_CODES: readonly unknown[] = [70, 71, 72];
const RESTART_PAUSE_MS = 1_000;

/** Everything that was started, in the order of starting. */
const services: Service[] = [];
const progress = { ending: false };

/** Runs the demo prison until it is told to end, or until one of its programs ends by itself. */
async function runDemo(options: DemoOptions): Promise<void> {
  const { port } = options;
  const folder = openDataFolder(options.dataDir, options.fresh);
  await requireFreePorts([port, port + 1, port + 2, port + CABLE_PORTS.kiosk, port + CABLE_PORTS.browser]);
  const wantsWindow = !options.headless && hasDisplay();
  await buildAll();
  if (wantsWindow) electronRuntime();
  say('Starting the family service and the gateway …');
  await Promise.all([startFamilyService(folder, port + 2, remember), startGateway(folder, port, remember)]);
  say('Looking after the demo prison …');
  const signIns = await seedPrison(folder, port);
  useCable(join(folder.root, 'tablet', 'settings.json'), port);
  await layCables(folder.root, port);
  if (wantsWindow) keepTabletOpen(folder);
  const addresses = demoAddresses(port);
  writeDemoFile(folder.demoFile, addresses, signIns);
  say(demoSheet(addresses, signIns));
  if (!options.headless && !wantsWindow) {
    say('There is no display, so no tablet window was opened: use the tablet in a browser, or start from a desktop.\n');
  }
  say(`All this is also in ${folder.demoFile}. Press Ctrl-C to stop.`);
}

/** A program that ends by itself ends the demo: half a prison would only puzzle. */
function remember(service: Service): void {
  services.push(service);
  void service.ended.then((code) => {
    if (!progress.ending)
      void end(1, `The ${service.name} ended by itself (${String(code)}); what it said is in ${service.logFile}.`);
  });
}

/** What the supervisor does on a real tablet: a shell that ended to be safe is started again. */
function keepTabletOpen(folder: DataFolder): void {
  const tablet = openTablet(folder);
  services.push(tablet);
  void tablet.ended.then((code) => {
    if (progress.ending) return;
    services.splice(services.indexOf(tablet), 1);
    if (FRESH_START_CODES.includes(code)) setTimeout(() => progress.ending || keepTabletOpen(folder), RESTART_PAUSE_MS);
    else
      say(
        `The tablet window closed (${String(code)}; see ${tablet.logFile}). The prison keeps running; Ctrl-C stops it.`,
      );
  });
}

/** Ends everything in the order opposite to starting, so that nobody talks to a program that is gone. */
async function end(exitCode: number, sentence?: string): Promise<void> {
  if (progress.ending) return;
  progress.ending = true;
  if (sentence !== undefined) process.stderr.write(`${sentence}\n`);
  for (const service of services.reverse()) await service.stop();
  process.exit(exitCode);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void end(0));
}

reportLooseEnds(() => void end(1));

try {
  const options = parseDemoOptions(process.argv.slice(2));
  if (options === 'help') process.stdout.write(USAGE);
  else await runDemo(options);
} catch (cause) {
  // Told to end while still starting: what that broke off is no trouble.
  if (!progress.ending) reportProblem(cause);
  await end(1);
}
