import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { sha256Schema } from '#protocol/ids.ts';
import { manifestSchema, signerRoleSchema, type TrustedKey } from '#protocol/packs/manifest.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { type PackCommand, runPackCommand } from './run-pack-command.ts';
import type { SigningRule } from './signing-rule.ts';

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

/**
 * Judges and unpacks a pack, an uploaded file or a folder of ours, in a process of its own (run-pack-command.ts).
 * `out` gets all of the pack or nothing. `rule` says whose signatures it takes to be believed.
 */
export async function explodePack(
  command: PackCommand,
  keys: readonly TrustedKey[],
  place: { readonly file: string; readonly out: string; readonly work: string },
  rule: SigningRule,
): Promise<Result<ExplodedPack, ExplodeFailure>> {
  if (keys.length === 0) return fail({ code: 'pack-refused', reason: 'key-not-trusted' });
  const trust = await writeKeys(keys, join(place.work, 'trust'));
  const required = rule.roles.length === 0 ? [] : ['--require', rule.roles.join(',')];
  const { stdout } = await runPackCommand(
    command,
    [
      ...['pack', 'explode', place.file, '--out', place.out, '--json'],
      ...['--threshold', String(rule.threshold), ...required, '--trust', ...trust],
    ],
    { timeLimit: TIME_LIMIT },
  );
  const json = parseJson(stdout);
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
