import type { Command } from 'commander';
import { readSigningKey, type SigningKey } from '../../content-packs/builder/sign-pack.ts';
import { refusalSentence } from '../../content-packs/builder/refusal-sentences.ts';
import { buildH5pRuntime } from '../build-h5p-runtime.mts';
import { Problem } from '../lib/problem.mts';
import { print } from './pack-command.mts';

/** `throughline pack runtime`: packs with the programs that other packs cannot be played without (PACK-33). */
export function registerRuntime(pack: Command): void {
  pack
    .command('runtime <name>')
    .description('Build a runtime pack; “h5p” is the one there is. Its sources are fetched from npm now.')
    .requiredOption('--out <path>', 'a folder of packs, or a file name ending in .pack')
    .option('--pack-version <number>', 'version of the runtime pack', '1')
    .option('--key <file...>', 'sign at once with these keys', [])
    .action(async (name: string, options: { readonly out: string; readonly packVersion: string; readonly key: readonly string[] }) => {
      if (name !== 'h5p') throw new Problem(`There is no runtime “${name}”; the one there is is called “h5p”.`);
      const version = Number(options.packVersion);
      if (!Number.isInteger(version) || version < 1) throw new Problem('The version is a whole number from 1.');
      await buildH5pRuntime({ out: options.out, version, keys: await readKeys(options.key) });
      print(`Built h5p-runtime version ${String(version)} into ${options.out}${options.key.length === 0 ? ', not yet signed' : ''}.`);
    });
}

async function readKeys(files: readonly string[]): Promise<readonly SigningKey[]> {
  const keys: SigningKey[] = [];
  for (const file of files) {
    const key = await readSigningKey(file);
    if (!key.ok) throw new Problem(refusalSentence(key.error));
    keys.push(key.value);
  }
  return keys;
}
