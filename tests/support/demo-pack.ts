import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** A built, signed pack and the key it is signed with, made by the real command line. */
export type DemoPack = {
  readonly bytes: Buffer;
  readonly key: { readonly keyId: string; readonly role: string; readonly publicKey: string };
  readonly build: (version: number) => Buffer;
};

/** Builds `using-this-tablet`. Takes the name of the key; returns the pack's bytes and how to build other versions. */
export function buildDemoPack(keyName = 'education-test'): DemoPack {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-pack-'));
  throughline('keys', 'new', '--out', folder, '--name', keyName, '--role', 'education');
  const build = (version: number): Buffer => {
    const file = join(folder, `v${String(version)}.pack`);
    throughline(
      'pack',
      'build',
      join(project, 'content-packs/sources/using-this-tablet'),
      '--out',
      file,
      '--key',
      join(folder, `${keyName}.pem`),
      '--pack-version',
      String(version),
    );
    return readFileSync(file);
  };
  return { bytes: build(1), key: JSON.parse(readFileSync(join(folder, `${keyName}.public.json`), 'utf8')), build };
}

function throughline(...args: readonly string[]): void {
  execFileSync(join(project, 'node_modules/.bin/node'), [join(project, 'scripts/throughline.mts'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
