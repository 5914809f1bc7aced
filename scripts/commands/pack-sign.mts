import type { Command } from 'commander';
import { addSignature } from '../../content-packs/builder/add-signature.ts';
import { readSigningKey } from '../../content-packs/builder/sign-pack.ts';
import type { SignerRole } from '../../protocol/packs/manifest.ts';
import { Problem } from '../lib/problem.mts';
import { edition, nameOf, report, role, unwrap, type Json, type Which } from './pack-command.mts';

/** `throughline pack sign`: one signature more on a built pack. */
export function registerSign(pack: Command): void {
  pack
    .command('sign <built>')
    .description('Add a signature to a built pack.')
    .requiredOption('--key <file>', 'the private key (its .public.json lies beside it)')
    .option('--role <role>', 'the role this signature must have', role)
    .option('--pack <id/version>', 'which pack, where the folder holds several', edition)
    .option('--json', 'print the result as JSON')
    .action(async (built: string, options: Json & Which & { readonly key: string; readonly role?: SignerRole }) => {
      const key = unwrap(await readSigningKey(options.key), options);
      if (options.role !== undefined && options.role !== key.trusted.role) {
        throw new Problem(`This key signs as ${key.trusted.role}, not as ${options.role}.`);
      }
      const signed = unwrap(await addSignature(built, key, options.pack), options);
      report(signed, options, `Signed ${nameOf(signed)} as ${key.trusted.role} (${key.trusted.keyId}).`);
    });
}
