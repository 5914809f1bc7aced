import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inProject } from '../lib/paths.mts';
import { Problem } from '../lib/problem.mts';
import type { StaffClient } from './staff-client.mts';

const run = promisify(execFile);

/** A key the demo prison trusts, as `throughline keys new` writes it. */
export type PublicKey = { readonly keyId: string; readonly role: string; readonly publicKey: string };

/** The packs of the tour: folders of content-packs/sources. */
const PACKS = ['using-this-tablet', 'fractions-you-can-use', 'getting-through-cravings'] as const;
/** Two people sign: the one who wrote it and the one who checked it. */
const SIGNERS = [
  { name: 'education-demo', role: 'education' },
  { name: 'security-demo', role: 'security' },
] as const;
/** Who says whose keys count. In a prison it lies in a safe; here it lies with the demo's data. */
const ROOT = { name: 'root-demo', role: 'root' } as const;

/** The course that staff of the demo recommend; tablets show it near the top. */
const PICK: (typeof PACKS)[number] = 'fractions-you-can-use';

type PackList = {
  readonly packs: readonly {
    readonly packId: string;
    readonly publishedVersion: number | null;
    readonly editions: readonly { readonly version: number }[];
  }[];
};

/**
 * Makes the demo's keys on first run: the two that sign packs, the root that says so, and the prison's own two, which
 * sign what is made in the console. Then the roles document that names them all and the gateway's own key, brought to
 * the console as an administrator would. Returns the root, for the tablets' image.
 */
export async function trustDemoKeys(
  folder: string,
  gatewayData: string,
  administrator: StaffClient,
): Promise<PublicKey> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const { name, role } of [...SIGNERS, ROOT])
    if (!existsSync(publicFile(folder, name)))
      await throughline('keys', 'new', '--out', folder, '--name', name, '--role', role);
  const { roles } = await administrator.get<{ readonly roles: unknown }>('/pack-roles');
  if (roles === null) {
    const file = join(folder, 'roles.json');
    const keys = [
      ...[...SIGNERS, ROOT].map(({ name }) => publicFile(folder, name)),
      ...(await makeOwnKeys(folder, administrator)),
      join(gatewayData, 'keys', 'release.public.json'),
    ];
    await throughline('keys', 'roles', '--sign', join(folder, `${ROOT.name}.pem`), '--out', file, '--key', ...keys);
    await administrator.send('POST', '/pack-roles', JSON.parse(readFileSync(file, 'utf8')));
  }
  return JSON.parse(readFileSync(publicFile(folder, ROOT.name), 'utf8')) as PublicKey;
}

/** The prison's own keys, made as by the button in the console; their public halves are written beside the others. */
async function makeOwnKeys(folder: string, administrator: StaffClient): Promise<readonly string[]> {
  type Own = { readonly keys: readonly PublicKey[] };
  const known = await administrator.get<Own>('/pack-keys/own');
  const { keys } = known.keys.length > 0 ? known : await administrator.send<Own>('POST', '/pack-keys/own');
  return keys.map((key) => {
    const file = publicFile(folder, `own-${key.role}`);
    writeFileSync(file, `${JSON.stringify(key, null, 2)}\n`);
    return file;
  });
}

function publicFile(folder: string, name: string): string {
  return join(folder, `${name}.public.json`);
}

/** Builds, signs, uploads and publishes each pack that is not out yet, as a teacher would. */
export async function publishDemoPacks(keysFolder: string, work: string, education: StaffClient): Promise<void> {
  const { packs } = await education.get<PackList>('/packs');
  for (const packId of PACKS) {
    const known = packs.find((pack) => pack.packId === packId);
    if (known !== undefined && known.publishedVersion !== null) continue;
    const version = known?.editions[0]?.version ?? (await buildAndUpload(packId, keysFolder, work, education));
    await education.send('POST', `/packs/${packId}/publications`, { version, audience: { kind: 'everyone' } });
    if (packId === PICK) await education.send('PUT', `/packs/${packId}/pick`, { staffPick: true });
  }
}

async function buildAndUpload(
  packId: string,
  keysFolder: string,
  work: string,
  education: StaffClient,
): Promise<number> {
  mkdirSync(work, { recursive: true });
  const file = join(work, `${packId}.pack`);
  const keys = SIGNERS.map(({ name }) => join(keysFolder, `${name}.pem`));
  try {
    // Reading three courses aloud takes minutes, and nobody who looks at a demo waits for them.
    const source = inProject(`content-packs/sources/${packId}`);
    await throughline('pack', 'build', source, '--no-narrate', '--out', file, '--key', ...keys);
    const { version } = await education.upload<{ readonly version: number }>('/packs', readFileSync(file));
    return version;
  } finally {
    rmSync(file, { force: true });
  }
}

async function throughline(...args: readonly string[]): Promise<void> {
  try {
    await run(process.execPath, [inProject('scripts/throughline.mts'), ...args]);
  } catch (cause) {
    const said =
      typeof cause === 'object' && cause !== null && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    throw new Problem(said);
  }
}
