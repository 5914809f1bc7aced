import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSigningKey } from '../../content-packs/builder/signing-key.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const DEMO_SOURCE = join(project, 'content-packs/sources/using-this-tablet');

type PublicKey = { readonly keyId: string; readonly role: string; readonly publicKey: string };

/** A built pack signed by two people, and their keys; built by the real command line. */
export type DemoPack = {
  readonly bytes: Buffer;
  /** Education's. */
  readonly key: PublicKey;
  /** Education's and security's. */
  readonly keys: readonly PublicKey[];
  /** Another version, or another source folder; signed by both unless said otherwise. */
  readonly build: (version: number, roles?: readonly string[], source?: string) => Buffer;
};

/** Builds `using-this-tablet`. Takes the name of education's key; returns the pack's bytes and how to build other versions. */
export function buildDemoPack(keyName = 'education-test'): DemoPack {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-pack-'));
  const names: Readonly<Record<string, string>> = { education: keyName, security: `${keyName}-second` };
  const keys = (['education', 'security'] as const).map((role) => writeKey(folder, names[role] ?? '', role));
  const build = (version: number, roles: readonly string[] = Object.keys(names), source = DEMO_SOURCE): Buffer => {
    const file = join(folder, `v${String(version)}.pack`);
    throughline(
      'pack',
      'build',
      source,
      '--out',
      file,
      '--key',
      ...roles.map((role) => join(folder, `${names[role] ?? ''}.pem`)),
      '--pack-version',
      String(version),
      '--no-narrate',
    );
    return readFileSync(file);
  };
  return { bytes: build(1), key: keys[0]!, keys, build };
}

/** Both halves of a new key, as `throughline keys new` writes them. */
function writeKey(folder: string, name: string, role: 'education' | 'security'): PublicKey {
  const { privatePem, trusted } = createSigningKey(name, role);
  writeFileSync(join(folder, `${name}.pem`), privatePem, { mode: 0o600 });
  writeFileSync(join(folder, `${name}.public.json`), JSON.stringify(trusted));
  return trusted;
}

function throughline(...args: readonly string[]): void {
  execFileSync(join(project, 'node_modules/.bin/node'), [join(project, 'scripts/throughline.mts'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
