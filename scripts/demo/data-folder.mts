import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronHome } from '../electron-launch.mts';
import { Problem } from '../lib/problem.mts';

/** The data folder of a demo prison: where each program keeps its own. All absolute. */
export type DataFolder = {
  readonly root: string;
  readonly gateway: string;
  readonly family: string;
  readonly tablet: string;
  readonly logs: string;
  /** Addresses and sign-ins, written once everything answers. */
  readonly demoFile: string;
  /** The secret between gateway and family service; made once. */
  readonly familyLinkToken: string;
};

/** Tells our folders from others, so that --fresh can never empty a folder that is not ours. */
const MARK = '.throughline-demo';
const RUNNING = '.running';

/** Makes the folder or opens the one there is; `fresh` forgets all that was in it. Throws Problem if it is in use. */
export function openDataFolder(root: string, fresh: boolean): DataFolder {
  refuseForeignFolder(root);
  refuseRunning(root);
  if (fresh) {
    rmSync(electronHome(join(root, 'tablet')), { recursive: true, force: true });
    rmSync(root, { recursive: true, force: true });
  }
  const folder = describe(root);
  for (const path of [root, folder.gateway, folder.family, folder.tablet, folder.logs]) makeFolder(path);
  writeFileSync(join(root, MARK), 'A demo prison of Throughline. Remove it with: ./scripts/start --fresh\n');
  writeFileSync(join(root, RUNNING), String(process.pid));
  // Whoever waits for demo.json waits for this run: neither the last one's, nor this one's once it has ended.
  const forget = (): void => [folder.demoFile, join(root, RUNNING)].forEach((file) => rmSync(file, { force: true }));
  rmSync(folder.demoFile, { force: true });
  process.once('exit', forget);
  return { ...folder, familyLinkToken: keptSecret(join(root, 'family-link-token')) };
}

function describe(root: string): Omit<DataFolder, 'familyLinkToken'> {
  return {
    root,
    gateway: join(root, 'gateway'),
    family: join(root, 'family'),
    tablet: join(root, 'tablet'),
    logs: join(root, 'logs'),
    demoFile: join(root, 'demo.json'),
  };
}

function refuseForeignFolder(root: string): void {
  if (!existsSync(root) || existsSync(join(root, MARK)) || readdirSync(root).length === 0) return;
  throw new Problem(`${root} holds something else than a demo prison: choose an empty or new folder with --data.`);
}

function refuseRunning(root: string): void {
  const file = join(root, RUNNING);
  if (!existsSync(file)) return;
  const holder = Number(readFileSync(file, 'utf8'));
  if (isOtherStart(holder)) {
    throw new Problem(
      `The demo prison in ${root} is running already (process ${String(holder)}): stop it first, or choose --data.`,
    );
  }
}

/** A process id may have been given to another program since; only a running scripts/start counts. */
function isOtherStart(holder: number): boolean {
  if (holder === process.pid) return false;
  try {
    return readFileSync(`/proc/${String(holder)}/cmdline`, 'utf8').includes('scripts/start.mts');
  } catch {
    return false;
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch {
    throw new Problem(`The folder ${path} cannot be made: choose another with --data, or free some space.`);
  }
}

function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
