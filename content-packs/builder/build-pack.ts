import { stat } from 'node:fs/promises';
import type { PackSignature } from '#protocol/packs/manifest.ts';
import { fail, ok, type Result } from '#protocol/result.ts';
import { checkSource } from './check-source.ts';
import { loadFromCarrier, loadPack, type LoadedPack, type PackRefusal, type Trust } from './load-pack.ts';
import { blobPath, editionPath, type Edition, type PackCarrier } from './pack-carrier.ts';
import { openPackStage, replaceSignatures, signaturesBytes, type StageProblem } from './pack-stage.ts';
import { describeProblems, type Problem } from './problem.ts';
import { signPack, type SigningKey } from './sign-pack.ts';
import { writeManifest, type BuiltPack } from './write-manifest.ts';
import { writePackArchive } from './write-pack-archive.ts';

/** `source-has-blockers`: nothing was written; show the problems. Other codes: writing or checking the output failed. */
export type BuildProblem =
  { readonly code: 'source-has-blockers'; readonly problems: readonly Problem[] } | StageProblem | PackRefusal;

/** What was built, and the warnings that travel with it. */
export type BuildReport = { readonly pack: LoadedPack; readonly warnings: readonly Problem[] };

/**
 * Builds a pack from a source folder (walk B, stations 2 to 6). Takes the source, where to put it (a folder of packs,
 * or a name ending in `.pack`), the version (default: the one in `pack.yaml`) and keys to sign with at once.
 * Judges its own output by the law every reader uses before it is written; a failure leaves nothing behind.
 */
export async function buildPack(options: {
  readonly source: string;
  readonly out: string;
  readonly version?: number | undefined;
  readonly keys?: readonly SigningKey[];
}): Promise<Result<BuildReport, BuildProblem>> {
  const checked = await checkSource(options.source);
  if (!checked.compiled) return fail({ code: 'source-has-blockers', problems: checked.problems });
  const keys = options.keys ?? [];
  const warnings = checked.problems.map((problem) => describeProblems([problem]));
  const built = writeManifest(checked.compiled, options.version ?? checked.compiled.pack.version, warnings);
  const signatures = keys.reduce<readonly PackSignature[]>(
    (already, key) => signPack(built.manifestBytes, already, key),
    [],
  );
  const loaded = await loadFromCarrier(carrierOf(built, signatures), { trust: trustOf(keys) });
  if (!loaded.ok) return loaded;
  const written = await writeBuilt(options.out, built, signatures);
  return written.ok ? ok({ pack: loaded.value, warnings: checked.problems }) : written;
}

/** Adds one signature to a built pack, folder or `.pack`, after checking that the pack hangs together. */
export async function addSignature(
  path: string,
  key: SigningKey,
  which?: Edition,
): Promise<Result<LoadedPack, PackRefusal>> {
  const blobs = new Map<string, Uint8Array>();
  const keep = (sha256: string, bytes: Uint8Array) => {
    blobs.set(sha256, bytes);
    return Promise.resolve();
  };
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true;
  const loaded = await loadPack(path, { which, takeBlob: isFolder ? undefined : keep });
  if (!loaded.ok) return loaded;
  const { manifest, manifestBytes } = loaded.value;
  const signatures = signPack(manifestBytes, loaded.value.signatures, key);
  const head = { packId: manifest.packId, version: manifest.version, manifestBytes, signatures };
  if (isFolder) await replaceSignatures(path, head);
  else await writePackArchive(path, { ...head, blobs }, signatures);
  return loadPack(path, { which, trust: trustOf([key]) });
}

/** Checks a pack whole and copies it as checked files into a folder of packs: all of it, or nothing. */
export async function explodePack(
  path: string,
  out: string,
  options: { readonly trust?: Trust | undefined; readonly which?: Edition | undefined },
): Promise<Result<LoadedPack, PackRefusal | StageProblem>> {
  const stage = await openPackStage(out);
  try {
    const loaded = await loadPack(path, { ...options, takeBlob: stage.putBlob });
    if (!loaded.ok) return loaded;
    const { manifest, manifestBytes, signatures } = loaded.value;
    const committed = await stage.commit({
      packId: manifest.packId,
      version: manifest.version,
      manifestBytes,
      signatures,
    });
    return committed.ok ? loaded : committed;
  } finally {
    await stage.abandon();
  }
}

async function writeBuilt(
  out: string,
  built: BuiltPack,
  signatures: readonly PackSignature[],
): Promise<Result<string, StageProblem>> {
  if (out.endsWith('.pack')) {
    await writePackArchive(out, built, signatures);
    return ok(out);
  }
  const stage = await openPackStage(out);
  try {
    for (const [sha256, bytes] of built.blobs) await stage.putBlob(sha256, bytes);
    return await stage.commit({ ...built, signatures });
  } finally {
    await stage.abandon();
  }
}

/** A built pack as a carrier, so that it is judged exactly as a reader will judge it. */
function carrierOf(built: BuiltPack, signatures: readonly PackSignature[]): PackCarrier {
  const files = new Map<string, Uint8Array>([
    [`${editionPath(built)}/manifest.json`, built.manifestBytes],
    [`${editionPath(built)}/signatures.json`, signaturesBytes(signatures)],
  ]);
  for (const [sha256, bytes] of built.blobs) files.set(blobPath(sha256), bytes);
  return {
    names: [...files.keys()],
    read: (name) => {
      const bytes = files.get(name);
      return Promise.resolve(bytes ? ok(bytes) : fail({ code: 'file-missing', detail: name }));
    },
    close: () => undefined,
  };
}

function trustOf(keys: readonly SigningKey[]): Trust | undefined {
  return keys.length === 0
    ? undefined
    : { keys: keys.map((key) => key.trusted), threshold: keys.length, requiredRoles: [] };
}
