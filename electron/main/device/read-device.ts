import { readdir, readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { TabletReport } from '#protocol/sync/exchange.ts';

/** What the shell itself can say for the tablet's report. */
export type DeviceReport = Pick<
  TabletReport,
  'appVersion' | 'shell' | 'battery' | 'charging' | 'freeBytes' | 'measures'
>;

/** Battery and disk, each absent where there is nothing to read. */
export type Device = Pick<TabletReport, 'battery' | 'charging' | 'freeBytes'>;

/** Where Linux describes batteries. */
const POWER_SUPPLIES = '/sys/class/power_supply';

/** Reads battery and free space. Takes the folder of the tablet's data and, for tests, where batteries are described. */
export async function readDevice(folder: string, supplies = POWER_SUPPLIES): Promise<Device> {
  const [battery, freeBytes] = await Promise.all([readBattery(supplies), readFreeBytes(folder)]);
  return { ...battery, ...(freeBytes === undefined ? {} : { freeBytes }) };
}

async function readBattery(supplies: string): Promise<Pick<Device, 'battery' | 'charging'>> {
  for (const name of await readdir(supplies).catch(() => [])) {
    const capacity = Number.parseInt(await readLine(join(supplies, name, 'capacity')), 10);
    if (!(capacity >= 0 && capacity <= 100)) continue;
    const status = await readLine(join(supplies, name, 'status'));
    return { battery: capacity, charging: status === 'Charging' || status === 'Full' };
  }
  return {};
}

async function readFreeBytes(folder: string): Promise<number | undefined> {
  const disk = await statfs(folder).catch(() => undefined);
  return disk === undefined ? undefined : disk.bavail * disk.bsize;
}

async function readLine(file: string): Promise<string> {
  return (await readFile(file, 'utf8').catch(() => '')).trim();
}
