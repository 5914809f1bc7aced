import { join } from 'node:path';
import { Problem } from '../lib/problem.mts';
import { type DemoSignIns, seedDemoPrison } from '../seed-demo-prison.mts';
import type { DataFolder } from './data-folder.mts';
import { type Service, startService, waitForLine } from './service.mts';

/** How long a program may take until it answers; the first start also makes the databases. Milliseconds. */
const READY_LIMIT_MS = 60_000;

/** Starts the family service and waits until it answers. */
export async function startFamilyService(
  folder: DataFolder,
  port: number,
  onStart: (service: Service) => void,
): Promise<void> {
  const { DATABASE_URL: _gatewaysOwn, ...env } = process.env;
  const service = startService({
    name: 'family service',
    program: process.execPath,
    args: ['family/start.ts'],
    env: {
      ...env,
      THROUGHLINE_FAMILY_DATA: folder.family,
      THROUGHLINE_FAMILY_PORT: String(port),
      THROUGHLINE_FAMILY_LINK_TOKEN: folder.familyLinkToken,
    },
    logFile: join(folder.logs, 'family.log'),
  });
  onStart(service);
  await waitForLine(service, 'family ready', READY_LIMIT_MS);
  await requireHealth(`http://localhost:${String(port)}`, service);
}

/** Starts the gateway, with both its doors, and waits until it answers. */
export async function startGateway(
  folder: DataFolder,
  port: number,
  onStart: (service: Service) => void,
): Promise<void> {
  const service = startService({
    name: 'gateway',
    program: process.execPath,
    args: ['gateway/start.ts'],
    env: {
      ...process.env,
      THROUGHLINE_GATEWAY_DATA: folder.gateway,
      THROUGHLINE_GATEWAY_WEB_PORT: String(port),
      THROUGHLINE_GATEWAY_TABLET_PORT: String(port + 1),
      THROUGHLINE_FAMILY_URL: `http://localhost:${String(port + 2)}`,
      THROUGHLINE_FAMILY_LINK_TOKEN: folder.familyLinkToken,
    },
    logFile: join(folder.logs, 'gateway.log'),
  });
  onStart(service);
  await waitForLine(service, 'gateway ready', READY_LIMIT_MS);
  await requireHealth(`http://localhost:${String(port)}`, service);
}

/** Makes the demo prison, or finds it made; returns its sign-ins. */
export async function seedPrison(folder: DataFolder, port: number): Promise<DemoSignIns> {
  return seedDemoPrison({
    dataDir: folder.root,
    webUrl: `http://localhost:${String(port)}`,
    familyUrl: `http://localhost:${String(port + 2)}`,
  });
}

async function requireHealth(url: string, service: Service): Promise<void> {
  const answer = await fetch(`${url}/health`).catch(() => undefined);
  if (answer?.ok !== true)
    throw new Problem(`The ${service.name} runs but does not answer at ${url}/health (see ${service.logFile}).`);
}
