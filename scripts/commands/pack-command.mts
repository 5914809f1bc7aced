import { describeProblems, type Problem as SourceProblem } from '../../content-packs/builder/problem.ts';
import { refusalSentence, type Refusal } from '../../content-packs/builder/refusal-sentences.ts';
import type { LoadedPack } from '../../content-packs/builder/load-pack.ts';
import type { Edition } from '../../content-packs/builder/pack-carrier.ts';
import { readSigningKey, type SigningKey } from '../../content-packs/builder/sign-pack.ts';
import { signerRoleSchema, type SignerRole } from '../../protocol/packs/manifest.ts';
import type { Result } from '../../protocol/result.ts';
import { Problem } from '../lib/problem.mts';

/** With `json` a result is one line of JSON on stdout, where the gateway reads it. */
export type Json = { readonly json?: true };

/** Which edition is meant, where a folder holds several. */
export type Which = { readonly pack?: Edition };

/** Reads private keys to sign with; a file that is none ends the command. */
export async function readKeys(files: readonly string[], options: Json): Promise<readonly SigningKey[]> {
  const keys = [];
  for (const file of files) keys.push(unwrap(await readSigningKey(file), options));
  return keys;
}

/** The value, or the end of the command with the refusal's sentence. */
export function unwrap<T>(result: Result<T, Refusal>, options: Json): T {
  return result.ok ? result.value : refuse(result.error, options);
}

/** Ends the command. With --json the reason is also on stdout, where the gateway reads it. */
export function refuse(refusal: Refusal, options: Json): never {
  const problems: readonly SourceProblem[] = 'problems' in refusal ? refusal.problems : [];
  const sentence = refusalSentence(refusal);
  if (options.json) print(JSON.stringify({ ok: false, error: { ...refusal, sentence } }));
  else if (problems.length > 0) print(describeProblems(problems));
  throw new Problem(sentence);
}

/** Says what became of a pack: the sentence, or all of it as JSON. */
export function report(pack: LoadedPack, options: Json, sentence: string): void {
  if (!options.json) return print(sentence);
  const { manifest, manifestSha256, signedBy, index } = pack;
  const { packId, version } = manifest;
  print(JSON.stringify({ ok: true, packId, version, manifestSha256, signedBy, manifest, files: [...index.values()] }));
}

/** The pack's id and version, in words. */
export function nameOf({ manifest }: LoadedPack): string {
  return `${manifest.packId} version ${String(manifest.version)}`;
}

/** A whole number from 1 in an option. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Problem(`“${text}” is not a whole number from 1.`);
  return Number(text);
}

/** A signer's role in an option. */
export function role(text: string): SignerRole {
  const parsed = signerRoleSchema.safeParse(text);
  if (!parsed.success) throw new Problem(`“${text}” is not a role: use ${signerRoleSchema.options.join(', ')}.`);
  return parsed.data;
}

/** A pack's id and version in an option, such as `using-this-tablet/1`. */
export function edition(text: string): Edition {
  const [, packId, version] = /^([a-z0-9-]+)\/([1-9]\d{0,8})$/.exec(text) ?? [];
  if (packId === undefined) throw new Problem(`Name the pack as id/version, such as using-this-tablet/1.`);
  return { packId, version: Number(version) };
}

/** So many of a thing, in words: the noun gets its s where there is not one. */
export function counted(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** One line on stdout. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
