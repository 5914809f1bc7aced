import { chmod, mkdir, open, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { createSigningKey } from '../../content-packs/builder/signing-key.ts';
import { keyIdSchema } from '../../protocol/packs/manifest.ts';
import { trustRoleSchema } from '../../protocol/packs/roles.ts';
import { Problem } from '../lib/problem.mts';
import { registerRoles } from './keys-roles.mts';

/** `throughline keys …`: makes the keys that packs are signed with, and says whose keys count. */
export function registerKeys(program: Command): void {
  const keys = program.command('keys').description('Make keys for signing packs, and say whose keys count.');
  registerRoles(keys);
  keys
    .command('new')
    .description(
      'Make one Ed25519 key: <name>.pem, which stays secret, and <name>.public.json, which readers are given.',
    )
    .requiredOption('--out <folder>', 'where to put the two files')
    .requiredOption('--name <name>', 'the name of the key, such as education-2026')
    .option(
      '--role <role>',
      'education, security or publisher; root for the key that says whose keys count',
      'education',
    )
    .action(async (options: { readonly out: string; readonly name: string; readonly role: string }) => {
      const files = await makeKey(options.out, options.name, options.role);
      process.stdout.write(`Made ${files.join(' and ')}.\n`);
    });
}

async function makeKey(out: string, name: string, roleName: string): Promise<readonly string[]> {
  const keyId = keyIdSchema.safeParse(name);
  if (!keyId.success)
    throw new Problem('Use small letters, digits, dots, hyphens and underscores for the name of a key.');
  const role = trustRoleSchema.safeParse(roleName);
  if (role.data === 'gateway') throw new Problem('A gateway makes its own key: keys/release.public.json in its data.');
  if (!role.success) throw new Problem(`“${roleName}” is not a role: use ${trustRoleSchema.options.join(', ')}.`);
  const { privatePem, trusted } = createSigningKey(keyId.data, role.data);
  await mkdir(out, { recursive: true });
  const privateFile = path.join(out, `${name}.pem`);
  const publicFile = path.join(out, `${name}.public.json`);
  await writeSecret(privateFile, privatePem);
  try {
    await writeFile(publicFile, `${JSON.stringify(trusted, null, 2)}\n`, { flag: 'wx' });
  } catch (cause) {
    await rm(privateFile, { force: true });
    throw cause;
  }
  return [privateFile, publicFile];
}

/** Never over an older key, and never readable by others even for a moment. */
async function writeSecret(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST')
      throw new Problem(`${file} is already there; a key is never overwritten.`);
    throw cause;
  });
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await chmod(file, 0o600);
}
