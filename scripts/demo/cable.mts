import { existsSync, readFileSync, rmSync, unwatchFile, watchFile, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRelay } from './relay.mts';

/** While this file is in the data folder, the tablets' cables are out. Nothing of it is on a real tablet. */
const UNPLUGGED = 'unplugged';
const LOOK_EVERY_MS = 300;

/** Near ends of the demo's two cables, counted from the demo's first port. */
export const CABLE_PORTS = { kiosk: 3, browser: 4 } as const;

/**
 * Lays a cable from each of the demo's tablets to the gateway, and pulls both out or in as the data folder says, so
 * that the tour can show what works unplugged. Takes the demo's first port. Returns how to take the cables away.
 */
export async function layCables(dataFolder: string, port: number): Promise<() => Promise<void>> {
  const cables = [await openRelay(port + 1, port + CABLE_PORTS.kiosk), await openRelay(port, port + CABLE_PORTS.browser)];
  const file = join(dataFolder, UNPLUGGED);
  const obey = (): void => {
    for (const cable of cables) {
      if (existsSync(file)) cable.cut();
      else cable.mend();
    }
  };
  // Every start begins plugged in: a cable forgotten yesterday would only puzzle.
  moveCables(dataFolder, 'in');
  watchFile(file, { interval: LOOK_EVERY_MS }, obey);
  return async () => {
    unwatchFile(file, obey);
    await Promise.all(cables.map((cable) => cable.close()));
  };
}

/** Pulls the cables of a running demo out, or puts them back. */
export function moveCables(dataFolder: string, where: 'out' | 'in'): void {
  const file = join(dataFolder, UNPLUGGED);
  if (where === 'out') writeFileSync(file, '');
  else rmSync(file, { force: true });
}

/** Tells the kiosk's tablet to reach the gateway through its cable. `settings` is the file the seed wrote. */
export function useCable(settings: string, port: number): void {
  const written = JSON.parse(readFileSync(settings, 'utf8')) as object;
  writeFileSync(settings, `${JSON.stringify({ ...written, gatewayTabletUrl: `https://localhost:${String(port + CABLE_PORTS.kiosk)}` }, null, 2)}\n`);
}
