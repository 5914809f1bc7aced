import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { sha256Schema } from '#protocol/ids.ts';
import { manifestSchema, signerRoleSchema, type TrustedKey } from '#protocol/packs/manifest.ts';
import { fail, ok, type Result } from '#protocol/result.ts';

/** What `throughline pack explode` says of a pack it believes. */
const explodedSchema = z.object({
  ok: z.literal(true),
  manifestSha256: sha256Schema,
  signedBy: z.array(z.object({ keyId: z.string(), role: signerRoleSchema })),
  manifest: manifestSchema,
  files: z.array(z.object({ sha256: sha256Schema, bytes: z.int() })),
});
export type ExplodedPack = z.infer<typeof explodedSchema>;

const refusedSchema = z.object({ ok: z.literal(false), error: z.object({ code: z.string() }) });

/** Why a pack was not believed; `reason` is the verifier's code (protocol/packs/verify-pack.ts) or `unreadable`. */
export type ExplodeFailure = { readonly code: 'pack-refused'; readonly reason: string };

/** Half a gigabyte is unpacked and hashed in seconds; longer than this is an attack on patience. */
const TIME_LIMIT = 5 * 60_000;
const MAX_OUTPUT = 64 * 1024 * 1024;

/** How the command line is run: its program and first arguments. */
export type PackCommand = { readonly program: string; readonly args: readonly string[] };

/**
 * Judges and unpacks an uploaded pack in a process of its own, so that a hostile archive cannot take the gateway with
 * it (ARCHITECTURE rule 2). Nothing of our environment is handed on. `out` gets all of the pack or nothing.
 */
export async function explodePack(
  command: PackCommand,
  keys: readonly TrustedKey[],
  place: { readonly file: string; readonly out: string; readonly work: string },
): Promise<Result<ExplodedPack, ExplodeFailure>> {
  if (keys.length === 0) return fail({ code: 'pack-refused', reason: 'key-not-trusted' });
  const trust = await writeKeys(keys, join(place.work, 'trust'));
  const output = await run(command, ['pack', 'explode', place.file, '--out', place.out, '--json', '--trust', ...trust]);
  const json = parseJson(output);
  const exploded = explodedSchema.safeParse(json);
  if (exploded.success) return ok(exploded.data);
  const refused = refusedSchema.safeParse(json);
  return fail({ code: 'pack-refused', reason: refused.success ? refused.data.error.code : 'unreadable' });
}

async function writeKeys(keys: readonly TrustedKey[], folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = keys.map((_key, index) => join(folder, `${String(index)}.public.json`));
  await Promise.all(keys.map((key, index) => writeFile(files[index] ?? '', JSON.stringify(key))));
  return files;
}

function run(command: PackCommand, args: readonly string[]): Promise<string> {
  const child = spawn(command.program, ['--max-old-space-size=768', ...command.args, ...args], {
    env: {},
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: TIME_LIMIT,
    killSignal: 'SIGKILL',
  });
  const parts: Buffer[] = [];
  let bytes = 0;
  child.stdout.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes > MAX_OUTPUT) child.kill('SIGKILL');
    else parts.push(part);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(Buffer.concat(parts).toString('utf8')));
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
