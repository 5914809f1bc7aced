import type { Command } from 'commander';
import { addSignature, buildPack, explodePack } from '../../content-packs/builder/build-pack.ts';
import { loadPack, type LoadedPack, type Trust } from '../../content-packs/builder/load-pack.ts';
import type { Edition } from '../../content-packs/builder/pack-carrier.ts';
import { describeProblems, type Problem as SourceProblem } from '../../content-packs/builder/problem.ts';
import { refusalSentence, type Refusal } from '../../content-packs/builder/refusal-sentences.ts';
import { readSigningKey, type SigningKey } from '../../content-packs/builder/sign-pack.ts';
import { readTrustedKey } from '../../content-packs/builder/signing-key.ts';
import { signerRoleSchema, type SignerRole } from '../../protocol/packs/manifest.ts';
import type { Result } from '../../protocol/result.ts';
import { inProject } from '../lib/paths.mts';
import { Problem } from '../lib/problem.mts';
import { registerPackCheck } from './pack-check.mts';
import { registerPackDiff } from './pack-diff.mts';
import { registerPackPublish } from './pack-publish.mts';
import { registerImport } from './pack-import.mts';
import { registerPackPreview } from './pack-preview.mts';
import { registerRuntime } from './pack-runtime.mts';

type Json = { readonly json?: true };
type Which = { readonly pack?: Edition };
type TrustOptions = {
  readonly trust: readonly string[];
  readonly threshold: number;
  readonly require: readonly SignerRole[];
};

/** `throughline pack …`: import, check, preview, build, sign, verify and explode content packs. The gateway runs the same commands as a child process. */
export function registerPack(program: Command): void {
  const pack = program.command('pack').description('Import, check, preview, build, sign and verify content packs.');
  registerImport(pack);
  registerPackCheck(pack);
  registerPackPreview(pack);
  registerBuild(pack);
  registerSign(pack);
  registerVerify(pack);
  registerPackDiff(pack);
  registerPackPublish(pack);
  registerExplode(pack);
  registerRuntime(pack);
}

function registerBuild(pack: Command): void {
  pack
    .command('build <source>')
    .description('Build a pack from a source folder.')
    .requiredOption('--out <path>', 'a folder of packs, or a file name ending in .pack')
    .option('--pack-version <number>', 'version of the pack (default: the one in pack.yaml)', wholeNumber)
    .option('--key <file...>', 'sign at once with these keys', [])
    .option('--narrate', 'read every lesson aloud, with espeak-ng and opus-tools where they are installed')
    .option('--no-narrate', 'read nothing aloud (the default)')
    .option('--json', 'print the result as JSON')
    .action(
      async (
        source: string,
        options: Json & {
          readonly out: string;
          readonly packVersion?: number;
          readonly key: readonly string[];
          readonly narrate?: boolean;
        },
      ) => {
        const keys = await readKeys(options.key, options);
        const narrationCache = options.narrate === true ? inProject('.cache/narration') : undefined;
        const built = await buildPack({ source, out: options.out, version: options.packVersion, keys, narrationCache });
        if (!built.ok) return refuse(built.error, options);
        if (!options.json) for (const remark of built.value.remarks) print(remark);
        if (!options.json && built.value.warnings.length > 0) print(describeProblems(built.value.warnings));
        report(
          built.value.pack,
          options,
          `Built ${nameOf(built.value.pack)} into ${options.out}${keys.length === 0 ? ', not yet signed' : ''}.`,
        );
      },
    );
}

function registerSign(pack: Command): void {
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

function registerVerify(pack: Command): void {
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

function registerExplode(pack: Command): void {
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

async function readKeys(files: readonly string[], options: Json): Promise<readonly SigningKey[]> {
  const keys = [];
  for (const file of files) keys.push(unwrap(await readSigningKey(file), options));
  return keys;
}

function unwrap<T>(result: Result<T, Refusal>, options: Json): T {
  return result.ok ? result.value : refuse(result.error, options);
}

/** Ends the command. With --json the reason is also on stdout, where the gateway reads it. */
function refuse(refusal: Refusal, options: Json): never {
  const problems: readonly SourceProblem[] = 'problems' in refusal ? refusal.problems : [];
  const sentence = refusalSentence(refusal);
  if (options.json) print(JSON.stringify({ ok: false, error: { ...refusal, sentence } }));
  else if (problems.length > 0) print(describeProblems(problems));
  throw new Problem(sentence);
}

function report(pack: LoadedPack, options: Json, sentence: string): void {
  if (!options.json) return print(sentence);
  const { manifest, manifestSha256, signedBy, index } = pack;
  const { packId, version } = manifest;
  print(JSON.stringify({ ok: true, packId, version, manifestSha256, signedBy, manifest, files: [...index.values()] }));
}

function nameOf({ manifest }: LoadedPack): string {
  return `${manifest.packId} version ${String(manifest.version)}`;
}

function signersOf({ signedBy }: LoadedPack): string {
  return signedBy.map(({ keyId, role: as }) => `${keyId} (${as})`).join(', ');
}

function counted(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Problem(`“${text}” is not a whole number from 1.`);
  return Number(text);
}

function role(text: string): SignerRole {
  const parsed = signerRoleSchema.safeParse(text);
  if (!parsed.success) throw new Problem(`“${text}” is not a role: use ${signerRoleSchema.options.join(', ')}.`);
  return parsed.data;
}

function roles(text: string): readonly SignerRole[] {
  return text.split(',').map((one) => role(one.trim()));
}

function edition(text: string): Edition {
  const [, packId, version] = /^([a-z0-9-]+)\/([1-9]\d{0,8})$/.exec(text) ?? [];
  if (packId === undefined) throw new Problem(`Name the pack as id/version, such as using-this-tablet/1.`);
  return { packId, version: Number(version) };
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
