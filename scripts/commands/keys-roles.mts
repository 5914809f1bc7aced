import { createPrivateKey, sign } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { sha256 } from '../../content-packs/builder/node-crypto.ts';
import { publicPart } from '../../content-packs/builder/signing-key.ts';
import { signerRoleSchema } from '../../protocol/packs/manifest.ts';
import {
  ROLES_FORMAT,
  roleKeySchema,
  rolesSchema,
  signedTextSchema,
  type Roles,
  type TrustKey,
  type TrustSignature,
} from '../../protocol/packs/roles.ts';
import { documentBytes, documentMessage } from '../../protocol/packs/signed-document.ts';
import { Problem } from '../lib/problem.mts';

type Options = {
  readonly sign: readonly string[];
  readonly key: readonly string[];
  readonly after?: string;
  readonly out: string;
  readonly rootThreshold: string;
  readonly packThreshold: string;
  readonly require: string;
};

/** `throughline keys roles`: writes and signs the document that says whose keys count (ROLE-1). Done where the root key is. */
export function registerRoles(keys: Command): void {
  keys
    .command('roles')
    .description('Say whose keys count: write the next roles document and sign it with the root keys.')
    .requiredOption('--sign <file...>', 'private root keys; a new root needs the old one too')
    .requiredOption('--key <file...>', 'public key files of every key that counts from now on, the root’s included')
    .requiredOption('--out <file>', 'where to write the document, to be brought to the console')
    .option('--after <file>', 'the roles document that stands now (none: this is the first)')
    .option('--root-threshold <number>', 'how many root keys must sign the next one', '1')
    .option('--pack-threshold <number>', 'how many different keys must sign a pack', '2')
    .option('--require <roles>', 'roles that must be among them', 'education,security')
    .action(async (options: Options) => {
      const roles = await writeRoles(options);
      process.stdout.write(`Wrote version ${String(roles.version)} of the roles into ${options.out}.\n`);
    });
}

async function writeRoles(options: Options): Promise<Roles> {
  const before = options.after === undefined ? undefined : await readRoles(options.after);
  const parsed = rolesSchema.safeParse({
    format: ROLES_FORMAT,
    version: (before?.version ?? 0) + 1,
    issuedAt: Date.now(),
    keys: await Promise.all(options.key.map(readKey)),
    thresholds: { root: Number(options.rootThreshold), gateway: 1, packs: Number(options.packThreshold) },
    packRoles: options.require === '' ? [] : options.require.split(',').map((role) => signerRoleSchema.parse(role)),
  });
  if (!parsed.success) throw new Problem(`These keys do not make roles: ${parsed.error.issues[0]?.message ?? ''}.`);
  const document = JSON.stringify(parsed.data);
  const known = [...parsed.data.keys, ...(before?.keys ?? [])];
  const signatures = await Promise.all(options.sign.map((file) => signWith(file, document, known)));
  await writeFile(options.out, `${JSON.stringify({ document, signatures: JSON.stringify(signatures) }, null, 2)}\n`);
  return parsed.data;
}

async function readKey(file: string): Promise<TrustKey> {
  const key = roleKeySchema.safeParse(await readJsonFile(file));
  if (!key.success) throw new Problem(`${file} is not a public key file.`);
  return key.data;
}

async function readRoles(file: string): Promise<Roles> {
  const signed = signedTextSchema.safeParse(await readJsonFile(file));
  const roles = signed.success ? rolesSchema.safeParse(JSON.parse(signed.data.document)) : undefined;
  if (roles?.success !== true) throw new Problem(`${file} is not a roles document.`);
  return roles.data;
}

async function signWith(file: string, document: string, known: readonly TrustKey[]): Promise<TrustSignature> {
  const privateKey = createPrivateKey(await readFile(file));
  const key = known.find((one) => one.role === 'root' && one.publicKey === publicPart(privateKey));
  if (key === undefined) throw new Problem(`${file} is no root key of this document or the one before it.`);
  const signature = sign(null, documentMessage(ROLES_FORMAT, sha256(documentBytes(document))), privateKey);
  return { keyId: key.keyId, role: 'root', signature: signature.toString('base64url') };
}

async function readJsonFile(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch {
    throw new Problem(`${file} is not there, or is not JSON.`);
  }
}
