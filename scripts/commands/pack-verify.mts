import type { Command } from 'commander';
import { explodePack } from '../../content-packs/builder/explode-pack.ts';
import { loadPack, type LoadedPack, type Trust } from '../../content-packs/builder/load-pack.ts';
import { readTrustedKey } from '../../content-packs/builder/signing-key.ts';
import type { SignerRole } from '../../protocol/packs/manifest.ts';
import { counted, edition, nameOf, report, role, unwrap, wholeNumber, type Json, type Which } from './pack-command.mts';

type TrustOptions = {
  readonly trust: readonly string[];
  readonly threshold: number;
  readonly require: readonly SignerRole[];
};

/** `throughline pack verify`: judges a pack and writes nothing. */
export function registerVerify(pack: Command): void {
  withTrust(
    pack.command('verify <path>').description('Judge a pack as a tablet would: signatures, lists and every file.'),
  ).action(async (path: string, options: Json & Which & TrustOptions) => {
    const loaded = unwrap(await loadPack(path, { trust: await readTrust(options), which: options.pack }), options);
    report(
      loaded,
      options,
      `Good: ${nameOf(loaded)}, ${counted(loaded.index.size, 'file')}, signed by ${signersOf(loaded)}.`,
    );
  });
}

/** `throughline pack explode`: judges a pack and unpacks it. The gateway does so with every file it is given. */
export function registerExplode(pack: Command): void {
  withTrust(
    pack
      .command('explode <path>')
      .description('Judge a pack and unpack it into a folder of packs: all of it, or nothing.'),
  )
    .requiredOption('--out <folder>', 'the folder of packs')
    .action(async (path: string, options: Json & Which & TrustOptions & { readonly out: string }) => {
      const trust = await readTrust(options);
      const loaded = unwrap(await explodePack(path, options.out, { trust, which: options.pack }), options);
      report(loaded, options, `Unpacked ${nameOf(loaded)} into ${options.out}.`);
    });
}

function withTrust(command: Command): Command {
  return command
    .requiredOption('--trust <file...>', 'public key files to believe')
    .option('--threshold <number>', 'how many different keys must have signed', wholeNumber, 1)
    .option('--require <roles>', 'roles that must be among them, such as education,security', roles, [])
    .option('--pack <id/version>', 'which pack, where the folder holds several', edition)
    .option('--json', 'print the result as JSON');
}

async function readTrust(options: Json & TrustOptions): Promise<Trust> {
  const keys = [];
  for (const file of options.trust) keys.push(unwrap(await readTrustedKey(file), options));
  return { keys, threshold: options.threshold, requiredRoles: options.require };
}

function signersOf({ signedBy }: LoadedPack): string {
  return signedBy.map(({ keyId, role: as }) => `${keyId} (${as})`).join(', ');
}

function roles(text: string): readonly SignerRole[] {
  return text.split(',').map((one) => role(one.trim()));
}
